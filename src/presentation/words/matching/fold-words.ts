/**
 * Words as people compare them: without case and accents; straight quotation marks, three dots for an ellipsis, a hyphen for every
 * dash; any white space is one space; what cannot be seen is gone. Not trimmed, so that pieces can be folded one by one.
 */
export function foldWords(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  let folded = '';
  for (const sign of text) folded += foldSign(sign, folded.endsWith(' '));
  return folded;
}

/** The same with, for each character of the result, the offset of what it came from; one more at the end for the end of the text. */
export function foldWithOrigins(text: string): { readonly folded: string; readonly origins: readonly number[] } {
  let folded = '';
  const origins: number[] = [];
  let offset = 0;
  for (const sign of text) {
    const piece = foldSign(sign, folded.endsWith(' '));
    for (let index = 0; index < piece.length; index++) origins.push(offset);
    folded += piece;
    offset += sign.length;
  }
  return { folded, origins: [...origins, offset] };
}

/** Nothing to fold but case: most texts in English. */
const plain = /^(?:[!-~]|(?<! ) )*$/;

function foldSign(sign: string, afterSpace: boolean): string {
  if (/\s/u.test(sign)) return afterSpace ? '' : ' ';
  if (/[!-~]/.test(sign)) return sign.toLowerCase();
  const known = folds.get(sign);
  if (known !== undefined) return known;
  return sign
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/\s+/gu, ' ');
}

const folds: ReadonlyMap<string, string> = new Map([
  ...Array.from('‘’‚‛´′ʼ`', (sign): [string, string] => [sign, "'"]),
  ...Array.from('“”„‟«»″', (sign): [string, string] => [sign, '"']),
  ...Array.from('‐‑‒–—―−', (sign): [string, string] => [sign, '-']),
  ['ß', 'ss'],
  ['ẞ', 'ss'],
  ['æ', 'ae'],
  ['Æ', 'ae'],
  ['œ', 'oe'],
  ['Œ', 'oe'],
  ['ø', 'o'],
  ['Ø', 'o'],
  ['ł', 'l'],
  ['Ł', 'l'],
  ['đ', 'd'],
  ['Đ', 'd'],
  ['ı', 'i'],
]);
