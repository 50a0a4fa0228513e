import { countingCategories } from '../../catalogs/number-arms.js';
import { numberForms } from '../../catalogs/number-forms.js';
import { keyPathId, type Catalog, type CatalogEntry } from '../../catalogs/read-catalog.js';

/**
 * Is a text that is gone a form of a number that its language counts with, while other forms of the same text stay, and would whatever asks for the
 * text with such a number have nothing to show? So it is with the form for all other numbers, in Rails with every form, and with one of several in a PO file
 * (`msgstr[1]`) or in Qt's.
 */
export function isLostForm(entry: CatalogEntry, after: Catalog, locale: string | undefined): boolean {
  const form = entry.path.at(-1);
  if (typeof form === 'number') return entry.value.trim() !== '' && isLostNumber(entry.path, form, after, locale);
  const categories = countingCategories(locale ?? 'en', false);
  const has = (...path: CatalogEntry['path']): boolean => after.entries.has(keyPathId(path));
  const around = entry.path.slice(0, -1);
  if (around.length > 0 && categories.has(String(form)) && (form === 'other' || after.dialect === 'rails'))
    return numberForms.some((each) => has(...around, each));
  // `items_other` of i18next, where no `items` takes its place. Without a placeholder it may well be the name of something else.
  const stem = /^(.+_)other$/.exec(String(form))?.[1];
  if (stem === undefined || !categories.has('other') || !/[{%]/.test(entry.value)) return false;
  return !has(...around, stem.slice(0, -1)) && numberForms.some((each) => has(...around, stem + each));
}

function isLostNumber(path: CatalogEntry['path'], form: number, after: Catalog, locale: string | undefined): boolean {
  const stays = Array.from({ length: 6 }, (_, number) => keyPathId([...path.slice(0, -1), number]));
  if (!stays.some((id) => after.entries.has(id))) return false;
  if (after.dialect === 'qt') return locale !== undefined && form < countingCategories(locale, false).size;
  const [, count = '6'] = /nplurals\s{0,9}=\s{0,9}(\d)/.exec(after.text) ?? [];
  return /\.pot?$/i.test(after.path) && form < Number(count);
}
