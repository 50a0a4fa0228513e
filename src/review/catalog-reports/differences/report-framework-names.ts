import type { Catalog, CatalogEntry } from '../../../catalogs/catalog.js';
import type { CatalogLocation } from '../../../catalogs/locate-catalog.js';
import type { Report } from '../../check.js';
import { isLocale } from '../../../text/is-locale.js';
import { joinSome } from '../../../text/join-words.js';

/** How many of them are named. */
const mostNamed = 3;

/**
 * New texts under names that Rails itself asks for wherever it writes a number, a price, a date, a list or what is wrong with a form: one of them in any file of texts
 * is another look of every page, though no code of the app names it. What another language has already is its translation.
 */
export function reportFrameworkNames(
  { path, format }: CatalogLocation,
  before: Catalog | undefined,
  after: Catalog,
  others: readonly Catalog[],
): readonly Report[] {
  if (format !== 'yaml' || !/(?:^|\/)config\/locales\//.test(path)) return [];
  const found = [...after.entries].filter(
    ([id, entry]) =>
      isOfRails(entry) &&
      before?.entries.has(id) !== true &&
      !(before === undefined && others.some(({ entries }) => entries.has(id))),
  );
  const [first] = found;
  if (first === undefined) return [];
  const names = joinSome(
    found.map(([, { label }]) => `“${label}”`),
    mostNamed,
  );
  const message = `${names}: by ${found.length === 1 ? 'this name' : 'these names'} Rails itself asks on every page that shows such a thing, so all of them look otherwise with it. Take it out where that is not meant; your engineering DRI looks at it in the pull request.`;
  return [{ message, path, ...first[1].keyAt, undecided: true }];
}

function isOfRails({ path }: CatalogEntry): boolean {
  const keys = path.map(String);
  // A file of several languages has each at its head.
  const [first = '', second = '', third = ''] = isLocale(String(keys[0])) ? keys.slice(1) : keys;
  if (/^(?:number|date|time|datetime|support)$/.test(first)) return second !== '';
  if (first === 'errors') return /^(?:messages|format|template)$/.test(second);
  return /^active(?:record|model)$/.test(first) && second === 'errors' && /^(?:messages|format|template)$/.test(third);
}
