import type { DataMap, DataNode, DataReading } from '../../parsers/data-tree.js';
import type { KeyedEntry, KeyedMap, KeyedValue } from './keyed-text.js';

/**
 * Cuts YAML whose root is a map written in lines, from what `parseYaml` read of it. `undefined` where it has anchors, merge keys, tags or
 * any error: there a key's meaning is not in its own lines.
 */
export function parseKeyedYaml(text: string, { root, problems }: DataReading): KeyedMap | undefined {
  if (problems.length > 0 || root?.kind !== 'map' || !isPlain(root) || text.startsWith('\uFEFF')) return undefined;
  const lines = text.split(/(?<=\n)/);
  const first = root.entries[0];
  if (!first || isFlow(root, lines)) return undefined;
  const end = endOf(lines);
  const start = leadStart(lines, first.at.line - 1, 0);
  const map = cut(root, lines, start, end);
  return map && { ...map, open: lines.slice(0, start).join(''), close: lines.slice(end).join('') };
}

/** The lines from `from` to before `to` (from 0) hold this map and nothing else. */
function cut(map: DataMap, lines: readonly string[], from: number, to: number): KeyedMap | undefined {
  const keyLines = map.entries.map(({ at }) => at.line - 1);
  const indent = map.entries[0]?.at.column;
  const starts = keyLines.map((line, number) =>
    number === 0 ? from : leadStart(lines, line, (keyLines[number - 1] as number) + 1),
  );
  const entries: KeyedEntry[] = [];
  for (const [number, { key, at, node }] of map.entries.entries()) {
    const [line, start] = [keyLines[number] as number, starts[number] as number];
    const end = starts[number + 1] ?? to;
    // Two keys in one line, or a key behind a dash or a question mark.
    if (at.column !== indent || line < start || end <= line) return undefined;
    if (!/^ *$/.test((lines[line] as string).slice(0, at.column - 1))) return undefined;
    const lead = lines.slice(start, line).join('');
    const inner = valueOf(node, lines, line, end);
    if (!inner) return undefined;
    entries.push({ key, lead, ...inner, tail: '' });
  }
  return { kind: 'map', open: '', entries, between: '', close: '' };
}

function valueOf(
  node: DataNode,
  lines: readonly string[],
  line: number,
  end: number,
): { readonly head: string; readonly value: KeyedValue } | undefined {
  const first = node.kind === 'map' ? node.entries[0] : undefined;
  if (node.kind !== 'map' || !first || isFlow(node, lines)) {
    // The leaf includes its key: its lines are kept as they are.
    return { head: '', value: { kind: 'leaf', text: lines.slice(line, end).join(''), meaning: meaning(node) } };
  }
  const from = leadStart(lines, first.at.line - 1, line + 1);
  const value = cut(node, lines, from, end);
  return value && { head: lines.slice(line, from).join(''), value };
}

function isFlow({ at }: DataMap, lines: readonly string[]): boolean {
  return lines[at.line - 1]?.charAt(at.column - 1) === '{';
}

/** The first of the comments and blank lines right above a line. */
function leadStart(lines: readonly string[], line: number, least: number): number {
  let start = line;
  while (start > least && /^[ \t]*(?:#.*)?\r?\n$/.test(lines[start - 1] as string)) start -= 1;
  return start;
}

/** Where the document ends: before a closing `...` and blank lines. */
function endOf(lines: readonly string[]): number {
  const mark = lines.findIndex((line, number) => number > 0 && /^\.\.\.\s*$/.test(line));
  return mark < 0 ? lines.length : mark;
}

/** Whether the tree has no aliases, anchors or merge keys. */
function isPlain(node: DataNode): boolean {
  if (node.anchor !== undefined || node.alias !== undefined) return false;
  if (node.kind === 'list') return node.items.every(isPlain);
  return node.kind === 'scalar' || (node.merges.length === 0 && node.entries.every((entry) => isPlain(entry.node)));
}

function meaning(node: DataNode): string {
  if (node.kind === 'scalar') return JSON.stringify([node.text, node.value, node.older]);
  if (node.kind === 'list') return `[${node.items.map(meaning).join()}]`;
  return `{${node.entries.map(({ key, node: inner }) => `${JSON.stringify(key)}:${meaning(inner)}`).join()}}`;
}
