import type { Report, Severity } from '../check.js';
import { findLostEntries, locateLostEntry, findTopmostLost } from '../../catalogs/compare-catalogs.js';
import { keyPathId, formatKeyPath, type Catalog, type CatalogEntry } from '../../catalogs/read-catalog.js';

/** Reports in one file; more of the same add nothing. */
const most = 50;

/** One report for each key, or whole group of keys, that `before` has and `after` has not. */
export function reportLostKeys(before: Catalog, after: Catalog, severity: Severity): readonly Report[] {
  const lost = new Map<string, { readonly entries: CatalogEntry[]; readonly neighbour: CatalogEntry | undefined }>();
  for (const { entry, neighbour } of findLostEntries(before, after)) {
    const top = keyPathId(findTopmostLost(entry, after));
    const known = lost.get(top);
    if (known === undefined) lost.set(top, { entries: [entry], neighbour });
    else known.entries.push(entry);
  }
  if (lost.size === 0) return [];
  const moved = newByValue(before, after);
  const reports = [...lost].slice(0, most).map(([top, { entries, neighbour: last }]): Report => {
    const [first] = entries as [CatalogEntry];
    const depth = (JSON.parse(top) as readonly unknown[]).length;
    const at = locateLostEntry({ ...first, path: first.path.slice(0, depth) }, last, after);
    const name = formatKeyPath(first.path.slice(0, depth));
    return { message: describe(entries, depth, moved), severity, path: after.path, ...at, key: { name, kind: 'lost' } };
  });
  if (lost.size > most) {
    const message = `${lost.size - most} more keys are gone. Put them back.`;
    reports.push({ message, severity, path: after.path, line: 1, column: 1 });
  }
  return reports;
}

function newByValue(before: Catalog, after: Catalog): ReadonlyMap<string, CatalogEntry> {
  const found = new Map<string, CatalogEntry>();
  for (const [id, entry] of after.entries) {
    if (entry.isText && !before.entries.has(id) && !found.has(entry.value)) found.set(entry.value, entry);
  }
  return found;
}

function describe(entries: readonly CatalogEntry[], depth: number, moved: ReadonlyMap<string, CatalogEntry>): string {
  const [first] = entries as [CatalogEntry];
  const label = formatKeyPath(first.path.slice(0, depth));
  const what = depth === first.path.length ? `“${label}” is gone` : `“${label}” is gone with ${count(entries.length)}`;
  const target = entries.every(({ value, isText }) => isText && moved.has(value)) ? moved.get(first.value) : undefined;
  if (target !== undefined) {
    return `${what}; it seems to be “${target.label}” now. The app still asks for the old key and would not find its text. Keep the old key; engineering renames it together with the code.`;
  }
  return `${what}. The app may still ask for it and would have nothing to show. Put it back; engineering takes a key out together with the code that uses it.`;
}

function count(texts: number): string {
  return texts === 1 ? 'the text in it' : `the ${texts} texts in it`;
}
