import type { Standing } from './policy.js';

const order: Readonly<Record<Standing, number>> = { editable: 0, pair: 1, locked: 2 };

/** Negative where `one` is more open than `other`, positive where it is stricter, 0 where they are the same. */
export function compareStandings(one: Standing, other: Standing): number {
  return order[one] - order[other];
}
