import { splitWords, type WordQuery } from './match-words.js';

/**
 * Says of folded texts whether they hold most of the words, mistyped by a letter (two in long words) or not: the last resort. Words that
 * come up often are compared once.
 */
export function createFuzzyMatcher({ words }: WordQuery): (rendering: string) => boolean {
  const long = words.filter((word) => word.length >= 3);
  const needed = long.length <= 2 ? long.length : Math.ceil(long.length * 0.7);
  const known = new Map<string, number>();
  return (rendering) => {
    if (long.length === 0) return false;
    let found = 0;
    for (const word of splitWords(rendering).slice(0, mostWords)) {
      let bits = known.get(word);
      if (bits === undefined) {
        bits = long.reduce((sum, other, index) => (isAlike(word, other) ? sum | (1 << index) : sum), 0);
        if (known.size < mostKnown) known.set(word, bits);
      }
      found |= bits;
    }
    return bitsIn(found) >= needed;
  };
}

/** Of one text. */
const mostWords = 200;
const mostKnown = 200_000;

function bitsIn(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function isAlike(word: string, other: string): boolean {
  const allowed = Math.min(word.length, other.length) >= 8 ? 2 : Math.min(word.length, other.length) >= 4 ? 1 : 0;
  return Math.abs(word.length - other.length) <= allowed && isWithin(word, other, allowed);
}

/** Are so many letters to be changed, added, left out or swapped at most? Only the diagonals that can be are looked at. */
function isWithin(word: string, other: string, allowed: number): boolean {
  let start = 0;
  while (start < word.length && word[start] === other[start]) start++;
  let ends = 0;
  while (ends < Math.min(word.length, other.length) - start && word.at(-1 - ends) === other.at(-1 - ends)) ends++;
  const [left, right] = [word.slice(start, word.length - ends), other.slice(start, other.length - ends)];
  if (left === '' || right === '') return left.length + right.length <= allowed;
  if (allowed === 0) return false;
  const rest = allowed - 1;
  const [, ...leftTail] = left;
  const [, ...rightTail] = right;
  const [leftRest, rightRest] = [leftTail.join(''), rightTail.join('')];
  const swapped = left.length > 1 && right.length > 1 && left[0] === right[1] && left[1] === right[0];
  return (
    isWithin(leftRest, rightRest, rest) ||
    isWithin(leftRest, right, rest) ||
    isWithin(left, rightRest, rest) ||
    (swapped && isWithin(left.slice(2), right.slice(2), rest))
  );
}
