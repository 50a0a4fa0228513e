/** Appends to a short list: the same list where there is room. Most lists hold one or two, and a push makes room for many. */
export function append<T>(list: T[] | undefined, item: T): T[] {
  if (list === undefined || list.length === 0) return [item];
  if (list.length === 1) return [list[0] as T, item];
  if (list.length === 2) return [list[0] as T, list[1] as T, item];
  list.push(item);
  return list;
}
