import type { Report, Severity } from '../check.js';
import { findLostEntries, locateLostEntry, findTopmostLost } from '../../catalogs/compare-catalogs.js';
import type { Position } from '../../text/index-lines.js';
import { keyPathId, formatKeyPath, type Catalog, type CatalogEntry } from '../../catalogs/catalog.js';

/** Reports in one file; more of the same add nothing. */
const most = 50;

/** A key that is gone, or a whole group of them. */
export interface LostKeys {
  readonly name: string;
  readonly entries: readonly [CatalogEntry, ...CatalogEntry[]];
  /** How many segments lead to it. */
  readonly depth: number;
  /** Where to show it in the text after. */
  readonly at: Position;
}

/** What `before` has and `after` has not, group by group. */
export function collectLostKeys(before: Catalog, after: Catalog): readonly LostKeys[] {
  const lost = new Map<string, { readonly entries: CatalogEntry[]; readonly neighbour: CatalogEntry | undefined }>();
  for (const { entry, neighbour } of findLostEntries(before, after)) {
    const top = keyPathId(findTopmostLost(entry, after));
    const known = lost.get(top);
    if (known === undefined) lost.set(top, { entries: [entry], neighbour });
    else known.entries.push(entry);
  }
  return [...lost].map(([top, { entries, neighbour }]): LostKeys => {
    const [first, ...more] = entries as [CatalogEntry];
    const depth = (JSON.parse(top) as readonly unknown[]).length;
    const path = first.path.slice(0, depth);
    const at = locateLostEntry({ ...first, path }, neighbour, after);
    return { name: formatKeyPath(path), entries: [first, ...more], depth, at };
  });
}

/** One report for each key, or whole group of keys, that `before` has and `after` has not, whoever asks for it. */
export function reportLostKeys(before: Catalog, after: Catalog, severity: Severity): readonly Report[] {
  const lost = collectLostKeys(before, after);
  if (lost.length === 0) return [];
  const moved = newByValue(before, after);
  const { path } = after;
  const reports = lost.map(({ name, entries, depth, at }): Report => {
    return { message: describe(entries, depth, moved), severity, path, ...at, key: { name, kind: 'lost' } };
  });
  return limitLostKeys(reports);
}

/** More of the same in one file add nothing. */
export function limitLostKeys(reports: readonly Report[]): readonly Report[] {
  const rest = reports.slice(most);
  const [first] = rest;
  if (first === undefined) return reports;
  const message = `${rest.length} more keys are gone. Put them back.`;
  return [...reports.slice(0, most), { ...first, line: 1, column: 1, message, key: { name: '', kind: 'lost' } }];
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
    return `${what}; it seems to be “${target.label}” now. The app still asks for the old key and would not find its text. Keep the old key; an engineer renames it together with the code.`;
  }
  return `${what}. The app may still ask for it and would have nothing to show. Put it back; an engineer takes a key out together with the code that uses it.`;
}

function count(texts: number): string {
  return texts === 1 ? 'the text in it' : `the ${texts} texts in it`;
}
