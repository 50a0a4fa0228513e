import { collectCatalogFamilies, type CatalogFile } from '../catalogs/collect-catalog-families.js';
import { chooseOriginals } from '../catalogs/choose-originals.js';
import { entriesEqual } from '../catalogs/compare-catalogs.js';
import { findText, type Catalog } from '../catalogs/catalog.js';
import type { ReviewContext } from './check.js';
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

interface Member extends Pick<CatalogFile, 'path' | 'file'> {
  readonly locale: string | undefined;
  readonly before: Catalog | undefined;
  readonly after: Catalog;
}

/** Which languages a change leaves as they were where it writes the original: English, else what it writes at all. */
export async function findLeftLanguages({
  change,
  snapshot,
  parsed = new WeakMap(),
}: Pick<ReviewContext, 'change' | 'snapshot' | 'parsed'>): Promise<LeftLanguages> {
  const [unchanged, without, paths] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const family of await collectCatalogFamilies(change.files, snapshot)) {
    const members = (await Promise.all(family.map((each) => readMember(each, parsed)))).flatMap((each) => each ?? []);
    const english = chooseOriginals(members);
    const originals = english.length > 0 ? english : members.filter(({ file }) => file !== undefined);
    const written = new Map(originals.flatMap(writtenTexts));
    for (const member of members) {
      const { locale } = member;
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
  return {
    path,
    locale: location.locale,
    file,
    before: before && (await parseOnce(location, before, parsed)),
    after: now,
  };
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
