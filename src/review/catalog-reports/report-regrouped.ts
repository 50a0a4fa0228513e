import { isNumberForm } from '../../catalogs/number-forms.js';
import { keyPathId, type Catalog, type CatalogEntry } from '../../catalogs/catalog.js';
import type { Report, Severity } from '../check.js';

/**
 * Texts of a translation that are groups of texts now, and groups that are a text, while the original has them as they were: what the app asks for is
 * that. Of forms for numbers each language has its own.
 */
export function reportRegrouped(
  before: Catalog,
  after: Catalog,
  severity: Severity,
  original: Catalog | undefined,
): readonly Report[] {
  if (original === undefined || original === after) return [];
  const reports: Report[] = [];
  for (const [id, { label, isText }] of before.entries) {
    const at = after.groups.get(id);
    if (!isText || at === undefined || original.entries.get(id)?.isText !== true || hasForms(id, after)) continue;
    const message = `“${label}” was a text and is a group of texts now, while ${original.path} has a text there, which the app asks for. Write the text itself.`;
    reports.push({ message, severity, path: after.path, ...at, key: { name: label, kind: 'text' } });
  }
  for (const [id, { label, isText, keyAt }] of after.entries) {
    if (!isText || !before.groups.has(id) || !original.groups.has(id) || hasForms(id, before)) continue;
    const message = `“${label}” was a group of texts and is one text now, while ${original.path} has a group there, whose texts the app asks for. Put the group back.`;
    reports.push({ message, severity, path: after.path, ...keyAt, key: { name: label, kind: 'text' } });
  }
  return reports;
}

function hasForms(id: string, { entries }: Catalog): boolean {
  const isForm = ({ path }: CatalogEntry): boolean => isNumberForm(path.at(-1)) && keyPathId(path.slice(0, -1)) === id;
  return [...entries.values()].some(isForm);
}
