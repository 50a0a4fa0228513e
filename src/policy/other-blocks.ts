import type { Code, Html, Table } from 'mdast';
import { looksLikePath } from './item-globs.js';
import { keepsOut } from './lead.js';
import { piecesOf, type Piece } from './zone-text.js';

/** The words of HTML without its tags. They count as struck through: they can forbid, but never allow. */
export function shownWords(html: Html): readonly Piece[] {
  return piecesOf(html)
    .map((piece) => ({ ...piece, text: piece.text.replace(/<[^<>]*>/gu, ' '), struck: true }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

/** Whether a table's cell, or HTML, keeps PMs out of a path that stands in it. `pieces` are the block's words. */
export function forbidsItself(block: Code | Table | Html, pieces: readonly Piece[]): boolean {
  if (block.type === 'html') return keepsOut(pieces) && pieces.some(({ text }) => /[*/]/u.test(text));
  return (
    block.type === 'table' &&
    pieces.some(({ kind, text }) => kind === 'code' && looksLikePath(text)) &&
    block.children.some((row) => row.children.some((cell) => keepsOut(piecesOf(cell))))
  );
}
