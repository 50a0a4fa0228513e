import { formatOf, loadReader } from '../../catalogs/catalog-formats.js';
import { entriesEqual } from '../../catalogs/compare-catalogs.js';
import { locateCatalogText } from '../../catalogs/locate-catalog.js';
import { findText, type Catalog } from '../../catalogs/read-catalog.js';
import type { Change, ChangedFile } from '../../change/change.js';
import type { Position } from '../../text/index-lines.js';

/** One language of a text; `locale` as the path has it, `undefined` where it names none. */
export interface TextLanguage {
  readonly path: string;
  readonly locale: string | undefined;
}

/** A text in one language before and after. Only `after`: it is new. Only `before`: it is gone. */
export interface TextDifference extends TextLanguage {
  readonly before?: string;
  readonly after?: string;
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

/**
 * The texts that a change touches, key by key, in every format that is read. What cannot be read on one of its sides is left out:
 * nobody knows what differs there.
 */
export async function readChangedTexts(
  { files }: Pick<Change, 'files'>,
  siblingTexts: ReadonlyMap<string, string>,
): Promise<readonly ChangedText[]> {
  const touched = (await Promise.all(files.map(readTouched))).flatMap((each) => each ?? []).sort(englishFirst);
  const texts = touched.flatMap((member) => differencesIn(member));
  if (texts.length === 0) return [];
  const families = new Set(touched.map(({ family }) => family));
  const members = [...touched];
  for (const [path, text] of siblingTexts) {
    const sibling = await readSibling(path, text, families);
    if (sibling !== undefined) members.push(sibling);
  }
  const byText = new Map<string, [OneDifference, ...OneDifference[]]>();
  for (const text of texts) {
    const known = byText.get(text.id);
    if (known === undefined) byText.set(text.id, [text]);
    else known.push(text);
  }
  return [...byText.values()].map((all) => joinLanguages(all, members));
}

interface OneDifference {
  readonly id: string;
  readonly key: string;
  readonly keyPath: string;
  readonly family: string;
  readonly difference: TextDifference;
}

function joinLanguages([first, ...more]: [OneDifference, ...OneDifference[]], members: readonly Member[]): ChangedText {
  const { id, key, keyPath, family } = first;
  const differences = [first.difference, ...more.map(({ difference }) => difference)] as const;
  const written = new Set(differences.map(({ path }) => path));
  const others = members.filter((each) => each.family === family && each.after && !written.has(each.path));
  const untouched = others.flatMap(({ path, locale, after }) => {
    const text = findText(after, keyPath)?.value;
    return text === undefined ? [] : [{ path, locale, text }];
  });
  const having = new Set(untouched.map(({ path }) => path));
  const without = others.filter(({ path }) => !having.has(path)).map(({ path, locale }) => ({ path, locale }));
  return { id, key, keyPath, differences, untouched, without };
}

function englishFirst(one: TextLanguage, other: TextLanguage): number {
  return Number(isEnglish(other)) - Number(isEnglish(one));
}

function isEnglish({ locale }: TextLanguage): boolean {
  return locale === undefined || /^en\b/i.test(locale.replaceAll('_', '-'));
}

async function readTouched({ path, before, after }: ChangedFile): Promise<Member | undefined> {
  const place = locateCatalogText(path, (after ?? before)?.text);
  if (place === undefined) return undefined;
  const read = async (version: ChangedFile['after']): Promise<Catalog | 'none' | undefined> =>
    version === undefined ? 'none' : readText(path, version.text);
  const [old, now] = await Promise.all([read(before), read(after)]);
  if (old === undefined || now === undefined) return undefined;
  const side = (catalog: Catalog | 'none'): Catalog | undefined => (catalog === 'none' ? undefined : catalog);
  return { path, locale: place.locale, family: place.family, before: side(old), after: side(now) };
}

async function readSibling(path: string, text: string, families: ReadonlySet<string>): Promise<Member | undefined> {
  const place = locateCatalogText(path, text);
  if (place === undefined || !families.has(place.family)) return undefined;
  // Reading forty languages at one go would hold up whatever else waits.
  await new Promise((resolve) => setImmediate(resolve));
  const catalog = await readText(path, text);
  return catalog && { path, locale: place.locale, family: place.family, before: catalog, after: catalog };
}

async function readText(path: string, text: string | undefined): Promise<Catalog | undefined> {
  const format = formatOf(path);
  if (text === undefined || format === undefined) return undefined;
  const catalog = (await loadReader(format, text))(path, text);
  return catalog.problem === undefined ? catalog : undefined;
}

function differencesIn({ path, locale, family, before, after }: Member): readonly OneDifference[] {
  const found: OneDifference[] = [];
  const add = (keyPath: string, key: string, sides: Pick<TextDifference, 'before' | 'after' | 'at'>): void =>
    void found.push({ id: `${family} ${keyPath}`, key, keyPath, family, difference: { path, locale, ...sides } });
  for (const [id, entry] of after?.entries ?? []) {
    const old = before?.entries.get(id);
    const now = { after: entry.value, at: entry.at };
    if (old === undefined) add(id, entry.label, now);
    else if (!entriesEqual(old, entry)) add(id, entry.label, { before: old.value, ...now });
  }
  for (const [id, entry] of before?.entries ?? [])
    if (after?.entries.has(id) !== true) add(id, entry.label, { before: entry.value });
  return found;
}
