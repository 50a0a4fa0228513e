import type { Position } from '../text/index-lines.js';
import { keyPathId, type Catalog, type CatalogEntry } from './catalog.js';
import { shownWords } from './shown-words.js';

/** A text that is new (no `before`), gone (no `after`) or says something else, as users read it. */
export interface CatalogDifference {
  /** As one would write it: `home.title`. */
  readonly key: string;
  readonly before?: string;
  readonly after?: string;
  /** The catalog leaves it empty on that side: it is read as the code has it. */
  readonly beforeInCode?: true;
  readonly afterInCode?: true;
  /** Its value in the text after; for a text that is gone, what stood before it and still does. */
  readonly at: Position;
}

/** What differs between two catalogs key by key, in the order of the text after, what is gone last. No order and no formatting counts. */
export function compareCatalogs(before: Catalog, after: Catalog): readonly CatalogDifference[] {
  const differences: CatalogDifference[] = [];
  for (const [id, entry] of after.entries) {
    const old = before.entries.get(id);
    if (old === undefined || !entriesEqual(old, entry))
      differences.push({ key: entry.label, ...shownSides(old, entry), at: entry.at });
  }
  for (const { entry, neighbour } of findLostEntries(before, after))
    differences.push({
      key: entry.label,
      ...shownSides(entry, undefined),
      at: locateLostEntry(entry, neighbour, after),
    });
  return differences;
}

/** What users read of a text on both sides; nothing of a side that does not have it. */
export function shownSides(
  old: CatalogEntry | undefined,
  now: CatalogEntry | undefined,
): Pick<CatalogDifference, 'before' | 'after' | 'beforeInCode' | 'afterInCode'> {
  const [before, after] = [old && shownWords(old), now && shownWords(now)];
  return {
    ...(before && { before: before.words, ...(before.isInCode && { beforeInCode: true }) }),
    ...(after && { after: after.words, ...(after.isInCode && { afterInCode: true }) }),
  };
}

/** Each entry of `before` that is gone, with the last one before it that is still there, be it as an empty group that was filled. */
export function* findLostEntries(
  before: Catalog,
  after: Catalog,
): Generator<{ readonly entry: CatalogEntry; readonly neighbour: CatalogEntry | undefined }> {
  let neighbour: CatalogEntry | undefined;
  for (const [id, entry] of before.entries) {
    const isFilled = !entry.isText && /^(?:\{\}|\[\])$/.test(entry.value) && after.groups.has(id);
    if (isFilled || after.entries.has(id)) neighbour = entry;
    else yield { entry, neighbour };
  }
}

/** The way to the largest group around a lost entry that is lost with it, which may be the entry itself. */
export function findTopmostLost({ path }: CatalogEntry, after: Catalog): CatalogEntry['path'] {
  for (let length = 1; length < path.length; length++) {
    const group = path.slice(0, length);
    const id = keyPathId(group);
    if (!after.groups.has(id) && !after.entries.has(id)) return group;
  }
  return path;
}

export function entriesEqual(one: CatalogEntry, other: CatalogEntry): boolean {
  return one.value === other.value && one.isText === other.isText;
}

/**
 * Where to show in `after` that `lost` is gone, given the last text before it that is still there: at that text or what of it stands
 * in the nearest group around `lost` that is still there, else at that group, else at the top.
 */
export function locateLostEntry(lost: CatalogEntry, neighbour: CatalogEntry | undefined, after: Catalog): Position {
  for (let length = lost.path.length - 1; length >= 0; length--) {
    const group = keyPathId(lost.path.slice(0, length));
    const place = keyPosition(group, after);
    if (length > 0 && place === undefined) continue;
    if (neighbour === undefined || keyPathId(neighbour.path.slice(0, length)) !== group) return place ?? top;
    const beside = keyPosition(keyPathId(neighbour.path.slice(0, length + 1)), after);
    if (beside !== undefined) return beside;
  }
  return top;
}

const top: Position = { line: 1, column: 1 };

function keyPosition(id: string, { entries, groups }: Catalog): Position | undefined {
  return entries.get(id)?.keyAt ?? groups.get(id);
}
