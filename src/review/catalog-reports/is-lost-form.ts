import { countingCategories } from '../../catalogs/number-arms.js';
import { isOrdinalForm, numberForms } from '../../catalogs/number-forms.js';
import { keyPathId, type Catalog, type CatalogEntry } from '../../catalogs/catalog.js';

/**
 * Is a text that is gone a form of a number that its language counts with, while other forms of the same text stay, and would whatever asks for the
 * text with such a number have nothing to show, or words for another number? So it is with the form for all other numbers, in Rails with every form, elsewhere
 * with each of a text that says the number, and with one of several in a PO file (`msgstr[1]`) or in Qt's.
 */
export function isLostForm(entry: CatalogEntry, after: Catalog, locale: string | undefined): boolean {
  const form = entry.path.at(-1);
  if (typeof form === 'number') return entry.value.trim() !== '' && isLostNumber(entry.path, form, after, locale);
  const categories = countingCategories(locale ?? 'en', isOrdinalForm(form));
  const textAt = (...path: CatalogEntry['path']): string | undefined => after.entries.get(keyPathId(path))?.value;
  const around = entry.path.slice(0, -1);
  // Android and Apple want the form for all other numbers in every language.
  if (around.length > 0 && (categories.has(String(form)) || (form === 'other' && after.dialect === 'printf'))) {
    const other = textAt(...around, 'other');
    if (form === 'other' || after.dialect === 'rails')
      return numberForms.some((each) => textAt(...around, each) !== undefined);
    return other !== undefined && other !== entry.value && saysNumber(other, entry.value);
  }
  // `items_other` of i18next, where no `items` takes its place. Without a placeholder it may well be the name of something else.
  const [, stem, category = ''] = /^(.+_)([a-z]+)$/.exec(String(form)) ?? [];
  if (stem === undefined || !categories.has(category) || textAt(...around, stem.slice(0, -1)) !== undefined)
    return false;
  const other = textAt(...around, `${stem}other`);
  return category === 'other'
    ? /[{%]/.test(entry.value) && numberForms.some((each) => textAt(...around, stem + each) !== undefined)
    : other !== undefined && /\{\{/.test(other) && saysNumber(other, entry.value);
}

/** Do these forms of one text say a number? */
function saysNumber(...forms: readonly string[]): boolean {
  return forms.some((form) => number.test(form));
}

const number = /\{\{?-?\s{0,9}\.?(?:count|n|num|number)\b|%\{count\}|%(?:\d\$)?l{0,2}[dui]/i;

function isLostNumber(path: CatalogEntry['path'], form: number, after: Catalog, locale: string | undefined): boolean {
  const stays = Array.from({ length: 6 }, (_, number) => keyPathId([...path.slice(0, -1), number]));
  if (!stays.some((id) => after.entries.has(id))) return false;
  if (after.dialect === 'qt') return locale !== undefined && form < countingCategories(locale, false).size;
  const [, count = '6'] = /nplurals\s{0,9}=\s{0,9}(\d)/.exec(after.text) ?? [];
  return /\.pot?$/i.test(after.path) && form < Number(count);
}
