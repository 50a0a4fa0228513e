import { countEscaped } from '../../../catalogs/count-escaped.js';
import { decodeCode, decodeEscape, escapeAsJson, escapeEach, toAscii } from './escapes.js';
import type { Written } from './keep-pieces.js';
import { cutPieces, matchAt, spellPieces, type Spelling } from './spelling.js';

/** Java's `.properties`. Where the file does not mostly write what is no ASCII as it is, that is escaped: Java read such files as Latin-1 for long. */
export function spellProperties(text: string, at: number): readonly Spelling[] {
  // It may match nothing.
  const [line] = matchAt(/[^\\\n]*(?:\\(?:\r\n|[^])[^\\\n]*)*/y, text, at) as RegExpExecArray;
  const raw = line.replace(/\r$/, '');
  const { escaped, raw: plain } = countEscaped(text);
  const isEscaped = plain === 0 || escaped > plain;
  const letters: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f' };
  const decode = (piece: string): string => {
    if (!piece.startsWith('\\')) return piece;
    if (/^\\\r?\n/.test(piece)) return '';
    return /^\\u[\da-f]{4}$/i.test(piece) ? decodeCode(piece.slice(2)) : (letters[piece.slice(1)] ?? piece.slice(1));
  };
  const encode = (words: string, isFirst: boolean): string => {
    const spelled = words
      .replace(isFirst ? /\\|^[ =:]/g : /\\/g, '\\$&')
      .replaceAll('\n', '\\n')
      .replaceAll('\t', '\\t')
      .replaceAll('\r', '\\r')
      .replaceAll('\f', '\\f');
    return isEscaped ? toAscii(spelled) : spelled;
  };
  return [spellPieces(at, cutPieces(raw, /\\\r?\n[ \t\f]*|\\u[\da-f]{4}|\\[^]|[^]/giu, decode), encode)];
}

/** Fluent's patterns are read as they are written; a line that goes on is indented. */
export function spellFluent(text: string, at: number, value: string): readonly Spelling[] {
  const decode = (piece: string): string => (piece === '\r\n' ? ' \n' : piece);
  const encode = (words: string): Written => {
    const indented = words.replace(/\n(?=[^\s])/g, '\n    ');
    return { raw: indented, text: indented };
  };
  const raw = text.slice(at, at + value.length);
  // Its reader takes half of such a line's end for a blank.
  const trail = raw.endsWith('\r') ? ' ' : '';
  const inside = cutPieces(raw.slice(0, raw.length - trail.length), /\r\n|[^]/gu, decode);
  const spelling = spellPieces(at, inside, encode);
  const write = (words: string): Written | undefined => {
    const written = spelling.write(words.slice(0, words.length - (words.endsWith(' ') ? trail.length : 0)));
    return written && { raw: written.raw, text: written.text + trail };
  };
  return [{ ...spelling, says: spelling.says + trail, write }];
}

/** TOML: its reader tells the line of a key, so the value is what says so on that line. */
export function spellToml(text: string, at: number): readonly Spelling[] {
  const lineEnd = (text.indexOf('\n', at) + text.length + 1) % (text.length + 1);
  const found: Spelling[] = [];
  const each = /"""(?:\r?\n)?([^]*?)"""(?!")|'''(?:\r?\n)?([^]*?)'''(?!')|"([^"\\\n]*(?:\\.[^"\\\n]*)*)"|'([^'\n]*)'/g;
  each.lastIndex = at;
  for (let match = each.exec(text); match !== null && match.index < lineEnd; match = each.exec(text)) {
    const { 0: whole, 1: lines, 2: plainLines, 3: basic, 4: plain, index } = match;
    const end = index + whole.length;
    if (basic !== undefined)
      found.push(spellPieces(index + 1, cutPieces(basic, escapeEach, decodeEscape), escapeAsJson));
    else if (plain !== undefined) {
      found.push(
        spellPieces(index + 1, cutPieces(plain, /[^]/gu, String), (words) =>
          /['\p{Cc}]/u.test(words) ? undefined : words,
        ),
      );
      found.push(quoteWhole(index, end, plain));
    } else if (lines !== undefined) {
      const encode = (words: string): string => escapeAsJson(words).replaceAll('\\n', '\n');
      found.push(spellPieces(end - 3 - lines.length, cutPieces(lines, escapeEach, decodeEscape), encode));
    } else if (plainLines !== undefined) {
      const start = end - 3 - plainLines.length;
      found.push(
        spellPieces(start, cutPieces(plainLines, /[^]/gu, String), (words) =>
          words.includes("'") ? undefined : words,
        ),
      );
    }
  }
  return found;
}

/** All of a value between double quotation marks, whatever it was between before. */
export function quoteWhole(start: number, end: number, says: string): Spelling {
  return { start, end, says, write: (value) => ({ raw: `"${escapeAsJson(value)}"`, text: value }) };
}
