import { decodeCode, decodeEscape, escapeAsJson, escapeEach, toAscii } from './escapes.js';
import { spellInside, type Spelling } from './spelling.js';

// No repetition in these repeats another over the same signs.
const double = /"[^"\\]*(?:\\[^][^"\\]*)*"/y;
const single = /'[^'\\]*(?:\\[^][^'\\]*)*'/y;
const template = /`[^`\\]*(?:\\[^][^`\\]*)*`/y;

/** JSON, also in string catalogs. A file that escapes all that is no ASCII goes on to. */
export function spellJson(text: string, at: number): readonly Spelling[] {
  const isAscii = !/[^\0-\x7f]/.test(text) && /\\u[\da-f]{4}/i.test(text);
  const encode = (words: string): string =>
    isAscii ? toAscii(escapeAsJson(words)) : JSON.stringify(words).slice(1, -1);
  return spellInside(double, text, at, { each: escapeEach, decode: decodeEscape, encode });
}

/** A text of JavaScript or JSON5 in any of its quotation marks. */
export function spellScript(text: string, at: number): readonly Spelling[] {
  const quote = text.charAt(at);
  const pattern = quote === '`' ? template : quote === "'" ? single : double;
  const encode = (words: string): string => {
    const escaped = escapeAsJson(words);
    if (quote === '"') return escaped;
    const plain = escaped.replaceAll('\\"', '"').replaceAll(quote, `\\${quote}`);
    return quote === '`' ? plain.replaceAll('${', '\\${') : plain;
  };
  return spellInside(pattern, text, at, { each: escapeEach, decode: decodeEscape, encode });
}

/** PHP knows few escapes between single quotation marks, and variables between double ones. */
export function spellPhp(text: string, at: number): readonly Spelling[] {
  if (text.charAt(at) === "'") {
    const decode = (piece: string): string => piece.replace(/^\\([\\'])/, '$1');
    const encode = (words: string): string => words.replace(/[\\']/g, '\\$&');
    return spellInside(single, text, at, { each: /\\[\\']|[^]/gu, decode, encode });
  }
  const decode = (piece: string): string =>
    piece.replace(/^\\([^])/, (_all, sign: string) => (sign === 'n' ? '\n' : sign));
  const encode = (words: string): string => words.replace(/[\\"$]/g, '\\$&').replaceAll('\n', '\\n');
  return spellInside(double, text, at, { each: /\\[^]|[^]/gu, decode, encode });
}

/** Apple's `.strings`. */
export function spellStrings(text: string, at: number): readonly Spelling[] {
  const decode = (piece: string): string =>
    /^\\u[\da-f]{4}$/i.test(piece) ? decodeCode(piece.slice(2)) : piece.replace(/^\\n$/, '\n').replace(/^\\/, '');
  const encode = (words: string): string => words.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n');
  return spellInside(double, text, at, { each: /\\u[\da-f]{4}|\\[^]|[^]/giu, decode, encode });
}

/** Gettext: one text over several lines, each between quotation marks. How it is broken into lines stays. */
export function spellPo(text: string, at: number): readonly Spelling[] {
  const pattern = /"[^"\\\n]*(?:\\.[^"\\\n]*)*"(?:[ \t]*\r?\n[ \t]*"[^"\\\n]*(?:\\.[^"\\\n]*)*")*/y;
  const decode = (piece: string): string =>
    piece.startsWith('"') ? '' : /^\\[^ntr]/.test(piece) ? piece.slice(1) : decodeEscape(piece);
  const encode = (words: string): string =>
    words.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r');
  return spellInside(pattern, text, at, { each: /"[ \t]*\r?\n[ \t]*"|\\[^]|[^]/gu, decode, encode });
}
