import { keyPathId, type Catalog, type CatalogEntry } from '../../catalogs/read-catalog.js';

/**
 * Is a text that is gone one of several forms of a number in a PO file (`msgstr[1]`), which the file's header still counts while other forms of the
 * same text stay? Gettext asks for it whenever it asks for the text, whatever the code says.
 */
export function isLostForm({ path, value }: CatalogEntry, after: Catalog): boolean {
  const form = path.at(-1);
  if (!/\.pot?$/i.test(after.path) || typeof form !== 'number' || value.trim() === '') return false;
  const [, forms = '6'] = /nplurals\s{0,9}=\s{0,9}(\d)/.exec(after.text) ?? [];
  const stays = Array.from({ length: 6 }, (_, number) => keyPathId([...path.slice(0, -1), number]));
  return form < Number(forms) && stays.some((id) => after.entries.has(id));
}
