import { locateCatalog } from '../../../catalogs/locate-catalog.js';
import type { Report } from '../../check.js';

/**
 * What is said of one text in all the languages of its catalog, word for word the same, once: at the first of them, with how many more there are. All other
 * reports stay as they are, in their order.
 */
export function oncePerCatalog(reports: readonly Report[]): readonly Report[] {
  const groups = new Map<string, Report[]>();
  for (const report of reports) {
    const family =
      report.key === undefined || report.path === undefined ? undefined : locateCatalog(report.path)?.family;
    const id = JSON.stringify(family === undefined ? groups.size : [family, report.message, report.undecided]);
    groups.set(id, [...(groups.get(id) ?? []), report]);
  }
  return [...groups.values()].map(([first, ...more]) => {
    const languages = more.length === 1 ? 'another language' : `${more.length} other languages`;
    return more.length === 0
      ? (first as Report)
      : { ...(first as Report), message: `${first?.message} The same goes for ${languages}.` };
  });
}
