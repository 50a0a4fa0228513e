import { countingCategories } from '../../catalogs/number-arms.js';
import { numberForms } from '../../catalogs/number-forms.js';
import { keyPathId, type Catalog, type CatalogEntry } from '../../catalogs/read-catalog.js';

/**
 * Is a text that is gone the form for all other numbers, while a form for some stays and its language counts with it? Whatever asks for the
 * text asks for that form; or is it one of several forms of a number in a PO file (`msgstr[1]`), which the file's header still counts while other forms of the
 * same text stay? Gettext asks for it whenever it asks for the text, whatever the code says.
 */
export function isLostForm({ path, value }: CatalogEntry, after: Catalog, locale: string | undefined): boolean {
  const form = path.at(-1);
  if (form === 'other' && path.length > 1 && countingCategories(locale ?? 'en', false).has(form))
    return numberForms.some((each) => after.entries.has(keyPathId([...path.slice(0, -1), each])));
  if (!/\.pot?$/i.test(after.path) || typeof form !== 'number' || value.trim() === '') return false;
  const [, count = '6'] = /nplurals\s{0,9}=\s{0,9}(\d)/.exec(after.text) ?? [];
  const stays = Array.from({ length: 6 }, (_, number) => keyPathId([...path.slice(0, -1), number]));
  return form < Number(count) && stays.some((id) => after.entries.has(id));
}
