import { decodeEscape, escapeAsJson, escapeEach } from './escapes.js';
import { quoteWhole } from './spell-lines.js';
import { matchAt, spellInside, type Spelling } from './spelling.js';

/** YAML: plain as long as that is safe in either reading of YAML, in the quotation marks that are there, or as a block of lines. */
export function spellYaml(text: string, at: number, value: string): readonly Spelling[] {
  switch (text.charAt(at)) {
    case '"': {
      const pattern = /"[^"\\]*(?:\\[^][^"\\]*)*"/y;
      return spellInside(pattern, text, at, { each: escapeEach, decode: decodeEscape, encode: escapeAsJson });
    }
    case "'": {
      const decode = (piece: string): string => piece.charAt(0);
      const encode = (words: string): string | undefined =>
        /[\p{Cc}\p{Zl}\p{Zp}]/u.test(words) ? undefined : words.replaceAll("'", "''");
      const inside = spellInside(/'[^']*(?:''[^']*)*'/y, text, at, { each: /''|[^]/gu, decode, encode });
      return [...inside, ...inside.map(({ start, end }) => quoteWhole(start - 1, end + 1, value))];
    }
    case '|':
      return spellBlock(text, at);
    default: {
      if (!text.startsWith(value, at)) return [];
      const end = at + value.length;
      const write = (words: string): { raw: string; text: string } | undefined =>
        isPlain(words) ? { raw: words, text: words } : undefined;
      return [{ start: at, end, says: value, write }, quoteWhole(at, end, value)];
    }
  }
}

/** Begins as a word does and holds nothing that YAML, old or new, gives a meaning. */
function isPlain(words: string): boolean {
  if (!/^[\p{L}][^\p{Cc}\p{Zl}\p{Zp}\ufeff]*$/u.test(words) || /: |:$| #| $/.test(words)) return false;
  return !/^(?:y|n|yes|no|on|off|true|false|null|nan)$/i.test(words);
}

/** Lines behind a `|`, which keeps the last line's end, or a `|-`, which does not. */
function spellBlock(text: string, at: number): readonly Spelling[] {
  const [head, sign] = matchAt(/\|(-?)[ \t]*(?:#[^\n]*)?\r?\n/y, text, at) ?? [];
  if (head === undefined) return [];
  const start = at + head.length;
  const indent = /^(?:[ \t]*\r?\n)*( +)/.exec(text.slice(start, start + 2000))?.[1];
  if (indent === undefined) return [];
  let end = start;
  const lines: string[] = [];
  for (const { 0: line } of text.slice(start).matchAll(/[^\n]*\n|[^\n]+$/g)) {
    const words = line.replace(/\r?\n$/, '');
    if (words.trim() !== '' && !words.startsWith(indent)) break;
    lines.push(words.slice(indent.length));
    end += line.length;
  }
  while (lines.at(-1) === '') {
    lines.pop();
    end = text.lastIndexOf('\n', end - 2) + 1;
  }
  const last = /\r?\n$/.exec(text.slice(start, end))?.[0] ?? '';
  const eol = head.endsWith('\r\n') ? '\r\n' : '\n';
  const close = sign === '-' ? '' : '\n';
  return [
    {
      start,
      end: end - last.length,
      says: lines.join('\n') + close,
      write: (value) => {
        if (value.endsWith('\n') !== (close !== '') || /[^\P{Cc}\n\t]/u.test(value)) return undefined;
        const words = close === '' ? value : value.slice(0, -1);
        return {
          raw: words
            .split('\n')
            .map((line) => (line === '' ? '' : indent + line))
            .join(eol),
          text: value,
        };
      },
    },
  ];
}
