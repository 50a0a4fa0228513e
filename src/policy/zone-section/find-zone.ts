import type { Heading, Root, RootContent } from 'mdast';
import { toPhrase, type Phrase } from '../grammar/phrase.js';
import { parseAllowingLead } from '../grammar/leads/read-lead.js';
import { startLine, tokenize, toPlainText } from '../grammar/tokenize.js';
import { isZoneTitle, looksLikeZoneTitle } from '../grammar/zone-title.js';
import type { SectionProblem } from '../policy.js';
import { partAt, textOf, type FilePart } from './file-parts.js';
import { findLikelyZone } from './find-likely-zone.js';
import { endOfFrontMatter, findRemarks } from './front-matter.js';

/** The PM-zone section: its heading and the blocks up to the next heading of its level or above. */
export interface ZoneSection {
  readonly heading: Heading;
  readonly blocks: readonly RootContent[];
}

/** Where a file's PM zone stands, and what stands around it. */
export interface ZonePlace {
  readonly section: ZoneSection | undefined;
  readonly outside: readonly RootContent[];
  readonly problems: readonly SectionProblem[];
}

/**
 * Finds the PM zone of a file (design §3): it starts at a heading that is exactly one of the known ones. A heading that looks like
 * one, a second section, and a place that says the zone is no longer or not yet meant are errors. Only headings of the file
 * itself count: not those in a quote, a list, a code block, HTML or front matter. The file's own heading counts before those of what it
 * imports, whose lines come later.
 */
export function findZone(root: Root, text: string, parts: readonly FilePart[] = [{ path: '', from: 0 }]): ZonePlace {
  const frontMatter = endOfFrontMatter(text);
  const titles = root.children.filter(
    (block) => block.type === 'heading' && startLine(block) > frontMatter && isTitle(block),
  );
  const title = titles.toSorted((one, other) => startLine(one) - startLine(other))[0];
  // A heading comes again where what stood under it goes on behind an import.
  const seen = new Set<Heading>();
  const outside: RootContent[] = [];
  const problems: SectionProblem[] = [];
  let section: { readonly heading: Heading; readonly blocks: RootContent[] } | undefined;
  let isInside = false;
  let above: readonly TitleAbove[] = [];
  for (const block of root.children) {
    if (startLine(block) <= frontMatter) continue;
    if (block.type !== 'heading') {
      above = htmlTitles(block).reduce(under, above);
      (isInside && section !== undefined ? section.blocks : outside).push(block);
      continue;
    }
    above = under(above, { depth: block.depth, words: toPlainText(tokenize(block)), line: startLine(block) });
    const isBelow = isInside && section !== undefined && block.depth > section.heading.depth;
    if (isBelow) {
      section?.blocks.push(block);
      continue;
    }
    isInside = block === title;
    if (isInside && section === undefined) {
      section = { heading: block, blocks: [] };
      problems.push(...above.slice(0, -1).filter(isSetAside).map(setAside));
    } else if (isInside) {
      section?.blocks.push(block);
    } else if (!titles.includes(block)) {
      if (!seen.has(block) && looksLikeZoneTitle(toPlainText(tokenize(block)))) problems.push(looksLikeOne(block));
      outside.push(block);
    } else if (!seen.has(block)) {
      problems.push(secondSection(block, title as Heading, parts));
    }
    seen.add(block);
  }
  const likely = section === undefined && problems.length === 0 ? findLikelyZone(outside) : undefined;
  if (likely !== undefined) problems.push(looksLikeOne(likely));
  const own = section === undefined ? [] : [...new Set([partAt(parts, 1), partAt(parts, startLine(section.heading))])];
  for (const part of own) {
    const remarks = findRemarks(textOf(parts, part, text));
    problems.push(...remarks.map((problem) => ({ ...problem, line: problem.line + part.from })));
  }
  return { section, outside, problems };
}

function isTitle(heading: Heading): boolean {
  const phrase = toPhrase(tokenize(heading));
  return !phrase.isOdd && (isZoneTitle(phrase.words) || isTitleWithLead(phrase));
}

/** "PM zone: what product managers may change", without a condition of its own. */
function isTitleWithLead({ words, line }: Phrase): boolean {
  const [title, lead] = words.split(/: | [–-] /u);
  return title !== undefined && lead !== undefined && isZoneTitle(title) && parseAllowingLead(lead, line)?.length === 0;
}

function looksLikeOne(heading: Heading): SectionProblem {
  const message = `“${excerptOf(heading)}” looks like the heading of a PM zone and is none, so nothing is open. Ask an engineer to call it “PM zone”, or to reword it if it is about something else.`;
  const mend = { from: excerptOf(heading), to: 'PM zone' };
  return { severity: 'error', line: startLine(heading), message, mend };
}

function secondSection(heading: Heading, first: Heading, parts: readonly FilePart[]): SectionProblem {
  const [{ path, from }, own] = [partAt(parts, startLine(first)), partAt(parts, startLine(heading))];
  const where = `line ${startLine(first) - from}${path === own.path ? '' : ` of ${path}`}`;
  const message = `A PM zone begins in ${where} already. Ask an engineer to put both into one section, so that nobody reads only half.`;
  return { severity: 'error', line: startLine(heading), message };
}

/** A heading above another, in Markdown or in HTML. */
interface TitleAbove {
  readonly depth: number;
  readonly words: string;
  readonly line: number;
}

function under(above: readonly TitleAbove[], title: TitleAbove): readonly TitleAbove[] {
  return [...above.filter(({ depth }) => depth < title.depth), title];
}

/** `<h1>Archive</h1>` is a heading to whoever reads the page. */
function htmlTitles(block: RootContent): readonly TitleAbove[] {
  if (block.type !== 'html') return [];
  return [...block.value.matchAll(/<h([1-6])(?=[\s>])[^>]*>([^<]{0,200})/giu)].map(([, depth, words = '']) => ({
    depth: Number(depth),
    words,
    line: startLine(block),
  }));
}

function isSetAside({ words }: TitleAbove): boolean {
  return setAsideWords.test(words.replace(ofProduct, ' '));
}

const setAsideWords =
  /(?<![\p{L}\p{N}.])(?:archived?|old|drafts?|examples?|templates?|deprecated|obsolete|proposals?|rfc|joke|parody|satire|fiction)(?![\p{L}\p{N}])/iu;

/** "Email template service" is what a product is called, not "Template of our rules". */
const ofProduct =
  /(?<=[\p{L}\p{N}] )(?:archived?|old|drafts?|examples?|templates?)(?= (?!(?:rules?|polic(?:y|ies)|zones?|lists?|sections?|instructions?|notes?|versions?|files?|of|for|only|and|or)(?![\p{L}]))[\p{L}]{3,})/giu;

function setAside({ words, line }: TitleAbove): SectionProblem {
  const message = `The PM zone stands under “${words.trim().slice(0, 80)}”, so nobody can say whether it holds. Ask an engineer to move it out of there.`;
  return { severity: 'error', line, message };
}

function excerptOf(heading: Heading): string {
  return toPlainText(tokenize(heading)).slice(0, 80);
}
