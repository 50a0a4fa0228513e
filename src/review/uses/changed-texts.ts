import { locateCatalog, type CatalogLocation } from '../../catalogs/locate-catalog.js';
import { keyPathId, readCatalog, type Catalog, type CatalogEntry } from '../../catalogs/read-catalog.js';
import type { ChangedFile } from '../../change/change.js';
import { createTextKey, type TextKey } from './text-key.js';

/** A text that a change touches, in one language. */
export interface ChangedText {
  readonly file: ChangedFile;
  readonly key: TextKey;
  /** As it stands at the head; as it stood, where it is gone. */
  readonly entry: CatalogEntry;
  readonly kind: 'new' | 'changed' | 'gone';
}

/** The texts of a change, and the files of texts of which nobody here can tell which they are. */
export interface ChangedTexts {
  readonly texts: readonly ChangedText[];
  readonly unread: readonly ChangedFile[];
  /** Texts of the head that show one of these in themselves, by the name they call it. */
  readonly links: ReadonlyMap<string, readonly TextKey[]>;
}

/** Which texts the catalogs among these files gain, change and lose. A file that is gone has none. */
export function readChangedTexts(files: readonly ChangedFile[]): ChangedTexts {
  const texts: ChangedText[] = [];
  const unread: ChangedFile[] = [];
  const links = new Map<string, TextKey[]>();
  for (const file of files) {
    const location = locateCatalog(file.path);
    if (location === undefined || file.after === undefined) continue;
    const after = catalogOf(location, file.after.text);
    const before = file.before === undefined ? readCatalog(file.path, '{}') : catalogOf(location, file.before.text);
    if (after === undefined || before === undefined) {
      unread.push(file);
      continue;
    }
    const add = (entry: CatalogEntry, kind: ChangedText['kind']): void => {
      texts.push({ file, key: createTextKey(location, entry.path), entry, kind });
    };
    for (const [id, entry] of after.entries) {
      const old = before.entries.get(id);
      if (old === undefined) add(entry, 'new');
      else if (old.value !== entry.value || old.isText !== entry.isText) add(entry, 'changed');
      for (const name of linkedNames(entry.value)) {
        const known = links.get(name);
        const from = createTextKey(location, entry.path);
        if (known) known.push(from);
        else links.set(name, [from]);
      }
    }
    for (const [id, entry] of before.entries)
      if (!after.entries.has(id) && !isRewritten(entry, after)) add(entry, 'gone');
  }
  return { texts, unread, links };
}

function catalogOf(location: CatalogLocation, text: string | undefined): Catalog | undefined {
  if (text === undefined || location.format !== 'json') return undefined;
  const catalog = readCatalog(location.path, text);
  return catalog.problem === undefined ? catalog : undefined;
}

/** Is what it stood in one text now, or a text what it is in? Then the text is there, and only its shape is new. */
function isRewritten({ path }: CatalogEntry, after: Catalog): boolean {
  const around = path.slice(0, -1).map((_, index) => keyPathId(path.slice(0, index + 1)));
  return after.groups.has(keyPathId(path)) || around.some((id) => after.entries.get(id)?.isText === true);
}

/** `$t(common.save)` of i18next, `@:common.save` of Vue, `[%key:common::save%]`. */
const link =
  /\$t\(\s*([^\s),]{1,200})|@(?:\.\w{1,20})?:(?:\{'([^']{1,200})'\}|\(?([\w.|-]{1,200}))|\[%key:([\w:.-]{1,200})%\]/g;

function linkedNames(value: string): readonly string[] {
  if (!/\$t\(|@[.:]|\[%key/.test(value)) return [];
  return [...value.matchAll(link)].map((match) =>
    (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').replace(/[.:]+$/, ''),
  );
}
