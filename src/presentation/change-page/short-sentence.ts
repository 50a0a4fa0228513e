import type { ChangedText } from '../my-change/text-changes.js';
import { listCases } from '../words/list-cases.js';

/** A text by its first words, as the PM knows it: what it says now, else what it said. `most` characters at the utmost. */
export function shortSentence({ differences, key }: Pick<ChangedText, 'differences' | 'key'>, most = 90): string {
  const [first] = differences;
  const words = shorten(listCases(first.after || first.before || ''), most - 2);
  return words === '' ? shorten(key, most) : `“${words}”`;
}

/** Words in one line of at most so many characters. */
export function shorten(text: string, most: number): string {
  return cut(text.replaceAll(/\s+/gu, ' ').trim(), most);
}

/** The same without half a word at its end, for what the reader has to understand at a glance. */
export function firstWords(text: string, most: number): string {
  return shorten(text, most).replace(/(?<=\S)\s\S*…$/, '…');
}

/** A text of at most so many characters, in its own lines. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  // Half of a character that is written with two units is none.
  const start = text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '');
  // Neither is half of a placeholder or of a tag, unless the text begins with it.
  return `${start.replace(/(?<=\S\s+)\S*(?:\{[^{}]*|<[^<>]*)$/, '').trimEnd()}…`;
}
