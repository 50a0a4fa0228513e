import { excludesPms, parseLead } from './parse-lead.js';
import { splitTokenLines, toSourceText, type TextToken } from './tokenize.js';

/** A list item's own text and the inline lead at its end. */
export interface SplitItem {
  readonly own: readonly TextToken[];
  readonly lead: readonly TextToken[] | undefined;
}

/**
 * Splits an item from a lead right below it. Without an empty line between, Markdown takes "PMs cannot touch:" for the end of
 * the item above, and the list under it for more of the same list. Only a line without code that ends in a colon or is all
 * bold is a lead; it may also be the whole item.
 */
export function splitInlineLead(tokens: readonly TextToken[]): SplitItem {
  const lines = splitTokenLines(tokens);
  const at = lines.findLastIndex((line, place) => isLead(line) && (place > 0 || excludesPms(line)));
  if (at < 0) return { own: tokens, lead: undefined };
  const own = lines.slice(0, at).flatMap((line, place) => (place === 0 ? line : [...lineBreak(line), ...line]));
  return { own, lead: lines[at] };
}

function isLead(line: readonly TextToken[]): boolean {
  const isSetOff = /:\W*$/u.test(toSourceText(line)) || line.every(({ bold, text }) => bold || text.trim() === '');
  return isSetOff && !line.some(({ kind }) => kind === 'code') && (excludesPms(line) || parseLead(line) !== undefined);
}

function lineBreak(line: readonly TextToken[]): readonly TextToken[] {
  return line.slice(0, 1).map((token) => ({ ...token, kind: 'text', text: '\n' }));
}
