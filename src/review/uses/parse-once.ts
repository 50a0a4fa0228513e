import { loadReader } from '../../catalogs/catalog-formats.js';
import type { CatalogLocation } from '../../catalogs/locate-catalog.js';
import type { Catalog } from '../../catalogs/catalog.js';
import type { FileVersion } from '../../change/change.js';

/** Catalogs by what they were parsed from and their path, as two languages may have the same contents; `undefined` where that has no text. */
export type ParsedCatalogs = WeakMap<FileVersion, Map<string, Promise<Catalog | undefined>>>;

/** One side of a file as the catalog that it is, kept in `parsed` for the next that looks at it; `undefined` where it has no text or its format is not read. */
export function parseOnce(
  { format, path }: CatalogLocation,
  version: FileVersion,
  parsed: ParsedCatalogs,
): Promise<Catalog | undefined> {
  const { text } = version;
  if (text === undefined || format === 'unsupported') return Promise.resolve(undefined);
  const byPath = parsed.get(version) ?? new Map<string, Promise<Catalog | undefined>>();
  parsed.set(version, byPath);
  const catalog = byPath.get(path) ?? loadReader(format, text).then((read) => read(path, text));
  byPath.set(path, catalog);
  return catalog;
}
