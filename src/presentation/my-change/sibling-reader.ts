import { createHash } from 'node:crypto';
import { formatOf, loadReader } from '../../catalogs/catalog-formats.js';
import { findText, type Catalog } from '../../catalogs/catalog.js';
import { locateCatalogText } from '../../catalogs/locate-catalog.js';
import { wordsInCode } from '../../catalogs/original-words.js';

/** What a catalog says under paths of keys (`keyPathId`), without those that it lacks; `undefined` where it cannot be read. */
export type ReadSibling = (
  path: string,
  text: string,
  keyPaths: readonly string[],
) => Promise<ReadonlyMap<string, string> | undefined>;

/** Catalogs whose answers are kept. */
const most = 1000;

/**
 * Reads catalogs that a change leaves alone, and remembers what each said for as long as it has the same text: a hundred languages take
 * seconds to read, and the next review asks them for the same texts. Keeps no catalog and no text, but what was asked for.
 */
export function createSiblingReader(read = readCatalogText): ReadSibling {
  const known = new Map<
    string,
    { readonly digest: string; readonly said: Map<string, string> | undefined; readonly asked: Set<string> }
  >();
  return async (path, text, keyPaths) => {
    const digest = createHash('sha256').update(text).digest('base64');
    const before = known.get(path);
    if (before?.digest === digest && keyPaths.every((each) => before.asked.has(each))) return before.said;
    // Reading forty languages at one go would hold up whatever else waits.
    await new Promise((resolve) => setImmediate(resolve));
    const catalog = await read(path, text);
    const asked = new Set(keyPaths);
    const locale = locateCatalogText(path, text)?.locale;
    const said = catalog && new Map(keyPaths.flatMap((each) => entryOf(path, locale, catalog, each)));
    known.delete(path);
    known.set(path, { digest, said, asked });
    for (const oldest of known.keys()) {
      if (known.size <= most) break;
      known.delete(oldest);
    }
    return said;
  };
}

/** A catalog by its text; `undefined` where it is none that can be read. */
export async function readCatalogText(path: string, text: string | undefined): Promise<Catalog | undefined> {
  const format = formatOf(path);
  if (text === undefined || format === undefined) return undefined;
  const catalog = (await loadReader(format, text))(path, text);
  return catalog.problem === undefined ? catalog : undefined;
}

/** What a catalog says under a path of keys, or its users read in place of it; `undefined` where that is nothing. */
export function saysText(
  path: string,
  locale: string | undefined,
  catalog: Catalog,
  keyPath: string,
): string | undefined {
  const entry = catalog.entries.get(keyPath);
  return findText(catalog, keyPath)?.value ?? (entry && wordsInCode(path, locale, entry));
}

function entryOf(
  path: string,
  locale: string | undefined,
  catalog: Catalog,
  keyPath: string,
): readonly (readonly [string, string])[] {
  const text = saysText(path, locale, catalog, keyPath);
  return text === undefined ? [] : [[keyPath, text]];
}
