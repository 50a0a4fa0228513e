import { createCatalogBuilder } from './catalog-builder.js';
import type { Catalog } from '../catalog.js';

/** Java's `.properties`: a key and its text on a line, which a `\` at the end carries on. */
export function readProperties(path: string, source: string): Catalog {
  const builder = createCatalogBuilder(path, source);
  const lines = [...builder.text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({
    line: line.replace(/\r$/, ''),
    index,
  }));
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
    builder.add({ path: [key], value: unescape(line.slice(end + gap.length)), key: index + start, at: offset });
  }
  return builder.finish('numbered');
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
