import {
  createUnreadable,
  dataLimits,
  tooLargeMessage,
  type DataEntry,
  type DataReading,
  type DataProblem,
} from '../../parsers/data-tree.js';

/**
 * Reads Java properties as one map under `properties file`, every value a text. Keys that are there twice are problems with a place. Throws on no
 * input.
 */
export function parseProperties(text: string): DataReading {
  if (text.length > dataLimits.characters) return createUnreadable(tooLargeMessage);
  const entries: DataEntry[] = [];
  const problems: DataProblem[] = [];
  const seen = new Set<string>();
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  for (let index = 0; index < lines.length; index++) {
    const start = index;
    let line = lines[index] as string;
    if (/^\s*(?:[#!]|$)/.test(line)) continue;
    while (/(?<!\\)(?:\\\\)*\\$/.test(line) && index + 1 < lines.length) {
      index++;
      line = line.slice(0, -1) + (lines[index] as string).trimStart();
    }
    // Whatever stands there matches.
    const [, blank, key, sign, value] = /^(\s*)((?:\\.|[^\\\s=:])*)(\s*[=:]?\s*)(.*)$/s.exec(line) as unknown as [
      string,
      string,
      string,
      string,
      string,
    ];
    const at = { line: start + 1, column: blank.length + 1 };
    const place = start === index ? { line: start + 1, column: blank.length + key.length + sign.length + 1 } : at;
    const name = key.replaceAll(/\\(.)/g, '$1');
    if (seen.has(name)) {
      const message = `“${name}” is there twice, and programs differ in which one they take. Keep one.`;
      problems.push({ message, at, fatal: false });
    }
    seen.add(name);
    entries.push({
      key: name,
      at,
      merged: false,
      node: { kind: 'scalar', at: place, text: value, value, older: value },
    });
  }
  const at = { line: 1, column: 1 };
  const properties = { kind: 'map', at, entries, merges: [] } as const;
  const root = {
    kind: 'map',
    at,
    entries: [{ key: 'properties file', at, node: properties, merged: false }],
    merges: [],
  } as const;
  return { root: entries.length === 0 ? undefined : root, problems };
}
