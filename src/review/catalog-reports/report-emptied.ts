import type { Catalog, CatalogEntry } from '../../catalogs/read-catalog.js';
import type { Report, Severity } from '../check.js';

/** Texts that had words and are empty now, blank, or no texts any more. */
export function reportEmptied(before: Catalog, after: Catalog, severity: Severity): readonly Report[] {
  const reports: Report[] = [];
  for (const [id, entry] of after.entries) {
    const old = before.entries.get(id);
    if (old?.isText !== true || old.value.trim() === '') continue;
    const message = isEmpty(entry) ? emptied(entry.label) : entry.isText ? undefined : noText(entry);
    if (message !== undefined)
      reports.push({ message, severity, path: after.path, ...entry.at, key: { name: entry.label, kind: 'text' } });
  }
  return reports;
}

/** An empty text, a blank one, or what stands for none. */
export function isEmpty({ value }: CatalogEntry): boolean {
  return /^(?:\s*|null|~)$/.test(value);
}

function emptied(label: string): string {
  return `“${label}” is empty now, so the app would show nothing there. Write a text, or take back what stood here.`;
}

function noText({ label, value }: CatalogEntry): string {
  return `“${label}” was a text and is ${value.slice(0, 40)} now, which the app cannot show. Write a text in quotation marks.`;
}
