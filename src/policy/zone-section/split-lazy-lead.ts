import { toPhrase, type Phrase } from '../grammar/phrase.js';
import { readLead } from '../grammar/read-lead.js';
import { splitTokenLines, toSourceText, type TextToken } from '../grammar/tokenize.js';

/**
 * Splits an item from a lead right below it. Without an empty line between, Markdown takes "PMs cannot touch:" for the end of
 * the item above, and the list under it for more of the same list. Only a line without code that ends in a colon or is all
 * bold, and is no first line, can be one.
 */
export function splitLazyLead(tokens: readonly TextToken[]): {
  readonly tokens: readonly TextToken[];
  readonly lazy: Phrase | undefined;
} {
  const lines = splitTokenLines(tokens);
  const at = lines.findLastIndex((line, place) => place > 0 && isSetOff(line));
  if (at < 0) return { tokens, lazy: undefined };
  const own = lines.slice(0, at).flatMap((line, place) => (place === 0 ? line : [...lineBreak(line), ...line]));
  return { tokens: own, lazy: toPhrase(lines[at] ?? []) };
}

/** Whether a line without code ends in a colon, or is all bold, and is a lead of a known kind. */
export function isSetOff(line: readonly TextToken[]): boolean {
  if (line.length === 0 || line.some(({ kind }) => kind === 'code')) return false;
  const isBold = line.every(({ bold, text }) => bold || text.trim() === '');
  return (/:\W*$/u.test(toSourceText(line)) || isBold) && readLead(toPhrase(line)).effect !== 'unknown';
}

function lineBreak(line: readonly TextToken[]): readonly TextToken[] {
  return line.slice(0, 1).map((token) => ({ ...token, kind: 'text', text: '\n' }));
}
