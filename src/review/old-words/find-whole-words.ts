import { escapeExpression } from '../../text/escape-expression.js';
import { indexLines } from '../../text/index-lines.js';

/** The lines, from 1, each once, in which a text stands as all of a string, an element or a line. */
export function findWholeWords(text: string, words: string): readonly number[] {
  return findBetween(text, words, before, behind);
}

/** The same of a text that stands within other words, as docs quote it. */
export function findWordsWithin(text: string, words: string): readonly number[] {
  return findBetween(text, words, /(?:^|[^\p{L}\p{N}])$/u, /^(?:$|[^\p{L}\p{N}])/u);
}

function findBetween(text: string, words: string, left: RegExp, right: RegExp): readonly number[] {
  const lineOf = indexLines(text);
  const found = [...text.matchAll(new RegExp(expressWords(words), 'gu'))].filter(
    ({ 0: whole, index }) =>
      left.test(text.slice(Math.max(0, index - longestIndent), index)) &&
      right.test(text.slice(index + whole.length, index + whole.length + longestIndent)),
  );
  return [...new Set(found.map(({ index }) => lineOf(index).line))];
}

/** An expression, of JavaScript or POSIX extended, for words as programs write them: quotation marks are escaped in strings. */
export function expressWords(words: string): string {
  return escapeExpression(words).replace(/["'`]/g, '\\\\?$&');
}

const longestIndent = 200;

/** A quotation mark, the end of a tag, of a regular expression, or the beginning of a line. */
const before = /(?:["'`/^]|(?:^|\n|: |>)[ \t]{0,200})$/;
const behind = /^(?:\\?["'`/$]|[ \t]{0,200}(?:\r?\n|<|$))/;
