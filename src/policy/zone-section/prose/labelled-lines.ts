import { toPhrase } from '../../grammar/phrase.js';
import { splitInline } from '../../grammar/split-inline.js';
import { readStandingLabel, readStandings, type StandingLabel } from '../../grammar/standing-labels.js';
import type { TextToken } from '../../grammar/tokenize.js';
import { headingsOver } from '../headings/headings-over.js';
import type { SectionWalk } from '../section-walk.js';
import { applySentence, type KnownSentence } from './known-sentence.js';
import { flushProse } from './read-prose.js';

/**
 * Reads a paragraph whose every line is a label and its paths, and whose labels say together what PMs may change: "Free: `docs/`" over "With engineer: `a`"
 * over "Never: `src/`". False for any other paragraph, of which nothing is read.
 */
export function readLabelledLines(walk: SectionWalk, lines: readonly (readonly TextToken[])[]): boolean {
  const read = lines.map(readLine);
  const known = read.filter((line) => line !== undefined);
  if (readStandings(read.map((line) => line?.label)) === undefined) return false;
  flushProse(walk);
  const over = headingsOver(walk);
  for (const { sentence } of known) applySentence(walk, sentence, over);
  walk.previous = undefined;
  walk.isFirst = false;
  return true;
}

interface LabelledLine {
  readonly label: StandingLabel;
  readonly sentence: KnownSentence;
}

function readLine(line: readonly TextToken[]): LabelledLine | undefined {
  const start = line.findIndex(({ kind }) => kind === 'code');
  const { words, isOdd } = toPhrase(line.slice(0, Math.max(start, 0)));
  const [, written = '', behind = ''] = labelled.exec(words) ?? [];
  const label = readStandingLabel(written);
  if (label === undefined || isOdd || toPhrase(line).isOdd) return undefined;
  const { effect } = label;
  if (behind !== '' && !ofAll.test(behind) && !(effect === 'forbid' && ofRest.test(behind))) return undefined;
  const lead = effect === 'allow' ? { effect, conditions: [], label: '' } : { effect };
  return { label, sentence: { effect, lead, items: splitInline(line.slice(start)) } };
}

const labelled = /^([^:]{1,120}):(?: (.{1,80}))?$/u;

/** "Allowed: everything in `docs/`" */
const ofAll = /^(?:everything|anything|all|all files)(?: that is)? (?:in|under|below|inside)$/u;

/** "Never: everything else, especially `src/`" */
const ofRest = /^(?:everything|anything|all) else,? (?:especially|in particular|above all|including)$/u;
