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

/** Those of which a language that is read holds texts, and those that can be read and hold hardly any. */
export async function findTexts(
  files: SurveyedFiles,
  families: readonly Family[],
): Promise<{ readonly texts: readonly Family[]; readonly wordless: readonly Family[] }> {
  const read = families.slice(0, mostRead);
  const firsts = read.map(({ members }) => byOriginality(members).slice(0, mostLanguages));
  const contents = await readTexts(
    files,
    firsts.flatMap((places) => places.map(({ path }) => path)),
  );
  const found = { texts: [] as Family[], wordless: [] as Family[] };
  for (const [at, family] of read.entries()) {
    const held = new Set<keyof typeof found | undefined>();
    for (const { path } of firsts[at] as readonly CatalogLocation[])
      held.add(await weighTexts(family.format, path, contents.get(path)));
    const kind = held.has('texts') ? 'texts' : held.has('wordless') ? 'wordless' : undefined;
    if (kind !== undefined) found[kind].push(family);
  }
  return found;
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
