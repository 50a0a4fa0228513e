import { keyPathId, type Catalog, type CatalogEntry } from '../../../catalogs/catalog.js';

/**
 * Whether two texts say the same thing where one of them is nothing but a link to a text of its catalog (`{{common.save}}`, as Transloco has it):
 * the other links there too, or has the words themselves and nothing that the app fills in (`isPlain`).
 */
export function areLinkedAlike(
  [one, other]: readonly [CatalogEntry, CatalogEntry],
  catalogs: readonly (Catalog | undefined)[],
  isPlain: (entry: CatalogEntry) => boolean,
): boolean {
  const [first, second] = [one, other].map(({ value }) => linkOf(value, catalogs));
  if (first === undefined) return second !== undefined && isPlain(one);
  return second === undefined ? isPlain(other) : first === second;
}

/** A brace that is missing makes no other text of it. */
const link = /^\{\{?\s*([\w-]+(?:\.[\w-]+)+)\s*\}?\}$/;

function linkOf(value: string, catalogs: readonly (Catalog | undefined)[]): string | undefined {
  const key = link.exec(value)?.[1];
  if (key === undefined) return undefined;
  const ids = [[key], key.split('.')].map(keyPathId);
  return catalogs.some((catalog) => ids.some((id) => catalog?.entries.has(id))) ? key : undefined;
}
