import type { Position } from '../flags/flag-change.js';
import { idOf, readCatalog, type Catalog, type CatalogEntry } from './read-catalog.js';

/** A text that is new (no `before`), gone (no `after`) or says something else. */
export interface CatalogDifference {
  /** As one would write it: `home.title`. */
  readonly key: string;
  readonly before?: string;
  readonly after?: string;
  /** Its value in the text after; for a text that is gone, what stood before it and still does. */
  readonly at: Position;
}

/** What differs between two catalogs key by key, in the order of the text after, what is gone last. No order and no formatting counts. */
export function compareCatalogs(before: Catalog, after: Catalog): readonly CatalogDifference[] {
  const differences: CatalogDifference[] = [];
  for (const [id, entry] of after.entries) {
    const old = before.entries.get(id);
    if (old === undefined) differences.push({ key: entry.label, after: entry.value, at: entry.at });
    else if (!sameEntry(old, entry))
      differences.push({ key: entry.label, before: old.value, after: entry.value, at: entry.at });
  }
  let neighbour: CatalogEntry | undefined;
  for (const [id, entry] of before.entries) {
    if (isKept(id, entry, after)) neighbour = entry;
    else differences.push({ key: entry.label, before: entry.value, at: placeOfLost(entry, neighbour, after) });
  }
  return differences;
}

/** The same for two texts of one file; `undefined` counts as an empty catalog. */
export function compareCatalogTexts(
  path: string,
  before: string | undefined,
  after: string | undefined,
): readonly CatalogDifference[] {
  return compareCatalogs(readCatalog(path, before ?? '{}'), readCatalog(path, after ?? '{}'));
}

/** Is what stood there still there, be it as an empty group that was filled? */
export function isKept(id: string, entry: CatalogEntry, after: Catalog): boolean {
  return (
    after.entries.has(id) || ((entry.value === '{}' || entry.value === '[]') && !entry.isText && after.groups.has(id))
  );
}

export function sameEntry(one: CatalogEntry, other: CatalogEntry): boolean {
  return one.value === other.value && one.isText === other.isText;
}

/**
 * Where to show in `after` that `lost` is gone: at the text that stood before it in the same group, else at the group, else
 * at the nearest group around that is still there, else at the top.
 */
export function placeOfLost(lost: CatalogEntry, neighbour: CatalogEntry | undefined, after: Catalog): Position {
  const group = lost.path.slice(0, -1);
  if (neighbour !== undefined && idOf(neighbour.path.slice(0, group.length)) === idOf(group)) {
    const id = idOf(neighbour.path.slice(0, group.length + 1));
    const beside = after.entries.get(id)?.keyAt ?? after.groups.get(id);
    if (beside !== undefined) return beside;
  }
  for (let length = group.length; length > 0; length--) {
    const id = idOf(group.slice(0, length));
    const at = after.groups.get(id) ?? after.entries.get(id)?.keyAt;
    if (at !== undefined) return at;
  }
  return { line: 1, column: 1 };
}
