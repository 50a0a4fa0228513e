import { locateCatalog } from '../../../catalogs/locate-catalog.js';
import type { Report } from '../../check.js';

/**
 * What is said of one text in all the languages of its catalog, word for word the same, once: at the first of them, with how many more there are. All other
 * reports stay as they are, in their order.
 */
export function oncePerCatalog(reports: readonly Report[]): readonly Report[] {
  const groups = new Map<unknown, Report[]>();
  for (const report of reports) {
    const { key, path, message, undecided } = report;
    const family = key === undefined || path === undefined ? undefined : locateCatalog(path)?.family;
    const group = family === undefined ? report : JSON.stringify([family, message, undecided]);
    groups.set(group, [...(groups.get(group) ?? []), report]);
  }
  return [...groups.values()].map(([first, ...more]) => {
    const languages = more.length === 1 ? 'another language' : `${more.length} other languages`;
    return more.length === 0
      ? (first as Report)
      : { ...(first as Report), message: `${first?.message} The same goes for ${languages}.` };
  });
}
