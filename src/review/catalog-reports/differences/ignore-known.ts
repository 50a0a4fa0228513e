import type { ShapeDifference } from '../../../catalogs/compare-shapes.js';
import { findTags, findUnbalancedTag } from '../../../catalogs/find-tags.js';
import { keyPathId, type Catalog, type CatalogEntry } from '../../../catalogs/read-catalog.js';

/**
 * The difference but for what an app knows that reads these catalogs: links to texts that are there, and whole pairs of tags that other
 * texts have as well. What `was` there before without effect, between apostrophes, is no news either. `undefined` where nothing else
 * differs.
 */
export function ignoreKnown(
  difference: ShapeDifference | undefined,
  catalogs: readonly (Catalog | undefined)[],
  { value }: CatalogEntry,
  was = '',
): ShapeDifference | undefined {
  if (difference === undefined || difference.extra.length === 0) return difference;
  const tags = new Set<string>();
  if (difference.extra.some((name) => name.startsWith('<')) && findUnbalancedTag(value) === undefined) {
    // The first has the text that this one is held against.
    for (const { value: other } of (catalogs[0] as Catalog).entries.values())
      for (const tag of findTags(other)) tags.add(tag);
  }
  const isLinked = (name: string): boolean => {
    const key = /^(?:@:|\$t\()([^)]+)/.exec(name)?.[1];
    if (key === undefined) return false;
    const ids = [[key], key.split('.')].map(keyPathId);
    return catalogs.some((catalog) => ids.some((id) => catalog?.entries.has(id)));
  };
  const extra = difference.extra.filter((name) => !tags.has(name) && !isLinked(name) && !was.includes(`'${name}`));
  return difference.missing.length + extra.length + difference.arms.length === 0 ? undefined : { ...difference, extra };
}
