import type { Catalog, CatalogEntry } from '../../catalogs/catalog.js';
import type { Report, Severity } from '../check.js';

/** Reports in one file; more of the same add nothing. */
const most = 50;

/**
 * Texts that had words and are empty now, blank, or no texts any more. A translation may be as empty as the original, where a language
 * puts its words elsewhere.
 */
export function reportEmptied(
  before: Catalog,
  after: Catalog,
  severity: Severity,
  original: Catalog | undefined,
): readonly Report[] {
  const reports: Report[] = [];
  let more = 0;
  for (const [id, entry] of after.entries) {
    const old = before.entries.get(id);
    if (old?.isText !== true || old.value.trim() === '') continue;
    const model = original === after ? undefined : original?.entries.get(id);
    if (model !== undefined && isEmpty(model) && isEmpty(entry)) continue;
    const message = isEmpty(entry) ? emptied(entry) : entry.isText ? undefined : noText(entry);
    if (message === undefined) continue;
    if (reports.length === most) more++;
    else reports.push({ message, severity, path: after.path, ...entry.at, key: { name: entry.label, kind: 'text' } });
  }
  if (more > 0) {
    const message = `${more} more texts are empty now. Take back what stood there.`;
    reports.push({ message, severity, path: after.path, line: 1, column: 1 });
  }
  return reports;
}

/** An empty text, a blank one, or what stands for none. */
function isEmpty({ value, isText }: CatalogEntry): boolean {
  return value.trim() === '' || (!isText && /^(?:null|~)$/.test(value));
}

function emptied({ label, inCode }: CatalogEntry): string {
  const shown = inCode === undefined ? 'the app would show nothing there' : 'the app would show the words in the code';
  return `“${label}” is empty now, so ${shown}. Write a text, or take back what stood here.`;
}

function noText({ label, value }: CatalogEntry): string {
  return `“${label}” was a text and is ${value.slice(0, 40)} now, which the app cannot show. Write a text in quotation marks.`;
}
