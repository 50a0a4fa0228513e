import type { Code, Html, Table, TableRow } from 'mdast';
import { isPath } from './item-globs.js';
import { keepsOut } from './lead.js';
import { linesOf, piecesOf, sourceOf, type Piece } from './zone-text.js';

/** The text of HTML without its tags. It counts as struck through: it can forbid, but never allow. */
export function shownWords(html: Html): readonly Piece[] {
  return piecesOf(html)
    .map((token) => ({ ...token, text: token.text.replace(/<[^<>]*>/gu, ' '), struck: true }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

/**
 * Whether a table's row or head, HTML, or a line of code that ends in a colon keeps PMs out of a path that stands in it. `tokens` are
 * the block's words. A code block that nobody closed holds all the rest of the section.
 */
export function forbidsItself(block: Code | Table | Html, tokens: readonly Piece[]): boolean {
  const hasPath = tokens.some(({ text }) => /[*/]/u.test(text));
  if (block.type === 'html') return keepsOut(tokens) && hasPath;
  if (block.type === 'code') return hasPath && linesOf(tokens).some((line) => endsInColon(line) && keepsOut(line));
  const [head, ...rows] = block.children;
  const tells = (row: TableRow | undefined): boolean => row?.children.some((cell) => keepsOut(piecesOf(cell))) === true;
  return rows.some((row) => (tells(head) || tells(row)) && piecesOf(row).some(isPath));
}

function endsInColon(line: readonly Piece[]): boolean {
  return /:\W*$/u.test(sourceOf(line));
}

/** Whether a comment is never closed, so that it hides all that follows. */
export function isOpenComment({ value }: Html): boolean {
  return value.lastIndexOf('<!--') > value.lastIndexOf('-->');
}
