import { loadReader, type CatalogFormat } from '../../catalogs/catalog-formats.js';
import type { CatalogLocation } from '../../catalogs/locate-catalog.js';
import { readTexts, type SurveyedFiles } from '../surveyed-files.js';

/** A catalog in those of its languages that people write here. */
export interface Family {
  readonly family: string;
  readonly format: CatalogFormat;
  readonly members: readonly CatalogLocation[];
}

/** Catalogs beyond these are not read, and so not proposed. */
const mostRead = 1000;

/**
 * Those of which a language that is read holds texts, and those that can be read and hold hardly any. A language whose file says that a machine
 * writes it is taken out of its catalog, with the other translations of it.
 */
export async function findTexts(
  files: SurveyedFiles,
  families: readonly Family[],
): Promise<{
  readonly texts: readonly Family[];
  readonly wordless: readonly Family[];
  readonly written: readonly string[];
}> {
  const read = families.slice(0, mostRead);
  const firsts = read.map(({ members }) => byOriginality(members).slice(0, mostLanguages));
  const contents = await readTexts(
    files,
    firsts.flatMap((places) => places.map(({ path }) => path)),
  );
  const found = { texts: [] as Family[], wordless: [] as Family[], written: [] as string[] };
  for (const [at, family] of read.entries()) {
    const held = new Set<'texts' | 'wordless' | undefined>();
    const own = firsts[at] as readonly CatalogLocation[];
    const written = new Set(own.filter(({ path }) => family.format !== 'po' && isWrittenByMachine(contents.get(path))));
    for (const { path } of own.filter((place) => !written.has(place)))
      held.add(await weighTexts(family.format, path, contents.get(path)));
    const kind = held.has('texts') ? 'texts' : held.has('wordless') ? 'wordless' : undefined;
    // What was not read is written as those are that were.
    const members = written.size === 0 ? family.members : own.filter((place) => !written.has(place));
    if (kind !== undefined) found[kind].push({ ...family, members });
    if (written.size > 0)
      found.written.push(...family.members.filter((place) => !members.includes(place)).map(({ path }) => path));
  }
  return found;
}

/** What the first lines of a file say of who writes it; those of gettext are as its tool began them. */
function isWrittenByMachine(text = ''): boolean {
  return /auto-?(?:matically )?-?generated|do not (?:edit|modify)|changes will be (?:lost|overwritten)|@generated/iu.test(
    text.slice(0, 600),
  );
}

/** One dialect may be empty, since it says nothing otherwise than its language. */
const mostLanguages = 4;

/** Whether one language of a catalog holds texts or hardly any; `undefined` where it cannot be read. */
async function weighTexts(
  format: CatalogFormat,
  path: string,
  text: string | undefined,
): Promise<'texts' | 'wordless' | undefined> {
  if (text === undefined) return undefined;
  const catalog = (await loadReader(format, text))(path, text);
  if (catalog.problem !== undefined) return undefined;
  const entries = [...catalog.entries.values()];
  // What says its own version tells of a language or a package, as `pl/config.json` does beside `pl/translations.json`.
  if (entries.some(({ path: keys, value }) => keys.join() === 'version' && /^\d+(?:\.\d+)+/.test(value)))
    return 'wordless';
  const words = entries.filter(({ isText, value }) => isText && /\p{L}/u.test(value)).length;
  return words > 0 && words * 4 >= entries.length ? 'texts' : 'wordless';
}

/** What the others are most likely translated from. */
export function originalOf(members: readonly CatalogLocation[]): CatalogLocation {
  return byOriginality(members)[0] as CatalogLocation;
}

/** The one without a language first, then English, then its dialects, which may hold no more than what differs. */
function byOriginality(members: readonly CatalogLocation[]): readonly CatalogLocation[] {
  const rank = ({ locale = '' }: CatalogLocation): number => originals.findIndex((each) => each.test(locale));
  return members.toSorted((one, other) => rank(one) - rank(other));
}

const originals = [/^$/u, /^en$/iu, /^en[-_]us$/iu, /^en[-_]/iu, /^/u];
