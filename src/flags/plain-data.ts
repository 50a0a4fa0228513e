import type { DataEntry, DataMap, DataNode, DataScalar, DataValue } from '../parsers/data-tree.js';
import type { Rollout } from './flag-change.js';

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

/** The entry of a map by its key, or by the first of several keys that it has. */
export function findEntry(node: DataNode | undefined, ...keys: readonly string[]): DataEntry | undefined {
  if (node?.kind !== 'map') return undefined;
  for (const key of keys) {
    const found = node.entries.find((entry) => entry.key === key);
    if (found) return found;
  }
  return undefined;
}

/** What stands under a key, where it is a map. */
export function findMap(node: DataNode | undefined, key: string): DataMap | undefined {
  const found = findEntry(node, key)?.node;
  return found?.kind === 'map' ? found : undefined;
}

/** What stands under a key, where it is a list. */
export function listItems(node: DataNode | undefined, key: string): readonly DataNode[] {
  const found = findEntry(node, key)?.node;
  return found?.kind === 'list' ? found.items : [];
}

/** What stands under a key, where it is neither a map nor a list. */
export function findScalar(node: DataNode | undefined, key: string): DataScalar | undefined {
  const found = findEntry(node, key)?.node;
  return found?.kind === 'scalar' ? found : undefined;
}

/** Is a switch on? A word that only one reading takes for a truth value counts as on where it may be, any other word as unknown. */
export function parseSwitch(scalar: DataScalar): Truth {
  return weigh(truth(scalar.value), truth(scalar.older));
}

/** The same for an inverted switch (`disabled: true`). */
export function parseInvertedSwitch(scalar: DataScalar): Truth {
  const turned = { on: 'off', off: 'on', unknown: 'unknown' } as const;
  return weigh(turned[truth(scalar.value)], turned[truth(scalar.older)]);
}

type Truth = 'on' | 'off' | 'unknown';

function weigh(one: Truth, other: Truth): Truth {
  if (one === other) return one;
  return one === 'on' || other === 'on' ? 'on' : 'unknown';
}

function truth(value: DataValue): Truth {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value === 'number') return value === 0 ? 'off' : 'on';
  return 'unknown';
}

/** A number that both readings agree on, else not a number. */
export function parseNumber(node: DataNode): number {
  return node.kind === 'scalar' && typeof node.value === 'number' && node.value === node.older
    ? node.value
    : Number.NaN;
}

/** Does a rollout reach anyone? What is no number may. */
export function reachesSomeone({ percent }: Rollout): boolean {
  return !(Number.isFinite(percent) && percent <= 0);
}
