import type { ShapeDifference } from '../../../catalogs/compare-shapes.js';
import { findTags, findUnbalancedTag } from '../../../catalogs/find-tags.js';
import { keyPathId, type Catalog, type CatalogEntry } from '../../../catalogs/catalog.js';

/**
 * The difference but for what an app knows that reads these catalogs: links to texts that are there, links whose words may stand here themselves, as
 * nothing is filled in there (`isPlain`), and whole pairs of tags that other texts have as well. What `was` there before without effect, between apostrophes, is no news either. `undefined` where nothing else
 * differs.
 */
export function ignoreKnown(
  difference: ShapeDifference | undefined,
  catalogs: readonly (Catalog | undefined)[],
  { value }: CatalogEntry,
  isPlain: (entry: CatalogEntry) => boolean,
  was = '',
): ShapeDifference | undefined {
  if (difference === undefined) return difference;
  const tags = new Set<string>();
  if (difference.extra.some((name) => name.startsWith('<')) && findUnbalancedTag(value) === undefined) {
    // The first has the text that this one is held against.
    for (const { value: other } of (catalogs[0] as Catalog).entries.values())
      for (const tag of findTags(other)) tags.add(tag);
  }
  const linked = (name: string): readonly CatalogEntry[] => {
    const key = link.exec(name)?.slice(1).find(Boolean);
    if (key === undefined) return [];
    const ids = [[key], key.split('.')].map(keyPathId);
    return catalogs.flatMap((catalog) => ids.flatMap((id) => catalog?.entries.get(id) ?? []));
  };
  const extra = difference.extra.filter(
    (name) => !tags.has(name) && linked(name).length === 0 && !was.includes(`'${name}`),
  );
  const missing = difference.missing.filter((name) => {
    const texts = linked(name);
    // What a term of Fluent asks for is given by the texts that show it.
    return texts.length === 0 || !(name.startsWith('{ -') || texts.every(isPlain));
  });
  return missing.length + extra.length + difference.arms.length === 0 ? undefined : { ...difference, missing, extra };
}

/** `@:common.save`, `$t(common.save)`, and `{ save }` or `{ -brand }` of Fluent. */
const link = /^(?:@:|\$t\()([^)]+)|^\{ (-?[A-Za-z][\w.-]*) \}$/;
