import { toPhrase, type Phrase } from '../grammar/phrase.js';
import { readLead } from '../grammar/leads/read-lead.js';
import { firstTokenLine, splitTokenLines, toSourceText, type TextToken } from '../grammar/tokenize.js';

/**
 * Splits an item from a lead right below it. Without an empty line between, Markdown takes "PMs cannot touch:" for the end of
 * the item above, and the list under it for more of the same list. A known lead is a line without code that ends in a colon or is all
 * bold, and no first line. At the margin (`isAtMargin`, by line) any words that end so lead what follows, for whoever reads the file as
 * text; and a sentence there is said of all lists (`sentences`). Both may belong to the item as well, and stay in it.
 */
export function splitLazyLead(
  tokens: readonly TextToken[],
  isAtMargin: (line: number) => boolean,
): {
  readonly tokens: readonly TextToken[];
  readonly lazy: Phrase | undefined;
  readonly sentences: readonly Phrase[];
} {
  const lines = splitTokenLines(tokens);
  const known = lines.findLastIndex((line, place) => place > 0 && isSetOff(line));
  const own = lines
    .filter((_, place) => place !== known)
    .flatMap((line, place) => (place === 0 ? line : [...lineBreak(line), ...line]));
  const below = lines.filter((line, place) => place > 0 && place !== known && isAtMargin(firstTokenLine(line)));
  const lead = lines[known] ?? below.findLast((line) => endsLikeLead(line));
  const sentences = below.filter((line) => line !== lead).map(toPhrase);
  return {
    tokens: known < 0 ? tokens : own,
    lazy: lead === undefined ? undefined : toPhrase(lead),
    sentences: sentences.filter(({ source }) => sentence.test(source)),
  };
}

/** A line that begins as a sentence does, and not as more of the line above. */
const sentence = /^[\s\p{S}\ufe0f"'“„«¿¡*_]*[^\P{L}\p{Ll}]/u;

/** Whether a line without code ends in a colon, or is all bold, and is a lead of a known kind. */
export function isSetOff(line: readonly TextToken[]): boolean {
  if (line.length === 0 || line.some(({ kind }) => kind === 'code')) return false;
  return endsLikeLead(line) && readLead(toPhrase(line)).effect !== 'unknown';
}

/** Whether words end in a colon or are all bold, as a lead or a label does. */
export function endsLikeLead(line: readonly TextToken[]): boolean {
  return (
    /[:：][^\p{L}\p{N}]*(?:<[^<>]*>\s*)*$/u.test(toSourceText(line)) ||
    line.every(({ bold, text }) => bold || text.trim() === '')
  );
}

function lineBreak(line: readonly TextToken[]): readonly TextToken[] {
  return line.slice(0, 1).map((token) => ({ ...token, kind: 'text', text: '\n' }));
}
