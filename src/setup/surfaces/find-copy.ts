import { loadReader, type CatalogFormat } from '../../catalogs/catalog-formats.js';
import { locateCatalog, type CatalogLocation } from '../../catalogs/locate-catalog.js';
import { readTexts, type LeftOut, type SurveyedFiles } from '../surveyed-files.js';
import { findPlatform } from './find-platform.js';
import type { GlobSeed } from './pure-globs.js';
import { isPlainPath, isSetAside } from './set-aside.js';

/** The copy catalogs of a repository, each with its languages. */
export interface FoundCopy {
  readonly seeds: readonly GlobSeed[];
  /** Catalogs of legal texts, by the globs that hold each in all languages. */
  readonly legal: readonly GlobSeed[];
  /** Catalogs without a text, such as formats of numbers. */
  readonly wordless: readonly string[];
  readonly left: readonly LeftOut[];
  /** What tells of a translation platform, which writes all languages but the original, as the beginning of a sentence. */
  readonly platform: string | undefined;
}

/** Catalogs beyond these are not read, and so not proposed. */
const mostRead = 1000;

/** A catalog in those of its languages that people write here. */
interface Family {
  readonly family: string;
  readonly format: CatalogFormat;
  readonly members: readonly CatalogLocation[];
}

/**
 * Finds the catalogs of texts that hold data and no code, by their paths and by one language of each that is read. Where a platform writes
 * the translations, only what it translates from counts, since it would write over an edit of the others.
 */
export async function findCopy(files: SurveyedFiles): Promise<FoundCopy> {
  const located = files.paths.flatMap((path) => {
    const place = isPlainPath(path) && !isSetAside(path) ? locateCatalog(path) : undefined;
    return place === undefined || place.format === 'unsupported' || isNoText(place) ? [] : [place];
  });
  const platform = await findPlatform(
    files,
    located.map(({ path }) => path),
  );
  const inCode = located.filter(({ format }) => inPrograms.has(format as CatalogFormat));
  const families = groupFamilies(located.filter(({ format }) => !inPrograms.has(format as CatalogFormat)));
  const written = platform === undefined ? families : families.map(keepOriginal);
  const { texts, wordless } = await findTexts(
    files,
    written.filter(({ members }) => members.length > 0),
  );
  const isOfLaw = ({ family }: Family): boolean => legal.test(family);
  const translated = located.length - inCode.length - written.flatMap(({ members }) => members).length;
  return {
    seeds: texts.filter((family) => !isOfLaw(family)).map((family) => toSeed(family, platform !== undefined)),
    wordless: wordless.flatMap(({ members }) => members.map(({ path }) => path)),
    legal: texts.filter(isOfLaw).map((family) => toSeed(family, false)),
    left: [
      ...(translated > 0 && platform !== undefined
        ? [{ what: 'translations', files: translated, why: `${platform}, which writes them` }]
        : []),
      ...inCode.slice(0, 1).map(({ family }) => ({
        what: family,
        files: inCode.length,
        why: 'these texts stand in programs, where a slip breaks more than a text',
      })),
    ],
    platform,
  };
}

/** Formats that are programs. */
const inPrograms: ReadonlySet<CatalogFormat> = new Set(['script', 'php', 'json5']);

/** What is named as a list of languages, settings, values that code compares, or what a tool extracts from code. */
function isNoText({ path, locale }: CatalogLocation): boolean {
  return (
    /\.pot$|\/values[^/]*\/[^/]*array[^/]*\.xml$/iu.test(path) ||
    (locale === undefined &&
      /(?:^|\/)(?:languages?|locales?|config|settings|index|meta(?:data)?|manifest|countries|currencies|time-?zones|schema|package|project)[\w.-]*$/iu.test(
        path,
      ))
  );
}

/** Named for what a lawyer has the last word on. */
const legal =
  /(?:^|[/._-])(?:legal|terms?(?:[-_]?of[-_]?(?:use|service))?|tos|privacy|gdpr|ccpa|consent|eula|imprint|impressum|licen[cs]es?|disclaimers?|dpa|cookies?[-_]?(?:policy|banner|consent)?)(?=[/._*-])/iu;

function groupFamilies(located: readonly CatalogLocation[]): readonly Family[] {
  const families = new Map<string, CatalogLocation[]>();
  for (const place of located) {
    const known = families.get(place.family);
    if (known === undefined) families.set(place.family, [place]);
    else known.push(place);
  }
  return [...families].map(([family, members]) => ({
    family,
    members,
    format: members[0]?.format as CatalogFormat,
  }));
}

/** What a platform translates from: the one without a language, else English. A language with a rare code is not known as one. */
function keepOriginal(family: Family): Family {
  const original = originalOf(family.members);
  // What gettext translates from stands in code.
  const isOriginal =
    family.format !== 'po' &&
    (original.locale === undefined ? !rareLanguage.test(original.path) : /^en(?:[-_]|$)/iu.test(original.locale));
  return { ...family, members: isOriginal ? [original] : [] };
}

const rareLanguage =
  /(?:^|\/)(?:values-[^/]*\/[^/]*|[a-z]{2,3}(?:[-_][a-z]+)*\.[a-z]+)$|\/(?:locales?|i18n|l10n|translations?|lang)\/(?!en|src|lib|app|web|res|dev)[a-z]{2,3}(?:[-_@][a-z]+)*\//iu;

/** Those of which one language holds texts, and those that can be read and hold hardly any. */
async function findTexts(
  files: SurveyedFiles,
  families: readonly Family[],
): Promise<{ readonly texts: readonly Family[]; readonly wordless: readonly Family[] }> {
  const read = families.slice(0, mostRead);
  const firsts = read.map(({ members }) => originalOf(members).path);
  const contents = await readTexts(files, firsts);
  const found = { texts: [] as Family[], wordless: [] as Family[] };
  for (const [at, family] of read.entries()) {
    const path = firsts[at] as string;
    const text = contents.get(path);
    if (text === undefined) continue;
    const catalog = (await loadReader(family.format, text))(path, text);
    if (catalog.problem !== undefined) continue;
    const entries = [...catalog.entries.values()];
    const words = entries.filter(({ isText, value }) => isText && /\p{L}/u.test(value)).length;
    found[words > 0 && words * 4 >= entries.length ? 'texts' : 'wordless'].push(family);
  }
  return found;
}

/** What the others are most likely translated from: a dialect may hold no more than what differs. */
function originalOf(members: readonly CatalogLocation[]): CatalogLocation {
  const byLocale = (wanted: RegExp): CatalogLocation | undefined =>
    members.find(({ locale = '' }) => wanted.test(locale));
  return byLocale(/^$/u) ?? byLocale(/^en(?:[-_]us)?$/iu) ?? byLocale(/^en/iu) ?? (members[0] as CatalogLocation);
}

/** A catalog in all languages, or the one of them by its name. */
function toSeed({ family, members }: Family, isByName: boolean): GlobSeed {
  const paths = members.map(({ path }) => path);
  return { glob: isByName ? paths.join('') : family, paths };
}
