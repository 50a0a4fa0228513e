import type { Heading, Root, RootContent } from 'mdast';
import { toPhrase, type Phrase } from '../grammar/phrase.js';
import { parseAllowingLead } from '../grammar/read-lead.js';
import { startLine, tokenize, toPlainText } from '../grammar/tokenize.js';
import { isZoneTitle, looksLikeZoneTitle } from '../grammar/zone-title.js';
import type { SectionProblem } from '../policy.js';

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
 * itself count: not those in a quote, a list, a code block, HTML or front matter.
 */
export function findZone(root: Root, text: string): ZonePlace {
  const frontMatter = endOfFrontMatter(text);
  const outside: RootContent[] = [];
  const problems: SectionProblem[] = [];
  let section: { readonly heading: Heading; readonly blocks: RootContent[] } | undefined;
  let isInside = false;
  let above: readonly Heading[] = [];
  for (const block of root.children) {
    if (startLine(block) <= frontMatter) continue;
    if (block.type !== 'heading') {
      (isInside && section !== undefined ? section.blocks : outside).push(block);
      continue;
    }
    above = [...above.filter(({ depth }) => depth < block.depth), block];
    const isBelow = isInside && section !== undefined && block.depth > section.heading.depth;
    if (isBelow) {
      section?.blocks.push(block);
      continue;
    }
    isInside = isTitle(block);
    if (!isInside) {
      if (looksLikeZoneTitle(toPlainText(tokenize(block)))) problems.push(looksLikeOne(block));
      outside.push(block);
    } else if (section === undefined) {
      section = { heading: block, blocks: [] };
      problems.push(...above.slice(0, -1).filter(isSetAside).map(setAside));
    } else {
      problems.push(secondSection(block, section.heading));
      isInside = false;
    }
  }
  if (section !== undefined) problems.push(...remarkOfFrontMatter(text, frontMatter));
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
  const message = `"${excerptOf(heading)}" looks like the heading of a PM zone and is none, so nothing is open. Ask engineering to call it "PM zone", or to reword it if it is about something else.`;
  return { severity: 'error', line: startLine(heading), message };
}

function secondSection(heading: Heading, first: Heading): SectionProblem {
  const message = `A PM zone begins in line ${startLine(first)} already. Ask engineering to put both into one section, so that nobody reads only half.`;
  return { severity: 'error', line: startLine(heading), message };
}

function isSetAside(heading: Heading): boolean {
  return setAsideWords.test(toPlainText(tokenize(heading)));
}

const setAsideWords =
  /(?<![\p{L}\p{N}.])(?:archived?|old|drafts?|examples?|templates?|deprecated|obsolete)(?![\p{L}\p{N}])/iu;

function setAside(heading: Heading): SectionProblem {
  const message = `The PM zone stands under "${excerptOf(heading)}", so nobody can say whether it holds. Ask engineering to move it out of there.`;
  return { severity: 'error', line: startLine(heading), message };
}

function excerptOf(heading: Heading): string {
  return toPlainText(tokenize(heading)).slice(0, 80);
}

function remarkOfFrontMatter(text: string, end: number): readonly SectionProblem[] {
  const lines = text.split(/\r\n|\r|\n/u).slice(0, end);
  const line = lines.findIndex((each) => looksLikeZoneTitle(each) || /^\s*["']?(?:status|draft)["']?\s*:/iu.test(each));
  const message =
    'The settings at the top of this file say something about its status, so nobody can say whether the PM zone holds. Ask engineering to take that line out.';
  return line < 0 ? [] : [{ severity: 'error', line: line + 1, message }];
}

/**
 * The last line of a file's front matter, from 1; 0 where it has none. Front matter is what stands between a first line
 * `---` and the next and begins with `key:`: settings of some tool, whose comments and last line Markdown takes for
 * headings. What is written like Markdown is none, so that a rule above a title hides nothing.
 */
function endOfFrontMatter(text: string): number {
  const lines = text.replace(/^\ufeff/u, '').split(/\r\n|\r|\n/u);
  if (!isFence(lines[0]) || !isKey(lines[1])) return 0;
  const end = lines.findIndex((line, place) => place > 0 && isFence(line));
  return lines.slice(1, end).every(isYaml) ? end + 1 : 0;
}

function isFence(line: string | undefined): boolean {
  return line !== undefined && /^---[ \t]*$/u.test(line);
}

function isKey(line: string | undefined): boolean {
  return line !== undefined && /^["']?[\w.-]+["']?[ \t]*:(?:[ \t]|$)/u.test(line);
}

function isYaml(line: string): boolean {
  return isKey(line) || /^(?:[ \t#]|-[ \t]|$)/u.test(line);
}
