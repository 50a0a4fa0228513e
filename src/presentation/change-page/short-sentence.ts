import type { ChangedText } from '../my-change/text-changes.js';

/** A text by its first words, as the PM knows it: what it says now, else what it said. `most` characters at the utmost. */
export function shortSentence({ differences, key }: Pick<ChangedText, 'differences' | 'key'>, most = 90): string {
  const [first] = differences;
  const words = shorten(first.after || first.before || '', most - 2);
  return words === '' ? shorten(key, most) : `“${words}”`;
}

/** Words in one line of at most so many characters. */
export function shorten(text: string, most: number): string {
  const words = text.replaceAll(/\s+/gu, ' ').trim();
  if (words.length <= most) return words;
  // Half of a character that is written with two units is none.
  const cut = words.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.trimEnd()}…`;
}
