import { createScanner, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { dataLimits, placesIn, unreadable } from '../../parsers/data-tree.js';
import type { DataEntry, DataNode, DataReading, DataTrouble } from '../../parsers/data-tree.js';

/**
 * Reads JSON as the standard has it: no comments, no trailing commas. Duplicate keys are trouble with a place, and so is what is
 * larger than `dataLimits`. Throws on no input.
 */
export function parseJson(text: string): DataReading {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (source.length > dataLimits.characters) {
    return unreadable(`This file is too large to check (over ${dataLimits.characters / 1024} KB).`);
  }
  const place = placesIn(source);
  const deep = tooDeep(source);
  if (deep !== undefined) return unreadable('This file is nested too deeply to check.', place(deep));
  const errors: ParseError[] = [];
  const tree = parseTree(source, errors, {
    disallowComments: true,
    allowTrailingComma: false,
    allowEmptyContent: true,
  });
  const [error] = errors;
  if (error) return unreadable(`This file is not valid JSON: ${plainWords(error)}.`, place(error.offset));
  const trouble: DataTrouble[] = [];
  const root = tree && convert(tree, place, trouble);
  return { root, trouble };
}

/** The offset of the first bracket below the depth limit; the parser recurses, its scanner does not. Brackets in strings do not count. */
function tooDeep(source: string): number | undefined {
  const scanner = createScanner(source, true);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenOffset() < source.length; scanner.scan()) {
    const sign = source[scanner.getTokenOffset()];
    if (sign === '{' || sign === '[') depth += 1;
    if (sign === '}' || sign === ']') depth -= 1;
    if (depth > dataLimits.depth) return scanner.getTokenOffset();
  }
  return undefined;
}

function convert(node: Node, place: ReturnType<typeof placesIn>, trouble: DataTrouble[]): DataNode {
  const at = place(node.offset);
  const children = node.children ?? [];
  if (node.type === 'array')
    return { kind: 'list', at, items: children.map((child) => convert(child, place, trouble)) };
  if (node.type !== 'object') {
    const value = node.value as string | number | boolean | null;
    return { kind: 'scalar', at, text: String(value), value, older: value };
  }
  const entries: DataEntry[] = [];
  const seen = new Set<string>();
  for (const { children: pair } of children) {
    const [name, value] = pair as [Node, Node];
    const key = name.value as string;
    const keyAt = place(name.offset);
    if (seen.has(key)) {
      const message = `\`${key}\` is there twice, and programs differ in which one they take. Keep one.`;
      trouble.push({ message, at: keyAt, fatal: false });
    }
    seen.add(key);
    entries.push({ key, at: keyAt, node: convert(value, place, trouble), merged: false });
  }
  return { kind: 'map', at, entries, merges: [] };
}

/** `CommaExpected` → `comma expected`. */
function plainWords({ error }: ParseError): string {
  return printParseErrorCode(error)
    .replace(/(?!^)([A-Z])/g, ' $1')
    .toLowerCase();
}
