/** What became of a list's items. */
export interface AlignedItems<T> {
  /** Items that say something else at the place where they stood: before, after, and the place in the list after, from 0. */
  readonly changed: readonly (readonly [was: T, is: T, index: number])[];
  /** Items that are there no more. */
  readonly lost: readonly T[];
  /** Items that were not there, with their places in the list after, from 0. */
  readonly added: readonly (readonly [is: T, index: number])[];
  /** Whether all are there and stand in another order. */
  readonly isMoved: boolean;
}

/** Pairs of items that are compared at most where more than one stretch of a list is not what it was. */
const mostPairs = 1_000_000;

/**
 * Finds what was put into a list, wherever it stands: a list of names is kept in the order of the alphabet as often as it grows at its end. With
 * `byPlace` each item is compared with the one that stood at its place, for lists whose places mean something.
 */
export function alignItems<T>(
  old: readonly T[],
  now: readonly T[],
  isSame: (was: T, is: T) => boolean,
  byPlace: boolean,
): AlignedItems<T> {
  const kept = byPlace ? undefined : placesOf(old, now, isSame);
  if (kept !== undefined) {
    const added = now.flatMap((is, index) => (kept.has(index) ? [] : [[is, index] as const]));
    return { changed: [], lost: [], added, isMoved: false };
  }
  const start = byPlace ? 0 : countSame(old, now, isSame);
  const end = byPlace ? 0 : countSame(old.slice(start).toReversed(), now.slice(start).toReversed(), isSame);
  const before = old.slice(start, old.length - end);
  const after = now.slice(start, now.length - end).map((is, at) => [is, start + at] as const);
  return alignRest(before, after, isSame, byPlace || before.length * after.length > mostPairs, start);
}

/** The places at which all old items stand, in their order; `undefined` where not all do. */
function placesOf<T>(
  old: readonly T[],
  now: readonly T[],
  isSame: (was: T, is: T) => boolean,
): ReadonlySet<number> | undefined {
  const places = new Set<number>();
  for (const [index, is] of now.entries()) {
    if (places.size < old.length && isSame(old[places.size] as T, is)) places.add(index);
  }
  return places.size === old.length ? places : undefined;
}

/** How many items are the same before the first that is not; there is one, since not all stand in `other` in their order. */
function countSame<T>(one: readonly T[], other: readonly T[], isSame: (was: T, is: T) => boolean): number {
  return one.findIndex((item, index) => index >= other.length || !isSame(item, other[index] as T));
}

function alignRest<T>(
  before: readonly T[],
  after: readonly (readonly [is: T, index: number])[],
  isSame: (was: T, is: T) => boolean,
  byPlace: boolean,
  start: number,
): AlignedItems<T> {
  const rest = new Map(after.map((each) => [each[1], each[0]]));
  const left = new Map<number, T>();
  for (const [at, was] of before.entries()) {
    const same = byPlace ? undefined : [...rest].find(([, is]) => isSame(was, is));
    if (same === undefined) left.set(start + at, was);
    else rest.delete(same[0]);
  }
  const isMoved = !byPlace && left.size === 0;
  const changed: [T, T, number][] = [];
  for (const [index, was] of left) {
    if (!rest.has(index)) continue;
    const is = rest.get(index) as T;
    if (!isSame(was, is)) changed.push([was, is, index]);
    left.delete(index);
    rest.delete(index);
  }
  return { changed, lost: [...left.values()], added: [...rest].map(([index, is]) => [is, index]), isMoved };
}
