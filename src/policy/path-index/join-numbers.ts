/** Both ascending lists as one: `one` itself where `other` adds nothing. */
export function union(one: readonly number[], other: readonly number[]): readonly number[] {
  if (other.length === 0) return one;
  if (one.length === 0) return other;
  const all = new Set(one);
  for (const number of other) all.add(number);
  return all.size === one.length ? one : [...all].sort((before, after) => before - after);
}

/** The higher of the last numbers, as a list of one. */
export function highest(one: readonly number[], other: readonly number[]): readonly number[] {
  if (other.length === 0) return one;
  const candidate = other[other.length - 1] as number;
  if (one.length > 0 && (one[one.length - 1] as number) >= candidate) return one;
  return other.length === 1 ? other : [candidate];
}
