import type { DataNode, DataScalar, DataValue } from '../parsers/data-tree.js';
import type { Rollout } from './flag-change.js';

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
