import { placeCatalog, type CatalogPlace } from './catalog-place.js';

/** What its siblings' paths hold: as much as they all share before the language, or behind it. */
export function textOfSiblings({ family }: CatalogPlace): string {
  return family.split('*').reduce((longest, part) => (part.length > longest.length ? part : longest));
}

/** The same catalog in other languages, in the order of `paths`, at most 60 (no app has more, and each has to be read). */
export function findSiblings(place: CatalogPlace, paths: readonly string[]): readonly CatalogPlace[] {
  if (place.locale === undefined) return [];
  const star = place.family.indexOf('*');
  const start = place.family.slice(0, star);
  const end = place.family.slice(star + 1);
  const siblings: CatalogPlace[] = [];
  for (const path of paths) {
    if (path === place.path || !path.startsWith(start) || !path.endsWith(end)) continue;
    const other = placeCatalog(path);
    if (other?.family === place.family) siblings.push(other);
    if (siblings.length === 60) break;
  }
  return siblings;
}
