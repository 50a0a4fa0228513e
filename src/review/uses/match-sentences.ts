import type { IndexedEnd, KeyIndex } from './key-index.js';
import type { KeyMatch } from './key-match.js';
import { mostWords } from './sentence-ends.js';

/**
 * Where the beginning or the end of a sentence stands, in a string or out of one, however it is broken into lines: what may be the text, and what no
 * string that is looked at whole would show.
 */
export function matchSentences(text: string, keys: KeyIndex): readonly KeyMatch[] {
  if (!keys.hasSentences) return [];
  const found: KeyMatch[] = [];
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({ word, index }));
  for (let at = 0; at < words.length; at++) {
    let probe = '';
    for (let count = 1; count <= mostWords && at + count <= words.length; count++) {
      const { word, index } = words[at + count - 1] as { word: string; index: number };
      probe = count === 1 ? word : `${probe} ${word}`;
      if (count === 1) continue;
      for (const end of keys.worded(probe)) {
        if (goesOn(words, at + count, end))
          found.push({
            key: end.key,
            at: (words[at] as { index: number }).index,
            end: index + word.length,
            sure: false,
          });
      }
    }
  }
  return found;
}

/** Are the other words of the sentence's end there too, with `next` being the place behind those that were found? */
function goesOn(all: readonly { readonly word: string }[], next: number, { words, isStart }: IndexedEnd): boolean {
  const known = Math.min(words.length, mostWords);
  const from = isStart ? next - known : next - words.length;
  return from >= 0 && words.every((word, index) => all[from + index]?.word === word);
}
