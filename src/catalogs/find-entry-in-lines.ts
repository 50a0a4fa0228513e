import { loadReader } from './catalog-formats.js';
import { locateCatalogText } from './locate-catalog.js';
import type { CatalogEntry } from './catalog.js';

/** The one text of a catalog whose key stands in these lines, from 1, both included; `undefined` where there are several or none, and of no catalog. */
export async function findEntryInLines(
  path: string,
  text: string,
  { first, last }: { readonly first: number; readonly last: number },
): Promise<CatalogEntry | undefined> {
  const location = locateCatalogText(path, text);
  if (location === undefined || location.format === 'unsupported') return undefined;
  const { entries } = (await loadReader(location.format, text))(path, text);
  const [entry, ...more] = [...entries.values()].filter(({ keyAt }) => keyAt.line >= first && keyAt.line <= last);
  return more.length === 0 ? entry : undefined;
}
