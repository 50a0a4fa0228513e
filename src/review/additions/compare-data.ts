import type { DataNode, DataScalar } from '../../parsers/data-tree.js';
import type { Position } from '../../text/index-lines.js';
import { changedMessage, lostMessage } from './compare-values.js';

export interface PlacedViolation {
  readonly message: string;
  readonly at: Position;
}

/** What of `before` is gone or says something else in `after`; lists may only grow at their end. Aliases count as what they stand for. */
export function compareData(before: DataNode | undefined, after: DataNode | undefined): readonly PlacedViolation[] {
  const violations: PlacedViolation[] = [];
  compare(before, after, '', { line: 1, column: 1 }, violations);
  return violations;
}

function compare(
  before: DataNode | undefined,
  after: DataNode | undefined,
  label: string,
  around: Position,
  violations: PlacedViolation[],
): void {
  if (before === undefined) return;
  const name = label === '' ? 'what this file said' : label;
  if (after === undefined) violations.push({ message: lostMessage(name), at: around });
  else if (before.kind === 'scalar' && after.kind === 'scalar') {
    if (!scalarsEqual(before, after)) violations.push({ message: changedMessage(name), at: after.at });
  } else if (before.kind === 'list' && after.kind === 'list') {
    for (const [index, item] of before.items.entries())
      compare(item, after.items[index], `${label}[${index}]`, after.at, violations);
  } else if (before.kind === 'map' && after.kind === 'map') {
    const entries = new Map(after.entries.map((entry) => [entry.key, entry]));
    for (const { key, node } of before.entries) {
      const now = entries.get(key);
      compare(node, now?.node, label === '' ? key : `${label}.${key}`, now?.at ?? after.at, violations);
    }
  } else violations.push({ message: changedMessage(name), at: after.at });
}

/** In both readings, and as numbers are written: programs take `100`, `100.0` and `1e2` for different types. */
function scalarsEqual(one: DataScalar, other: DataScalar): boolean {
  const isWrittenSo = typeof one.older !== 'number' || one.text === other.text;
  return one.value === other.value && one.older === other.older && isWrittenSo;
}
