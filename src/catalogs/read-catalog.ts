import {
  duplicateKey,
  formatKeyPath,
  keyPathId,
  type Catalog,
  type CatalogAside,
  type CatalogEntry,
  type DuplicateKey,
} from './catalog.js';
import { findMetadata } from './readers/json-conventions.js';
import { readJson } from './read-json.js';

/** Reads a JSON catalog, without what is no text in it. Throws on no input; texts that are too long or nested too deeply are a problem. */
export function readCatalog(path: string, text: string): Catalog {
  const catalog = readJson(path, text);
  const dialect = /(?:^|\/)_locales\//.test(path) ? ({ dialect: 'chrome' } as const) : undefined;
  if (!catalog.isObject && catalog.problem === undefined) {
    const listed = readListed(catalog);
    return listed ?? { ...catalog, problem: { message: rootless, at: { line: 1, column: 1 } } };
  }
  const metadata = findMetadata(path, catalog.entries.values());
  if (metadata.size === 0) return { ...catalog, ...dialect };
  const entries = new Map([...catalog.entries].filter(([, entry]) => !metadata.has(entry)));
  const asides = [...metadata].flatMap((entry) => findAside(entry) ?? []);
  return { ...catalog, ...dialect, entries, ...(asides.length > 0 && { asides }) };
}

/** How placeholders are filled in, beside the text that has them (ARB, Chrome), and which language a file says it is in. */
function findAside({ path, label, value, at }: CatalogEntry): CatalogAside | undefined {
  const [key, part] = path;
  if (key === '@@locale') return { name: label, value, at };
  if (typeof key !== 'string' || part !== 'placeholders' || /^(?:example|description)$/.test(String(path.at(-1))))
    return undefined;
  return { name: label, value, at, of: keyPathId(key.startsWith('@') ? [key.slice(1)] : [key, 'message']) };
}

/** A list of texts with an `id` each, as go-i18n writes it. */
function readListed(catalog: Catalog): Catalog | undefined {
  const ids = new Map<number, string>();
  for (const { path, value, isText } of catalog.entries.values()) {
    const [index, name, ...more] = path;
    if (typeof index === 'number' && name === 'id' && more.length === 0 && isText) ids.set(index, value);
  }
  if (ids.size === 0) return undefined;
  const entries = new Map<string, CatalogEntry>();
  const duplicates: DuplicateKey[] = [];
  for (const entry of catalog.entries.values()) {
    const [index, name] = entry.path;
    // They are known by their id, wherever they stand.
    const path = [ids.get(Number(index)) ?? String(index), ...entry.path.slice(1)];
    if (name === 'id' || name === 'description' || name === 'hash') continue;
    const id = keyPathId(path);
    const first = entries.get(id);
    if (first !== undefined) duplicates.push(duplicateKey(path, first.keyAt, entry.keyAt));
    entries.set(id, { ...entry, path, label: formatKeyPath(path) });
  }
  return { ...catalog, isObject: true, entries, duplicates: [...catalog.duplicates, ...duplicates] };
}

const rootless = 'a catalog is an object, from “{” to “}”, and this is none';
