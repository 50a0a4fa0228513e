import { gap, type Likeness } from './vocabulary.js';

/** The typed words, by their lengths, and how like them the words of the texts are. */
export interface TypedWords {
  readonly lengths: readonly number[];
  /** The sum of the lengths. */
  readonly total: number;
  readonly likeness: Likeness;
  readonly lengthOf: (word: number) => number;
}

/** What a letter counts in a word that is mistyped, or cut off at the edge. */
const mistyped = 0.85;
/** What it costs, for each letter, to pass over a typed word or one of the text. */
const passTyped = 0.5;
const passText = 0.25;
/** What a letter counts that stands in the place of what the app fills in. */
export const filled = 0.1;
/** What words count that stand there in another order. */
const unordered = 0.6;

/** How much of what was typed can stand in a text at all, from 0 to 1: quick, and never less than `scoreWords` has from its words alone. */
export function coverOf(words: ArrayLike<number>, from: number, to: number, typed: TypedWords): number {
  const { likeness } = typed;
  let [same, alike] = [0, 0];
  for (let at = from; at < to; at++) {
    const word = words[at] as number;
    if (word === gap) continue;
    same |= likeness.same[word] as number;
    alike |= likeness.alike[word] as number;
  }
  if ((same | alike) === 0) return 0;
  let sum = 0;
  for (let index = 0; index < typed.lengths.length; index++) {
    const length = typed.lengths[index] as number;
    sum += (same >>> index) & 1 ? length : (alike >>> index) & 1 ? mistyped * length : 0;
  }
  return sum / typed.total;
}

/**
 * How well a text fits what was typed, from 0 to 1: the longest stretch of words that both have in the same order, where a word may be
 * mistyped or missing and what the app fills in may be anything; a little more for a text of which less is left over.
 */
export function scoreWords(words: ArrayLike<number>, from: number, to: number, typed: TypedWords): number {
  const { lengths, likeness, lengthOf } = typed;
  let previous = new Float64Array(lengths.length + 1);
  let [best, letters] = [0, 0];
  for (let at = from; at < to; at++) {
    const word = words[at] as number;
    const row = new Float64Array(lengths.length + 1);
    const length = word === gap ? 0 : lengthOf(word);
    const [same, alike] = word === gap ? [0, 0] : [likeness.same[word] as number, likeness.alike[word] as number];
    letters += length;
    row[0] = 0;
    for (const [index, own] of lengths.entries()) {
      const fits = (same >>> index) & 1 ? own : (alike >>> index) & 1 ? mistyped * own : undefined;
      const before = previous[index] as number;
      const here = fits === undefined ? (word === gap ? before : 0) : before + fits;
      const passed = (row[index] as number) + (word === gap ? filled : -passTyped) * own;
      row[index + 1] = Math.max(0, here, passed, (previous[index + 1] as number) - passText * length);
      best = Math.max(best, row[index + 1] as number);
    }
    previous = row;
  }
  const stretch = Math.max(best, unordered * coverOf(words, from, to, typed) * typed.total);
  return (stretch / typed.total) * (0.8 + 0.2 * Math.min(1, stretch / Math.max(1, letters)));
}
