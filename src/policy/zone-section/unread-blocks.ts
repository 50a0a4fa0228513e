import type { Code, Html, Table, TableRow } from 'mdast';
import { looksLikePath } from '../list-items/split-globs.js';
import { excludesPms } from './parse-lead.js';
import { splitTokenLines, tokenize, toSourceText, type TextToken } from './tokenize.js';

/** The text of HTML without its tags. It counts as struck through: it can forbid, but never allow. */
export function tokenizeHtml(html: Html): readonly TextToken[] {
  return tokenize(html)
    .map((token) => ({ ...token, text: token.text.replace(/<[^<>]*>/gu, ' '), struck: true }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

/**
 * Whether a table's row or head, HTML, or a line of code that ends in a colon keeps PMs out of a path that stands in it. `tokens` are
 * the block's words. A code block that nobody closed holds all the rest of the section.
 */
export function forbidsPaths(block: Code | Table | Html, tokens: readonly TextToken[]): boolean {
  const hasPath = tokens.some(({ text }) => /[*/]/u.test(text));
  if (block.type === 'html') return excludesPms(tokens) && hasPath;
  if (block.type === 'code')
    return hasPath && splitTokenLines(tokens).some((line) => endsInColon(line) && excludesPms(line));
  const [head, ...rows] = block.children;
  const tells = (row: TableRow | undefined): boolean =>
    row?.children.some((cell) => excludesPms(tokenize(cell))) === true;
  return rows.some((row) => (tells(head) || tells(row)) && tokenize(row).some(looksLikePath));
}

function endsInColon(line: readonly TextToken[]): boolean {
  return /:\W*$/u.test(toSourceText(line));
}

/** Whether a comment is never closed, so that it hides all that follows. */
export function isUnclosedComment({ value }: Html): boolean {
  return value.lastIndexOf('<!--') > value.lastIndexOf('-->');
}
