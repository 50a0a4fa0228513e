import type { DataNode, DataReading } from '../../../parsers/data-tree.js';
import { indexLines, type Position } from '../../../text/index-lines.js';
import { toSourceOffset } from '../../../catalogs/to-source-offset.js';
import { readJson } from '../../../catalogs/read-json.js';
import { formatKeyPath } from '../../../catalogs/catalog.js';
import { readFlagLayout } from '../../../flags/read-flag-layout.js';
import { findEntry } from '../../../flags/find-entry.js';
import { hasWords, copyText, type FoundText } from '../product-text.js';

/** The texts of a JSON file by their keys, also of one that is not quite JSON. */
export function extractJsonTexts(path: string, source: string): readonly FoundText[] {
  const { text, entries } = readJson(path, source);
  const place = indexLines(text);
  return [...entries.values()].flatMap(({ isText, value, label, offset }) =>
    isText && hasWords(value)
      ? [
          {
            text: copyText(value),
            key: label,
            at: place(offset + 1),
            to: place(toSourceOffset(text, offset, Infinity)),
          },
        ]
      : [],
  );
}

/** The texts of a YAML file (parsed) by their keys. Copies by alias stand where their original is. */
export function extractYamlTexts(source: string, { root }: DataReading): readonly FoundText[] {
  if (root === undefined) return [];
  const lines = linesOf(source);
  const found: FoundText[] = [];
  const walk = (node: DataNode, path: readonly (string | number)[]): void => {
    if (node.alias !== undefined) return;
    switch (node.kind) {
      case 'scalar':
        if (typeof node.value === 'string') found.push(...foundScalar(lines, node.text, node.at, formatKeyPath(path)));
        return;
      case 'list':
        node.items.forEach((item, index) => walk(item, [...path, index]));
        return;
      case 'map':
        for (const { key, node: child, merged } of node.entries) if (!merged) walk(child, [...path, key]);
    }
  };
  walk(root, []);
  return found;
}

/** The keys of a flag file's flags, and what is said of each. */
export function extractFlagTexts(source: string, { root }: DataReading): readonly FoundText[] {
  const layout = root && readFlagLayout(root);
  if (layout === undefined) return [];
  const lines = linesOf(source);
  return layout.flags.flatMap(({ key, entry }) => [
    ...foundScalar(lines, key, entry.at, key),
    ...['name', 'title', 'description', 'summary'].flatMap((name) => {
      const node = findEntry(entry.node, name)?.node;
      return node?.kind === 'scalar' && node.alias === undefined && node.text !== key
        ? foundScalar(lines, node.text, node.at, key)
        : [];
    }),
  ]);
}

function linesOf(source: string): readonly string[] {
  return source.replace(/^\uFEFF/, '').split(/\r?\n/u);
}

function foundScalar(lines: readonly string[], text: string, at: Position, key: string): readonly FoundText[] {
  return hasWords(text) ? [{ text: copyText(text.trim()), key, ...extentOf(lines, text, at) }] : [];
}

/** From the first of the words to the end of their first line; of a plain or quoted text on one line, to its end. */
function extentOf(
  lines: readonly string[],
  text: string,
  at: Position,
): { readonly at: Position; readonly to: Position } {
  const line = lines[at.line - 1] as string;
  const rest = line.slice(at.column - 1);
  if (/^[|>]/.test(rest)) return firstLineBelow(lines, at);
  const quote = /^["']/.exec(rest)?.[0];
  if (quote === undefined) {
    const length = rest.startsWith(text) ? text.length : rest.trimEnd().length;
    return { at, to: { line: at.line, column: at.column + length } };
  }
  const body = quote === '"' ? /^"(?:[^"\\]|\\.)*/.exec(rest) : /^'(?:[^']|'')*/.exec(rest);
  const [{ length }] = body as unknown as [string];
  return {
    at: { line: at.line, column: at.column + 1 },
    to: { line: at.line, column: at.column + length },
  };
}

function firstLineBelow(lines: readonly string[], at: Position): { readonly at: Position; readonly to: Position } {
  // There is one: texts without words are left out before.
  const below = lines.findIndex((text, index) => index >= at.line && text.trim() !== '');
  const text = lines[below] as string;
  const start = text.length - text.trimStart().length;
  return {
    at: { line: below + 1, column: start + 1 },
    to: { line: below + 1, column: text.trimEnd().length + 1 },
  };
}
