import { collectCatalogFamilies, type CatalogFile } from '../catalogs/collect-catalog-families.js';
import { entriesEqual } from '../catalogs/compare-catalogs.js';
import { findText, type Catalog } from '../catalogs/catalog.js';
import type { LoadedChange } from '../change/change.js';
import { parseOnce, type ParsedCatalogs } from './uses/parse-once.js';

/** The languages that a change of the original leaves behind, as their paths name them, in the order of the alphabet. */
export interface LeftLanguages {
  /** They still say what they said before, of a text that says something else in the original. */
  readonly unchanged: readonly string[];
  /** They do not have a text of the change. */
  readonly without: readonly string[];
  /** Catalogs of all these languages. */
  readonly paths: readonly string[];
}

interface Member extends Pick<CatalogFile, 'path' | 'file' | 'location'> {
  readonly before: Catalog | undefined;
  readonly after: Catalog;
}

/** Which languages a change leaves as they were where it writes the original: English, else what it writes at all. */
export async function findLeftLanguages({
  change,
  snapshot,
}: Pick<LoadedChange, 'change' | 'snapshot'>): Promise<LeftLanguages> {
  const parsed: ParsedCatalogs = new WeakMap();
  const [unchanged, without, paths] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const family of await collectCatalogFamilies(change.files, snapshot)) {
    const members = (await Promise.all(family.map((each) => readMember(each, parsed)))).flatMap((each) => each ?? []);
    const originals = chooseOriginals(members);
    const written = new Map(originals.flatMap(writtenTexts));
    for (const member of members) {
      const { locale } = member.location;
      if (originals.includes(member) || locale === undefined) continue;
      for (const [id, now] of written) {
        const text = findText(member.after, id);
        const isWritten = text !== undefined && hasWritten(member, id);
        if (isWritten || text?.value === now) continue;
        (text === undefined ? without : unchanged).add(locale);
        paths.add(member.path);
      }
    }
  }
  return { unchanged: [...unchanged].sort(), without: [...without].sort(), paths: [...paths] };
}

async function readMember(
  { path, location, file, before, after }: CatalogFile,
  parsed: ParsedCatalogs,
): Promise<Member | undefined> {
  const now = after && (await parseOnce(location, after, parsed));
  if (now === undefined || now.problem !== undefined) return undefined;
  return { path, location, file, before: before && (await parseOnce(location, before, parsed)), after: now };
}

/** English, British before none; where there is none, whatever the change writes. */
function chooseOriginals(members: readonly Member[]): readonly Member[] {
  const having = (pattern: RegExp): readonly Member[] =>
    members.filter(({ location: { locale = 'en' } }) => pattern.test(locale));
  const [english, british] = [having(/^en(?:[-_]us)?$/i), having(/^en[-_]/i)];
  return [english, british].find((each) => each.length > 0) ?? members.filter(({ file }) => file !== undefined);
}

/** Each text that the change writes there, with what it says now. */
function writtenTexts(member: Member): readonly (readonly [id: string, text: string])[] {
  return [...member.after.entries].flatMap(([id, { value, isText }]) =>
    isText && value.trim() !== '' && hasWritten(member, id) ? [[id, value] as const] : [],
  );
}

function hasWritten({ file, before, after }: Member, id: string): boolean {
  const [old, now] = [before?.entries.get(id), after.entries.get(id)];
  return file !== undefined && now !== undefined && (old === undefined || !entriesEqual(old, now));
}
