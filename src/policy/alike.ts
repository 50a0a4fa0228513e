/** Values whose keys are alike, the last first. */
export interface Alike<V> {
  readonly value: V;
  readonly next: Alike<V> | undefined;
}

/** Puts one more number into a key. */
export function mix(hash: number, number: number): number {
  return Math.imul(hash ^ number, 0x9e3779b1);
}

/** The first of them that fits; `undefined` where none does. */
export function findAlike<V>(alike: Alike<V> | undefined, fits: (value: V) => boolean): V | undefined {
  for (let each = alike; each !== undefined; each = each.next) if (fits(each.value)) return each.value;
  return undefined;
}

/** A key for things by their ids, in their order. */
export function hashOf(identified: readonly { readonly id: number }[]): number {
  let hash = 0;
  for (const { id } of identified) hash = mix(hash, id);
  return hash;
}

/** Whether both lists hold the very same values in the same order. */
export function isSame<V>(one: readonly V[], other: readonly V[]): boolean {
  if (one === other) return true;
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}
