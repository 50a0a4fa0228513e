import type { CatalogLocation } from '../../catalogs/locate-catalog.js';
import { locateChangedCatalogs } from '../../catalogs/locate-changed-catalogs.js';
import { isNumberForm } from '../../catalogs/number-forms.js';
import { parseOnce, type ParsedCatalogs } from './parse-once.js';
import { keyPathId, type Catalog, type CatalogEntry } from '../../catalogs/catalog.js';
import { readCatalog } from '../../catalogs/read-catalog.js';
import type { ChangedFile, FileVersion, RepositorySnapshot } from '../../change/change.js';
import { nameTexts, type TextKey } from './text-key.js';

/** A text that a change touches, in one language. */
export interface ChangedText {
  readonly file: ChangedFile;
  readonly key: TextKey;
  /** As it stands at the head; as it stood, where it is gone. */
  readonly entry: CatalogEntry;
  readonly kind: 'new' | 'changed' | 'gone';
}

/** A catalog on both sides; an empty one where there was none. */
export interface ReadCatalogs {
  readonly before: Catalog;
  readonly after: Catalog;
}

/** The texts of a change, and the files of texts of which nobody here can tell which they are. */
export interface ChangedTexts {
  /** The catalogs of the change, read once, by their paths. */
  readonly catalogs: ReadonlyMap<string, ReadCatalogs>;
  readonly texts: readonly ChangedText[];
  readonly unread: readonly ChangedFile[];
  /** Texts of the head that show one of these in themselves, by the name they call it. */
  readonly links: ReadonlyMap<string, readonly TextKey[]>;
  /** The names of all texts of these catalogs as they were, of each catalog in the language that had most. */
  readonly names: () => ReadonlySet<string>;
}

/** More texts of one catalog are not named. */
const mostNames = 20_000;

/** Which texts the catalogs among these files gain, change and lose. A file that is gone has none. */
export async function readChangedTexts(
  files: readonly ChangedFile[],
  snapshot: RepositorySnapshot,
  parsed: ParsedCatalogs = new WeakMap(),
): Promise<ChangedTexts> {
  const catalogOf = async (location: CatalogLocation, version: FileVersion): Promise<Catalog | undefined> => {
    const catalog = await parseOnce(location, version, parsed);
    return catalog?.problem === undefined ? catalog : undefined;
  };
  const located = await locateChangedCatalogs(files, snapshot);
  const catalogs = new Map<string, ReadCatalogs>();
  const texts: ChangedText[] = [];
  const unread: ChangedFile[] = [];
  const links = new Map<string, TextKey[]>();
  const largest = new Map<string, Catalog>();
  for (const file of files) {
    const location = located.get(file.path);
    if (location === undefined || file.after === undefined) continue;
    const after = await catalogOf(location, file.after);
    const before = file.before === undefined ? readCatalog(file.path, '{}') : await catalogOf(location, file.before);
    if (after === undefined || before === undefined) {
      unread.push(file);
      continue;
    }
    catalogs.set(file.path, { before, after });
    if ((largest.get(location.family)?.entries.size ?? 0) <= before.entries.size) largest.set(location.family, before);
    const nameText = nameTexts(location, after.dialect === 'qt');
    const keyOf = ({ path }: CatalogEntry): TextKey => nameText(path);
    const add = (entry: CatalogEntry, kind: ChangedText['kind']): void => {
      texts.push({ file, key: keyOf(entry), entry, kind });
    };
    for (const [id, entry] of after.entries) {
      const old = before.entries.get(id);
      if (old === undefined) add(entry, 'new');
      else if (old.value !== entry.value || old.isText !== entry.isText) add(entry, 'changed');
      const shown = linkedNames(entry.value, location);
      if (shown.length === 0) continue;
      const from = keyOf(entry);
      for (const name of shown) {
        const known = links.get(name);
        if (known) known.push(from);
        else links.set(name, [from]);
      }
    }
    for (const [id, entry] of before.entries)
      if (!after.entries.has(id) && !isRewritten(entry, after)) add(entry, 'gone');
  }
  const names = (): ReadonlySet<string> => {
    const nameAll = [...largest.values()].flatMap(({ path, entries, dialect }) => {
      const nameText = nameTexts(located.get(path) as CatalogLocation, dialect === 'qt');
      return [...entries.values()].slice(0, mostNames).flatMap((entry) => nameText(entry.path).names);
    });
    return new Set(nameAll);
  };
  return { catalogs, texts, unread, links, names };
}

/**
 * Is what it stood in one text now, or a text what it is in? Then the text is there, and only its shape is new. With forms for numbers
 * only who gives a number gets it, so that its uses decide.
 */
function isRewritten({ path }: CatalogEntry, after: Catalog): boolean {
  if (after.entries.has(keyPathId([...path, 'other']))) return false;
  if (isNumberForm(path.at(-1)) && after.entries.has(keyPathId(path.slice(0, -1)))) return false;
  const around = path.slice(0, -1).map((_, index) => keyPathId(path.slice(0, index + 1)));
  return after.groups.has(keyPathId(path)) || around.some((id) => after.entries.get(id)?.isText === true);
}

/** `$t(common.save)` of i18next, `@:common.save` of Vue, `[%key:common::save%]`, `@string/save` of Android. */
const link =
  /\$t\(\s*([^\s),]{1,200})|@(?:\.\w{1,20})?:(?:\{'([^']{1,200})'\}|\(?([\w.|-]{1,200}))|\[%key:([\w:.-]{1,200})%\]|@(?:string|plurals|array)\/(\w{1,200})/g;
/** `:home.save` of Rails is all of a text. */
const railsLink = /^:"?([\w.]{1,200})"?$/;

function linkedNames(value: string, { format }: CatalogLocation): readonly string[] {
  const whole = format === 'yaml' ? railsLink.exec(value)?.[1] : undefined;
  if (whole !== undefined) return [whole];
  if (!/\$t\(|@[.:]|\[%key|@\w+\//.test(value)) return [];
  return [...value.matchAll(link)].map((match) => {
    const names: readonly (string | undefined)[] = match.slice(1);
    return (names.find((name) => name !== undefined) as string).replace(/[.:]+$/, '');
  });
}
