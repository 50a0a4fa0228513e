import { compareCatalogs, type CatalogDifference } from '../catalogs/compare-catalogs.js';
import { loadReader } from '../catalogs/catalog-formats.js';
import { locateCatalog } from '../catalogs/locate-catalog.js';
import type { Change } from '../change/change.js';
import { classifyFile } from '../change/classify-file.js';

/** The texts of one catalog that a change touches. */
export interface TextChange {
  readonly path: string;
  /** The language of the catalog, where its path says it. */
  readonly locale: string | undefined;
  readonly differences: readonly CatalogDifference[];
}

/** The texts before and after of every catalog that changes, in any of the formats that are read. */
export async function readTextChanges({ files }: Pick<Change, 'files'>): Promise<readonly TextChange[]> {
  const found: TextChange[] = [];
  for (const { path, before, after } of files) {
    const place = classifyFile(path) === 'copy' ? locateCatalog(path) : undefined;
    if (place === undefined || place.format === 'unsupported') continue;
    const [old, now] = [before?.text ?? '', after?.text ?? ''];
    const read = await loadReader(place.format, now === '' ? old : now);
    const differences = compareCatalogs(read(path, old), read(path, now));
    found.push({ path, locale: place.locale, differences });
  }
  return found;
}
