import type { List } from 'mdast';
import { isLabel } from '../../grammar/descriptions.js';
import { mayDemand } from '../../grammar/remarks/word-against-remark.js';
import { isNeutral } from '../../grammar/neutral-prose.js';
import { isSentence, type Phrase } from '../../grammar/phrase.js';
import { readStandings } from '../../grammar/leads/standing-labels.js';
import { firstTokenLine, startLine, type TextToken } from '../../grammar/tokenize.js';
import { headingsOver } from '../headings/headings-over.js';
import { applySentence } from '../prose/read-known-sentence.js';
import { flushProse } from '../prose/read-prose.js';
import { globsOf } from '../section-list-item.js';
import { addProse, type SectionWalk } from '../section-walk.js';
import { readLabelledLine, type LabelledLine } from './labelled-line.js';
import { labelledItemsOf } from './labelled-items-of.js';

/**
 * Reads a list whose every item is paths and a label that says whose they are: "`docs/**` — PMs", "`src/**` — PMs with an engineer", "Engineers: `auth/**`".
 * False for any other list, of which nothing is read.
 */
export function readLabelledList(walk: SectionWalk, list: List): boolean {
  return readAll(walk, startLine(list), labelledItemsOf(list), globsOf(list));
}

/**
 * Reads a paragraph whose every line is such a label and its paths: "Free: `docs/`" over "With engineer: `a`" over "Never: `src/`". False for any other
 * paragraph, of which nothing is read.
 */
export function readLabelledLines(walk: SectionWalk, lines: readonly (readonly TextToken[])[]): boolean {
  const codes = lines.flat().filter(({ kind }) => kind === 'code');
  return readAll(
    walk,
    firstTokenLine(lines.flat()),
    lines.map(readLabelledLine),
    codes.map(({ text }) => text),
  );
}

/** Its labels have to say together what PMs may change, or those of its section do so. */
function readAll(
  walk: SectionWalk,
  line: number,
  lines: readonly (LabelledLine | undefined)[],
  globs: readonly string[],
): boolean {
  const known = lines.filter((each) => each !== undefined);
  if (known.length < lines.length) return false;
  if (readStandings(known.map(({ label }) => label)) === undefined && !walk.standings.blocks.has(line)) return false;
  if (!isPlainlyOver(walk, globs)) return false;
  if (walk.pending !== undefined && isPlace(walk.pending, globs)) walk.pending = undefined;
  flushProse(walk);
  const over = headingsOver(walk);
  for (const { sentence } of known) {
    const before = walk.prose.length;
    applySentence(walk, sentence, over);
    const words = sentence.effect === 'allow' ? undefined : sentence.items.find((item) => mayDemand(wordsOf(item)));
    if (words !== undefined && walk.prose.length === before) addProse(walk, words);
  }
  walk.previous = undefined;
  walk.isFirst = false;
  return true;
}

/** The words beside the paths that something closes: "– ask Erin before every merge". Those in brackets are about the path. */
function wordsOf(item: readonly TextToken[]): string {
  const words = item.map(({ kind, text }) => (kind === 'code' ? ' ' : text)).join('');
  return words.replace(/\([^()]*\)/gu, ' ').trim();
}

/** Whether nothing above asks another question than what PMs may change: "Reviewed by:", "### Linted by CI". */
function isPlainlyOver({ headings, pending }: SectionWalk, globs: readonly string[]): boolean {
  const areKnown = headings.every(({ reading: { kind }, phrase }) => kind !== 'label' || isLabel(phrase.words, globs));
  return areKnown && (pending === undefined || isNeutral(pending) || isSentence(pending) || isPlace(pending, globs));
}

/** "apps/web", over paths that all lie there. */
function isPlace({ words, isOdd }: Phrase, globs: readonly string[]): boolean {
  const place = words.replace(/^'|[':\s/]+$/gu, '');
  return !isOdd && !place.includes(' ') && globs.every((glob) => glob.toLowerCase().startsWith(`${place}/`));
}
