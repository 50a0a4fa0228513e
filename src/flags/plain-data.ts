import type { DataNode, DataScalar, DataValue } from '../parsers/data-tree.js';

/** How a program may read a flag file: what plain words mean, and whether merge keys are followed. */
export interface Reading {
  readonly words: 'newer' | 'older';
  readonly merges: 'followed' | 'literal';
}

/** A node as plain data in one reading. Maps have sorted keys and no prototype, so that equal data has equal JSON. */
export function toPlainData(node: DataNode, reading: Reading): unknown {
  switch (node.kind) {
    case 'scalar':
      return reading.words === 'newer' ? node.value : asWritten(node);
    case 'list':
      return node.items.map((item) => toPlainData(item, reading));
    case 'map': {
      const followed = reading.merges === 'followed';
      const entries: (readonly [string, unknown])[] = node.entries
        .filter(({ merged }) => followed || !merged)
        .map((entry) => [entry.key, toPlainData(entry.node, reading)]);
      if (!followed && node.merges.length > 0)
        entries.push(['<<', node.merges.map((merge) => toPlainData(merge, reading))]);
      const data = Object.create(null) as Record<string, unknown>;
      for (const [key, value] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
        // What is there twice counts with both, so that neither can change unseen.
        data[key] = key in data ? ['twice', data[key], value] : value;
      }
      return data;
    }
  }
}

/** A number in other than the usual way (`1e2`, `+1`, `100.0`, `0x1F`) is read as another type by some program, or not at all. */
function asWritten({ older, text }: DataScalar): DataValue {
  return typeof older === 'number' && String(older) !== text ? `number ${text}` : older;
}

/** A node in the usual reading, and in the others where they say something else. */
export function readEveryWay(node: DataNode): { readonly value: unknown; readonly otherReadings?: unknown } {
  const value = toPlainData(node, { words: 'newer', merges: 'followed' });
  const others = [
    toPlainData(node, { words: 'older', merges: 'followed' }),
    toPlainData(node, { words: 'newer', merges: 'literal' }),
  ];
  const usual = JSON.stringify(value);
  return others.some((other) => JSON.stringify(other) !== usual) ? { value, otherReadings: others } : { value };
}
