import { keepsOut, leadOf } from './lead.js';
import { linesOf, sourceOf, type Piece } from './zone-text.js';

/** A list item's own text and the inline lead at its end. */
export interface CutItem {
  readonly own: readonly Piece[];
  readonly lead: readonly Piece[] | undefined;
}

/**
 * Splits an item from a lead right below it. Without an empty line between, Markdown takes "PMs cannot touch:" for the end of
 * the item above, and the list under it for more of the same list. Only a line without code that ends in a colon or is all
 * bold is a lead; it may also be the whole item.
 */
export function cutLead(tokens: readonly Piece[]): CutItem {
  const lines = linesOf(tokens);
  const at = lines.findLastIndex((line, place) => isLead(line) && (place > 0 || keepsOut(line)));
  if (at < 0) return { own: tokens, lead: undefined };
  const own = lines.slice(0, at).flatMap((line, place) => (place === 0 ? line : [...lineBreak(line), ...line]));
  return { own, lead: lines[at] };
}

function isLead(line: readonly Piece[]): boolean {
  const isSetOff = /:\W*$/u.test(sourceOf(line)) || line.every(({ bold, text }) => bold || text.trim() === '');
  return isSetOff && !line.some(({ kind }) => kind === 'code') && (keepsOut(line) || leadOf(line) !== undefined);
}

function lineBreak(line: readonly Piece[]): readonly Piece[] {
  return line.slice(0, 1).map((token) => ({ ...token, kind: 'text', text: '\n' }));
}
