import { splitWords, type WordQuery } from './match-words.js';
import { gap, mostRead, mostTyped, type Vocabulary } from './vocabulary.js';

/** May a rendering fit what was typed, by the numbers of its words between `from` and `to`? */
export type Preselection = (numbers: Int32Array, from: number, to: number) => boolean;

/** Stands among the bits of the typed words for a word that one of them begins or ends with. */
const piece = 1 << mostTyped;

/**
 * Tells most renderings apart from what was typed without reading them: whatever `matchRendering` finds to fit may fit. Only one that is all
 * of signs is not taken for a part of what was typed.
 */
export function preselect({ folded, words }: WordQuery, vocabulary: Vocabulary): Preselection {
  const bits = vocabulary.holding(words);
  const all = (1 << words.length) - 1;
  for (const word of new Set(splitWords(folded))) {
    for (let length = 1; length <= word.length; length++) {
      for (const part of [word.slice(0, length), word.slice(-length)]) {
        const known = vocabulary.numberOf(part);
        if (known !== undefined) bits[known] = (bits[known] as number) | piece;
      }
    }
  }
  return (numbers, from, to) => {
    // The rest of a very long one is not known by its words.
    if (to - from >= mostRead) return true;
    let held = 0;
    let hasGap = false;
    for (let at = from; at < to; at++) {
      const word = numbers[at] as number;
      if (word === gap) hasGap = true;
      else held |= bits[word] as number;
    }
    held &= all;
    if (held === all || (hasGap && held !== 0)) return true;
    // What stands within what was typed begins with one of its words, or with the rest of one.
    return from < to && !hasGap && ((bits[numbers[from] as number] as number) & piece) !== 0;
  };
}
