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
  /** How like each of the typed words (at most `mostTyped`) the words are that are known now. */
  readonly compare: (typed: readonly string[]) => Likeness;
}

/** By the number of a word: bits for the typed words that it is, and for those that it is but for a letter, or for an end that is cut off. */
export interface Likeness {
  readonly same: (word: number) => number;
  readonly alike: (word: number) => number;
}

/** Typed words that are compared: a bit each. */
export const mostTyped = 24;
/** Of one rendering; a longer one is compared so far. */
const mostWords = 200;

/** A vocabulary only grows: what is taken out of an index leaves its words behind. */
export function createVocabulary(): Vocabulary {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  const letters: number[] = [];
  const numberOf = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, words.length);
    letters.push(lettersIn(word));
    return words.push(word) - 1;
  };
  return {
    read: (rendering) => {
      const pieces = rendering.split(gapMarker);
      const read = pieces.flatMap((piece, index) => [...(index > 0 ? [gap] : []), ...splitWords(piece).map(numberOf)]);
      return read.slice(0, mostWords);
    },
    lengthOf: (word) => (words[word] as string).length,
    compare: (typed) => {
      const [same, alike] = [new Uint32Array(words.length), new Uint32Array(words.length)];
      for (const [index, one] of typed.slice(0, mostTyped).entries()) {
        const [bit, mask] = [1 << index, lettersIn(one)];
        const known = numbers.get(one);
        if (known !== undefined) same[known] = (same[known] as number) | bit;
        const edge = index === 0 ? 'start' : index === typed.length - 1 ? 'end' : undefined;
        for (let word = 0; word < words.length; word++) {
          const other = words[word] as string;
          // Most words are told apart by their lengths.
          if (edge === undefined && Math.abs(other.length - one.length) > 2) continue;
          if (isCut(one, other, edge) || isAlike(one, mask, other, letters[word] as number))
            alike[word] = (alike[word] as number) | bit;
        }
      }
      return { same: (word) => same[word] as number, alike: (word) => alike[word] as number };
    },
  };
}

/** Is the typed word the rest of a word that is cut off at the edge? The only typed word may be still being typed. */
function isCut(typed: string, word: string, edge: 'start' | 'end' | undefined): boolean {
  if (edge === undefined || typed.length < 3 || typed.length >= word.length) return false;
  return edge === 'end' ? word.startsWith(typed) : word.endsWith(typed);
}
