import { countingCategories } from '../../catalogs/number-arms.js';
import { isOrdinalForm } from '../../catalogs/number-forms.js';
import { keyPathId, type Catalog, type CatalogEntry } from '../../catalogs/catalog.js';

const form = /^(.*?_)?(zero|one|two|few|many|other)$/;

/**
 * Is a text that is gone more than nothing: words (a catalog that waits for them may also say `null`), and where it is a form of a number while others of the same text stay, one that its
 * language has, and where the system takes the form for all other numbers instead, other words than that?
 */
export function isNeededForm(
  { path, value, isText }: CatalogEntry,
  after: Catalog,
  locale: string | undefined,
): boolean {
  if (isText ? value.trim() === '' : /^(?:~|null)?$/i.test(value)) return false;
  const last = path.at(-1);
  const [, stem = '', name] = typeof last === 'string' ? (form.exec(last) ?? []) : [];
  if (name === undefined) return true;
  const other = after.entries.get(keyPathId([...path.slice(0, -1), `${stem}other`]));
  if (stem === '' && after.dialect === 'printf' && other?.value === value) return false;
  if (other === undefined || name === 'other') return true;
  return countingCategories(locale ?? 'en', isOrdinalForm(last)).has(name);
}
