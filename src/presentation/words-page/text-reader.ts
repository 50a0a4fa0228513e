import type { Catalog } from '../../catalogs/catalog.js';
import { formatOf, loadReader } from '../../catalogs/catalog-formats.js';

/** Reads a catalog once for each of its texts: a page is read anew after each save. */
export type ReadText = (path: string, text: string) => Promise<Catalog | undefined>;

export function createTextReader(): ReadText {
  const known = new Map<string, { readonly text: string; readonly catalog: Catalog }>();
  return async (path, text) => {
    const last = known.get(path);
    if (last?.text === text) return last.catalog;
    const format = formatOf(path);
    if (format === undefined) return undefined;
    const catalog = (await loadReader(format, text))(path, text);
    known.set(path, { text, catalog });
    // Reading forty languages at one go would hold up whatever else waits.
    await new Promise((resolve) => setImmediate(resolve));
    return catalog;
  };
}
