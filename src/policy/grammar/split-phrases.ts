import { numberStart, shortened, shortenedBeforeNumber } from './words/abbreviations.js';

/** Some words of a text, from `start` up to `end`. */
export interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Cuts at punctuation, but not inside a word (`non-breaking`), a number (`1,000`), a limit (`max. 20`) or inline code. */
export function splitPhrases(text: string): readonly Span[] {
  return [...text.matchAll(phrases)].flatMap(({ 0: whole, index }): readonly Span[] => {
    const [before = ''] = beginning.exec(whole) ?? [];
    const phrase = whole.slice(before.length).replace(ending, '');
    const start = index + before.length;
    return phrase === '' ? [] : [{ text: phrase, start, end: start + phrase.length }];
  });
}

/** Whether a comma or a colon ties the phrases before and behind it together, and nothing parts them. */
export function isTied(between: string): boolean {
  return between.replace(beginning, '').replace(ending, '').trim() === ',' || between.trim() === ':';
}

const phrases = new RegExp(
  `(?:\`[^\`]*\`|${shortened}|${shortenedBeforeNumber}(?=\\s*${numberStart})|[^\`()[\\],;:.!–—\\n]|[.:](?=\\S)|(?<=\\p{N})[,–](?=\\p{N}))+|\``,
  'giu',
);

/** Quotes, connectors and check marks around a phrase. A warning sign is not among them: it points out a condition. */
const beginning = /^(?:#\s|[\s"'“”‘’*_/&+-]|[✅✔☑✓🟢👍]\ufe0f?)+/u;
const ending = /(?:[\s"'“”‘’*_/&+-]|[✅✔☑✓🟢👍]\ufe0f?)+$/u;
