import { parseConditions } from '../../grammar/parse-conditions.js';
import { toPhrase } from '../../grammar/phrase.js';
import { splitGlobs } from '../../grammar/split-globs.js';
import { splitSentences } from '../../grammar/split-sentences.js';
import { splitInline } from '../../grammar/split-inline.js';
import { splitLabel, type SplitLabel } from '../../grammar/split-label.js';
import type { StandingLabel } from '../../grammar/leads/standing-labels.js';
import type { TextToken } from '../../grammar/tokenize.js';
import type { KnownSentence } from '../prose/known-sentence.js';

/** A line or an item that is paths and a label that says whose they are. */
export interface LabelledLine {
  readonly label: StandingLabel;
  readonly sentence: KnownSentence;
}

/**
 * Reads "Free: `docs/`, `guides/`" or "`docs/**` — PMs, once Legal agrees", or gives `undefined` for any other words. What stands behind a label that allows is a
 * condition of its paths.
 */
export function readLabelledLine(tokens: readonly TextToken[]): LabelledLine | undefined {
  if (toPhrase(tokens).isOdd || splitSentences(tokens).length > 1) return undefined;
  const start = tokens.findIndex(({ text }) => text.trim() !== '');
  const line = tokens.slice(start);
  return line[0]?.kind === 'code' ? readBehind(line) : readBefore(line);
}

function readBefore(line: readonly TextToken[]): LabelledLine | undefined {
  const start = line.findIndex(({ kind }) => kind === 'code');
  const { words, line: at } = toPhrase(line.slice(0, Math.max(start, 0)));
  const [, written = '', behind = ''] = labelled.exec(words) ?? [];
  const split = splitLabel(written);
  if (split === undefined) return undefined;
  const { effect } = split.label;
  // Of what is closed anyway such words may be about something else.
  if (effect !== 'allow' && split.tail !== '') return undefined;
  if (behind !== '' && !ofAll.test(behind) && !(effect === 'forbid' && ofRest.test(behind))) return undefined;
  const conditions = parseConditions(split.tail, at);
  return asLabelled(split.label, conditions, splitInline(line.slice(start)));
}

function readBehind(line: readonly TextToken[]): LabelledLine | undefined {
  const { globs, rest } = splitGlobs(line);
  const [said, ...more] = rest.filter(({ text }) => text.trim() !== '');
  if (globs.length === 0 || said?.kind !== 'text') return undefined;
  const split = splitBehind(said.text.replace(joint, ''), more.length > 0);
  if (split === undefined) return undefined;
  return asLabelled(split.label, [], [[...line.slice(0, line.indexOf(said)), { ...said, text: split.tail }, ...more]]);
}

/** A label right before more code is part of other words. */
function splitBehind(text: string, goesOn: boolean): SplitLabel | undefined {
  const split = splitLabel(text);
  return goesOn && split?.tail === '' ? undefined : split;
}

function asLabelled(
  label: StandingLabel,
  conditions: ReturnType<typeof parseConditions>,
  items: KnownSentence['items'],
): LabelledLine {
  const { effect } = label;
  const lead = effect === 'allow' ? { effect, conditions, label: '' } : { effect };
  return { label, sentence: { effect, lead, items } };
}

/** A dash, a colon or an arrow between paths and their label. */
const joint = /^\s*(?:[–—:→-]|->)\s*/u;

const labelled = /^([^:]{1,120}):(?: (.{1,80}))?$/u;

/** "Allowed: everything in `docs/`" */
const ofAll = /^(?:everything|anything|all|all files)(?: that is)? (?:in|under|below|inside)$/u;

/** "Never: everything else, especially `src/`" */
const ofRest = /^(?:everything|anything|all) else,? (?:especially|in particular|above all|including)$/u;
