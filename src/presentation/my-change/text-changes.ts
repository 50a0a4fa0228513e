import { entriesEqual, shownSides } from '../../catalogs/compare-catalogs.js';
import { locateCatalogText } from '../../catalogs/locate-catalog.js';
import type { Catalog } from '../../catalogs/catalog.js';
import type { Change, ChangedFile } from '../../change/change.js';
import type { Position } from '../../text/index-lines.js';
import { isEnglish } from '../../text/is-locale.js';
import { createSiblingReader, readCatalogText, saysText, type ReadSibling } from './sibling-reader.js';

/** One language of a text; `locale` as the path has it, `undefined` where it names none. */
export interface TextLanguage {
  readonly path: string;
  readonly locale: string | undefined;
}

/** A text in one language before and after. Only `after`: it is new. Only `before`: it is gone. */
export interface TextDifference extends TextLanguage {
  readonly before?: string;
  readonly after?: string;
  /** The catalog leaves it empty on that side: users read the words in the code. */
  readonly beforeInCode?: true;
  readonly afterInCode?: true;
  /** Where it stands now. */
  readonly at?: Position;
}

/** A text that the change writes or takes out, in all languages of its catalog. */
export interface ChangedText {
  /** The same for the same text in the next review. */
  readonly id: string;
  /** As one writes it, `home.title`, and as its path of keys (`keyPathId`). */
  readonly key: string;
  readonly keyPath: string;
  /** English first. */
  readonly differences: readonly [TextDifference, ...TextDifference[]];
  /** Languages that the change leaves alone, with what they say. */
  readonly untouched: readonly (TextLanguage & { readonly text: string })[];
  /** Languages that do not have it. */
  readonly without: readonly TextLanguage[];
}

interface Member extends TextLanguage {
  readonly family: string;
  /** `undefined` where the file was or is not there. */
  readonly before: Catalog | undefined;
  readonly after: Catalog | undefined;
}

/** A language that is asked what it says under a path of keys. */
interface Language extends TextLanguage {
  readonly family: string;
  readonly say: (keyPath: string) => string | undefined;
}

/**
 * The texts that a change touches, key by key, in every format that is read. What cannot be read on one of its sides is left out:
 * nobody knows what differs there.
 */
export async function readChangedTexts(
  { files }: Pick<Change, 'files'>,
  siblingTexts: ReadonlyMap<string, string>,
  readSibling: ReadSibling = createSiblingReader(),
): Promise<readonly ChangedText[]> {
  const touched = (await Promise.all(files.map(readTouched))).flatMap((each) => each ?? []).sort(englishFirst);
  const texts = touched.flatMap((member) => differencesIn(member));
  if (texts.length === 0) return [];
  const languages: Language[] = touched.flatMap(({ path, locale, family, after }) =>
    after === undefined ? [] : [{ path, locale, family, say: (keyPath) => saysText(path, locale, after, keyPath) }],
  );
  for (const [path, text] of siblingTexts) {
    const place = locateCatalogText(path, text);
    const asked = texts.flatMap(({ family, keyPath }) => (family === place?.family ? [keyPath] : []));
    if (place === undefined || asked.length === 0) continue;
    const said = await readSibling(path, text, [...new Set(asked)]);
    if (said !== undefined)
      languages.push({ path, locale: place.locale, family: place.family, say: (keyPath) => said.get(keyPath) });
  }
  const byText = new Map<string, [OneDifference, ...OneDifference[]]>();
  for (const text of texts) {
    const known = byText.get(text.id);
    if (known === undefined) byText.set(text.id, [text]);
    else known.push(text);
  }
  return [...byText.values()].map((all) => joinLanguages(all, languages));
}

interface OneDifference {
  readonly id: string;
  readonly key: string;
  readonly keyPath: string;
  readonly family: string;
  readonly difference: TextDifference;
}

function joinLanguages(
  [first, ...more]: [OneDifference, ...OneDifference[]],
  languages: readonly Language[],
): ChangedText {
  const { id, key, keyPath, family } = first;
  const differences = [first.difference, ...more.map(({ difference }) => difference)] as const;
  const written = new Set(differences.map(({ path }) => path));
  const others = languages.filter((each) => each.family === family && !written.has(each.path));
  const untouched = others.flatMap(({ path, locale, say }) => {
    const text = say(keyPath);
    return text === undefined ? [] : [{ path, locale, text }];
  });
  const having = new Set(untouched.map(({ path }) => path));
  const without = others.filter(({ path }) => !having.has(path)).map(({ path, locale }) => ({ path, locale }));
  return { id, key, keyPath, differences, untouched, without };
}

function englishFirst(one: TextLanguage, other: TextLanguage): number {
  const weight = ({ locale = 'en' }: TextLanguage): number => (isEnglish(locale) ? 0 : 1);
  return weight(one) - weight(other);
}

async function readTouched({ path, before, after }: ChangedFile): Promise<Member | undefined> {
  const place = locateCatalogText(path, (after ?? before)?.text);
  if (place === undefined) return undefined;
  const read = async (version: ChangedFile['after']): Promise<Catalog | 'none' | undefined> =>
    version === undefined ? 'none' : readCatalogText(path, version.text);
  const [old, now] = await Promise.all([read(before), read(after)]);
  if (old === undefined || now === undefined) return undefined;
  const side = (catalog: Catalog | 'none'): Catalog | undefined => (catalog === 'none' ? undefined : catalog);
  return { path, locale: place.locale, family: place.family, before: side(old), after: side(now) };
}

function differencesIn({ path, locale, family, before, after }: Member): readonly OneDifference[] {
  const found: OneDifference[] = [];
  const add = (keyPath: string, key: string, sides: Omit<TextDifference, keyof TextLanguage>): void =>
    void found.push({ id: `${family} ${keyPath}`, key, keyPath, family, difference: { path, locale, ...sides } });
  for (const [id, entry] of after?.entries ?? []) {
    const old = before?.entries.get(id);
    if (old === undefined || !entriesEqual(old, entry))
      add(id, entry.label, { ...shownSides(old, entry), at: entry.at });
  }
  for (const [id, entry] of before?.entries ?? [])
    if (after?.entries.has(id) !== true) add(id, entry.label, shownSides(entry, undefined));
  return found;
}
