import type { Catalog, CatalogEntry } from '../../catalogs/catalog.js';
import type { CatalogMember } from '../../catalogs/collect-catalog-families.js';
import { toSourceOffset } from '../../catalogs/to-source-offset.js';
import { indexLines, type Position } from '../../text/index-lines.js';

/** Where a sign of a text stands in its file; where the text begins, in a format that writes its signs in several ways. */
export function placeInText(
  { location }: CatalogMember,
  { text }: Catalog,
  entry: CatalogEntry,
  offset: number,
): Position {
  return location.format === 'json' ? indexLines(text)(toSourceOffset(text, entry.offset, offset)) : entry.at;
}
