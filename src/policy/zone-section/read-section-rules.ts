import { findNamedPaths } from '../list-items/close-paths.js';
import { endLabelledLead } from './headings/label-paragraph.js';
import { speaksToPms } from './as-of-pms.js';
import type { FootnoteDefinition, List, RootContent } from 'mdast';
import { forbids } from '../grammar/refusals/forbidding-words.js';
import { isContactLine } from '../grammar/remarks/contact-lines.js';
import { keepsMatters } from '../grammar/keeps-matters.js';
import { isSentence, toPhrase, type Phrase } from '../grammar/phrase.js';
import { readLead } from '../grammar/leads/read-lead.js';
import { firstTokenLine, splitTokenLines, toExcerpt, tokenize, type TextToken } from '../grammar/tokenize.js';
import { isRosterTable } from '../roster/read-roster.js';
import { isSetting } from '../settings/parse-setting-line.js';
import { plainSettingsOf } from '../settings/read-settings.js';
import { isOfRest } from '../sample-paths.js';
import type { ZoneSection } from './find-zone.js';
import { findPmLines, findPmNames } from './find-pm-names.js';
import { isToolComment, readAside, readHiddenWords, readHtml } from './read-aside.js';
import { readCode } from './read-code.js';
import { readFootnotes } from './read-footnotes.js';
import { openHeading } from './headings/open-heading.js';
import { readItems, readList } from './read-list.js';
import { flushProse } from './prose/read-prose.js';
import { readTable } from './tables/read-table.js';
import { describePmLine } from './prose/describe-pm-line.js';
import { closeDoubtful } from './prose/close-doubtful.js';
import { keepSurplus } from './keep-surplus.js';
import { keepRemark } from './prose/marked-remark.js';
import { resolveLead } from './resolve-lead.js';
import { findLegend, readSignItems } from './sign-items.js';
import { softenExceptions } from './soften-exceptions.js';
import { bareHeadingsOf } from './headings/bare-headings.js';
import { findStandings } from './standings/find-standings.js';
import { readLabelledLines, readLabelledList } from './standings/read-labelled.js';
import { addProblem, type SectionRules, type SectionWalk } from './section-walk.js';
import { globsOf } from './section-list-item.js';
import { isRestated } from './prose/restated-prose.js';
import { isAboutLocked } from './prose/locked-prose.js';
import { keepClosingWords, keepIdleHeadings, keepWordsOnOpen } from './prose/closing-words.js';
import { splitBullets } from './split-bullets.js';

/**
 * Reads a PM-zone section block by block (policy-grammar): only a whole, known form opens. What forbids is found anywhere and locks, what is
 * neither is open only together with an engineer, and words that restrict are kept for the engineering DRI. Nothing is dropped.
 */
export function readSectionRules(
  { path: file, text }: { readonly path: string; readonly text: string },
  { heading, blocks }: ZoneSection,
  footnotes: ReadonlyMap<string, FootnoteDefinition>,
): SectionRules {
  const walk: SectionWalk = {
    file,
    lines: text.split(/\r\n|\r|\n/u),
    written: new Set(
      blocks.flatMap((block) =>
        block.type === 'paragraph' ? splitTokenLines(tokenize(block)).map(firstTokenLine) : [],
      ),
    ),
    footnotes,
    said: [],
    cited: new Set(),
    lockedItems: [],
    doubtful: [],
    closingWords: [],
    codes: blocks.flatMap((block) =>
      tokenize(block).flatMap(({ kind, text: code }) => (kind === 'code' ? [code] : [])),
    ),
    rules: [],
    prose: [],
    pathless: [],
    remarks: [],
    problems: [],
    headings: [],
    bareHeadings: bareHeadingsOf(blocks),
    standings: findStandings(blocks),
    legend: findLegend(blocks),
    pending: undefined,
    previous: undefined,
    excepted: new Set(),
    isToPms: false,
    pmNames: findPmNames(blocks, text),
    hasRoster: blocks.some((block) => block.type === 'table' && isRosterTable(block)),
    isFirst: true,
    isClosing: false,
  };
  for (const block of [heading, ...blocks]) {
    readHiddenWords(walk, block);
    readBlock(walk, block);
  }
  flushProse(walk);
  keepIdleHeadings(walk, 0);
  closeDoubtful(walk);
  const rules = softenExceptions(walk);
  keepWordsOnOpen(walk, rules);
  keepClosingWords(walk, rules);
  reportPmLines(walk, blocks);
  // What locks the rest of a folder says nothing of all that is in it.
  const whole = rules.filter((rule) => !isOfRest(rule));
  const cited = new Set(walk.said.flatMap(({ note, reason }) => (walk.cited.has(note) ? [reason] : [])));
  const prose = walk.prose.filter(
    (reason) => !cited.has(reason) && !isRestated(reason.text, whole) && !isAboutLocked(reason.text, whole),
  );
  reportKeptMatters(walk, prose);
  const { pathless, remarks, problems, saysOfRest } = walk;
  return { rules, prose, pathless, remarks, problems, ...(saysOfRest && { saysOfRest }) };
}

/** Without a list of PMs the lists hold for whoever works as one, whoever a line says that they are. */
function reportPmLines(walk: SectionWalk, blocks: readonly RootContent[]): void {
  if (walk.hasRoster) return;
  for (const { line, text } of findPmLines(blocks).filter((each) => isContactLine(each.text)))
    addProblem(walk, 'info', line, describePmLine(text));
}

/** Without a list of what PMs cannot touch, a sentence that closes and names no path is all that there is, and holds nobody. */
function reportKeptMatters(walk: SectionWalk, prose: SectionRules['prose']): void {
  if (walk.rules.some(({ effect }) => effect === 'forbid')) return;
  for (const { line, text } of prose) {
    if (text.includes('`') || !keepsMatters(text)) continue;
    const message = `Nothing enforces “${toExcerpt(text)}”, since it names no path. Ask an engineer to write what PMs cannot touch as a list under “PMs cannot touch:”, with the globs in backticks.`;
    addProblem(walk, 'error', line, message);
  }
}

function readBlock(walk: SectionWalk, block: RootContent): void {
  switch (block.type) {
    case 'heading':
      openHeading(walk, toPhrase(tokenize(block)), block.depth);
      return;
    case 'paragraph':
      readParagraph(walk, tokenize(block));
      return;
    case 'list': {
      if (readSignItems(walk, block) || readLabelledList(walk, block)) return;
      if (walk.pending !== undefined && isApart(walk.pending) && isOfLeads(block)) flushProse(walk);
      const lead = resolveLead(walk, globsOf(block));
      walk.previous = readList(walk, block, lead);
      walk.isFirst = false;
      return;
    }
    case 'table':
      if (isRosterTable(block)) flushProse(walk);
      else readTable(walk, block);
      endLead(walk);
      return;
    case 'code':
      readCode(walk, block, resolveLead(walk, []));
      endLead(walk);
      return;
    case 'html':
      if (isToolComment(block.value)) return;
      readHtml(walk, block, isUnderForbidding(walk));
      flushProse(walk);
      endAll(walk);
      return;
    case 'blockquote':
    case 'footnoteDefinition': {
      const before = walk.prose.length;
      readAside(walk, block, isUnderForbidding(walk));
      if (block.type === 'footnoteDefinition')
        walk.said.push(...walk.prose.slice(before).map((reason) => ({ note: block, reason })));
      flushProse(walk);
      endAll(walk);
      return;
    }
    case 'thematicBreak':
      flushProse(walk);
      endAll(walk);
      return;
    default:
  }
}

/** A paragraph that begins by speaking to whoever it is: "Engineers, …". */
const toSomebody = /^(?!you )[^.,:!?]{1,40}[,:!] /u;

/** Whether a paragraph is of sentences that do not point at the list below. */
function isApart(paragraph: Phrase): boolean {
  return isSentence(paragraph) && !ofList.test(paragraph.words);
}

const ofList = /(?<![\p{L}])(?:this|these|those|following|below|lists?|any\w*|no\w*|all|every\w*|it|them)(?![\p{L}])/u;

/** Whether each item of a list leads a list of its own: then no paragraph above them does. */
function isOfLeads({ children }: List): boolean {
  return children.every(({ children: [words, list, ...more] }) => {
    const isLed = words?.type === 'paragraph' && list?.type === 'list' && more.length === 0;
    return isLed && readLead(toPhrase(tokenize(words))).effect !== 'unknown';
  });
}

/** A paragraph may hold settings, and a list that Markdown does not see: lines that begin with "•", or with "2." right below the lead. */
function readParagraph(walk: SectionWalk, tokens: readonly TextToken[]): void {
  const all = splitTokenLines(tokens);
  const plain = new Set(plainSettingsOf(all, walk.lines).map(({ line }) => line));
  const lines = all.filter((line) => !isSetting(line) && !plain.has(firstTokenLine(line)));
  for (const line of all) keepSurplus(walk, line);
  if (readLabelledLines(walk, lines)) return;
  const { head, items } = splitBullets(lines);
  if (head.length > 0) {
    const next = toPhrase(readFootnotes(walk, head));
    walk.isToPms = speaksToPms(next) || (walk.isToPms && !toSomebody.test(next.words));
    flushProse(walk, next);
    endLabelledLead(walk, next);
    walk.previous = undefined;
    if (keepRemark(walk, next)) walk.isFirst = false;
    else walk.pending = next;
  }
  if (items.length === 0) return;
  const globs = findNamedPaths(items.flat()).map(({ text }) => text);
  const found = items.map((item) => ({ tokens: item, nested: [] }));
  walk.previous = readItems(walk, found, resolveLead(walk, globs), 0);
  walk.isFirst = false;
}

/** What follows has no lead of its own, unless the list above forbids. */
function endLead(walk: SectionWalk): void {
  if (walk.previous?.effect !== 'forbid') walk.previous = undefined;
  walk.isFirst = false;
}

function endAll(walk: SectionWalk): void {
  endLabelledLead(walk);
  endLead(walk);
}

function isUnderForbidding({ headings, pending }: SectionWalk): boolean {
  return headings.some(({ reading }) => reading.kind === 'forbid') || forbids(pending?.source ?? '');
}
