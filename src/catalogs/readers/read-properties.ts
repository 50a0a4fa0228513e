import { countEscaped } from '../count-escaped.js';
import { createCatalogBuilder } from './catalog-builder.js';
import type { Catalog } from '../catalog.js';

/**
 * Java's `.properties`: a key and its text on a line, which a `\` at the end carries on. A letter that is no ASCII, in a file that writes nearly all
 * others as `\u00e9`, is a fault: Java read such files as Latin-1 for long, and many products still do.
 */
export function readProperties(path: string, source: string): Catalog {
  const builder = createCatalogBuilder(path, source);
  const lines = [...builder.text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({
    line: line.replace(/\r$/, ''),
    index,
  }));
  const { escaped, raw } = countEscaped(builder.text);
  const isEscaped = escaped > 2 && escaped > 2 * raw;
  for (let at = 0; at < lines.length; at++) {
    const { line: first, index } = lines[at] as { line: string; index: number };
    const start = first.search(/\S/);
    if (start === -1 || /[#!]/.test(first[start] as string)) continue;
    let line = first;
    while (continues.test(line) && at + 1 < lines.length)
      line = line.slice(0, -1) + (lines[++at] as { line: string }).line.trimStart();
    const end = endOfKey(line, start);
    const [gap] = /^[\s\f]*[=:]?[\s\f]*/.exec(line.slice(end)) as unknown as [string];
    const offset = index + Math.min(end + gap.length, first.length);
    const key = unescape(line.slice(start, end));
    const bad = /\\u(?![\da-f]{4})/i.exec(line);
    if (bad !== null)
      builder.fail('this text has a “\\u” without its four digits', index + Math.min(bad.index, first.length));
    const value = line.slice(end + gap.length);
    const fault = isEscaped ? describeRaw(value) : undefined;
    builder.add({ path: [key], value: unescape(value), key: index + start, at: offset, fault });
  }
  return builder.finish('numbered');
}

function describeRaw(value: string): string | undefined {
  const [sign] = /[^\0-\x7f]/u.exec(value) ?? [];
  if (sign === undefined) return undefined;
  const units = Array.from({ length: sign.length }, (_, at) => sign.charCodeAt(at).toString(16).padStart(4, '0'));
  return `“${sign}” is written “\\u${units.join('\\u')}” in such a file`;
}

/** An odd number of `\` at the end. */
const continues = /(?<!\\)(?:\\\\){0,50}\\$/;

function endOfKey(line: string, start: number): number {
  for (let at = start; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (/[=:\s]/.test(line[at] as string)) return at;
  }
  return line.length;
}

function unescape(text: string): string {
  return text.replace(/\\(?:u([\da-f]{4})|(.))/gi, (_whole, code: string | undefined, sign: string) =>
    code === undefined ? (escapes[sign] ?? sign) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f' };
