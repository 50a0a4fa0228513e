import { isAlike, lettersIn } from './is-alike.js';
import { splitWords } from './match-words.js';
import { gapMarker } from './render-variants.js';

/** Stands among the numbers of words for what the app fills in. */
export const gap = -1;

/** The words of all texts, each with a number. */
export interface Vocabulary {
  /** The words of a rendering as numbers, `gap` where the app fills something in. */
  readonly read: (rendering: string) => readonly number[];
  readonly lengthOf: (word: number) => number;
  /** The number of a word that is known now. */
  readonly numberOf: (word: string) => number | undefined;
  /** By the number of a word: bits for the typed words (at most `mostTyped`) that stand somewhere in it. */
  readonly holding: (typed: readonly string[]) => Uint32Array;
  /** How like each of the typed words (at most `mostTyped`) the words are that are known now. */
  readonly compare: (typed: readonly string[]) => Likeness;
}

/** By the number of a word: bits for the typed words that it is, and for those that it is but for a letter, or for an end that is cut off. */
export interface Likeness {
  readonly same: Uint32Array;
  readonly alike: Uint32Array;
}

/** Typed words that are compared: a bit each. */
export const mostTyped = 24;
/** Of one rendering; a longer one is compared so far. */
export const mostRead = 200;

/** A vocabulary only grows: what is taken out of an index leaves its words behind. */
export function createVocabulary(): Vocabulary {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  const letters: number[] = [];
  const lengths: number[] = [];
  const add = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, words.length);
    letters.push(lettersIn(word));
    lengths.push(word.length);
    return words.push(word) - 1;
  };
  return {
    read: (rendering) => {
      const pieces = rendering.split(gapMarker);
      const read = pieces.flatMap((piece, index) => [...(index > 0 ? [gap] : []), ...splitWords(piece).map(add)]);
      return read.slice(0, mostRead);
    },
    lengthOf: (word) => lengths[word] as number,
    numberOf: (word) => numbers.get(word),
    holding: (typed) => {
      const held = new Uint32Array(words.length);
      for (const [index, one] of typed.slice(0, mostTyped).entries()) {
        const [bit, mask] = [1 << index, lettersIn(one)];
        for (let word = 0; word < words.length; word++) {
          // Most words lack one of its letters.
          if ((mask & ~(letters[word] as number)) === 0 && (words[word] as string).includes(one))
            held[word] = (held[word] as number) | bit;
        }
      }
      return held;
    },
    compare: (typed) => {
      const [same, alike] = [new Uint32Array(words.length), new Uint32Array(words.length)];
      for (const [index, one] of typed.slice(0, mostTyped).entries()) {
        const [bit, mask] = [1 << index, lettersIn(one)];
        const known = numbers.get(one);
        if (known !== undefined) same[known] = (same[known] as number) | bit;
        const edge = index === 0 ? 'start' : index === typed.length - 1 ? 'end' : undefined;
        for (let word = 0; word < words.length; word++) {
          const theirs = letters[word] as number;
          const isRest = edge !== undefined && (mask & ~theirs) === 0;
          // Most words are told apart by their lengths.
          if (!isRest && Math.abs((lengths[word] as number) - one.length) > 2) continue;
          const other = words[word] as string;
          if ((isRest && isCut(one, other, edge)) || isAlike(one, mask, other, theirs))
            alike[word] = (alike[word] as number) | bit;
        }
      }
      return { same, alike };
    },
  };
}

/** Is the typed word the rest of a word that is cut off at the edge? The only typed word may be still being typed. */
function isCut(typed: string, word: string, edge: 'start' | 'end'): boolean {
  if (typed.length < 3 || typed.length >= word.length) return false;
  return edge === 'end' ? word.startsWith(typed) : word.endsWith(typed);
}
