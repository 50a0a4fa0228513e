import { keyPathId, type Catalog, type CatalogEntry } from '../../catalogs/read-catalog.js';

const form = /^(.*?_)?(zero|one|two|few|many|other)$/;

/**
 * Is a text that is gone more than nothing: words (a catalog that waits for them may also say `null`), and where it is a form of a number while others of the same text stay, one that its
 * language has?
 */
export function isNeededForm(
  { path, value, isText }: CatalogEntry,
  after: Catalog,
  locale: string | undefined,
): boolean {
  if (isText ? value.trim() === '' : /^(?:~|null)?$/i.test(value)) return false;
  const last = path.at(-1);
  const [, stem = '', name] = typeof last === 'string' ? (form.exec(last) ?? []) : [];
  if (name === undefined || categoriesOf(locale).has(name)) return true;
  return !after.entries.has(keyPathId([...path.slice(0, -1), `${stem}other`]));
}

function categoriesOf(locale: string | undefined): ReadonlySet<string> {
  // What is taken for a language by a path has the form of one, so that this never throws.
  return new Set(new Intl.PluralRules((locale ?? 'en').replaceAll('_', '-')).resolvedOptions().pluralCategories);
}
