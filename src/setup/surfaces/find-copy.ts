import type { CatalogFormat } from '../../catalogs/catalog-formats.js';
import { locateCatalog, type CatalogLocation } from '../../catalogs/locate-catalog.js';
import type { LeftOut, SurveyedFiles } from '../surveyed-files.js';
import { findPlatform, findPlatformSettings } from './find-platform.js';
import { findWrittenPaths } from './find-written-paths.js';
import { findTexts, originalOf, type Family } from './find-texts.js';
import type { GlobSeed } from './pure-globs.js';
import { isPlainPath, isSetAside } from './set-aside.js';

/** The copy catalogs of a repository, each with its languages. */
export interface FoundCopy {
  readonly seeds: readonly GlobSeed[];
  /** Catalogs of legal texts, by the globs that hold each in all languages. */
  readonly legal: readonly GlobSeed[];
  /** Catalogs without a text, such as formats of numbers. */
  readonly wordless: readonly string[];
  /** Catalogs that could not be read, or are too many to be. */
  readonly unread: readonly string[];
  readonly left: readonly LeftOut[];
  /** Catalogs that are programs: an engineer may open them. */
  readonly inCode: readonly GlobSeed[];
  /** What tells of a translation platform, which writes all languages but the original, as the beginning of a sentence. */
  readonly platform: string | undefined;
}

/**
 * Finds the catalogs of texts that hold data and no code, by their paths and by a few languages of each that are read. Where a platform writes
 * the translations, only what it translates from counts, since it would write over an edit of the others.
 */
export async function findCopy(files: SurveyedFiles): Promise<FoundCopy> {
  const there = files.paths.flatMap((path) => {
    const place = isPlainPath(path) && !isSetAside(path) ? locateCatalog(path) : undefined;
    return place === undefined || place.format === 'unsupported' ? [] : [place];
  });
  const inFolders = new Set(there.flatMap(({ family, locale }) => (locale === undefined ? [] : [family])));
  const located = there.filter((place) => isInRareFolder(place, inFolders) || !isNoText(place));
  const platform = await findPlatform(
    files,
    located.map(({ path }) => path),
  );
  const inCode = located.filter(({ format }) => inPrograms.has(format as CatalogFormat));
  const all = groupFamilies(located.filter(({ format }) => !inPrograms.has(format as CatalogFormat)));
  const listed = all.filter((family) => isStandardList(family, all));
  const families = all.filter((family) => !listed.includes(family));
  const isWritten = await findWrittenPaths(files, findPlatformSettings(files.paths));
  const written = platform === undefined ? families : families.map((family) => keepOriginal(family, all, isWritten));
  const {
    texts,
    wordless,
    written: byMachines,
  } = await findTexts(
    files,
    written.filter(({ members }) => members.length > 0),
  );
  // Of a program only what it holds tells that it is a catalog: `ee/translations/index.ts` is the code of a feature, and `ee` no language there.
  const programs = await findTexts(
    files,
    groupFamilies(inCode)
      .map((family, _, every) => (platform === undefined ? family : keepOriginal(family, every, isWritten)))
      .filter(({ members }) => members.length > 0),
  );
  const told = new Set([...texts, ...wordless].map(({ family }) => family));
  const machines = new Set(byMachines);
  const unread = written.filter(
    ({ family, members }) => !told.has(family) && !members.every(({ path }) => machines.has(path)),
  );
  const isOfLaw = ({ family }: Family): boolean => legal.test(family);
  const inLists = listed.flatMap(({ members }) => members);
  const translated = located.length - inCode.length - inLists.length - written.flatMap(({ members }) => members).length;
  return {
    seeds: texts.filter((family) => !isOfLaw(family)).map((family) => toSeed(family, platform !== undefined)),
    wordless: pathsOf(wordless),
    unread: pathsOf(unread),
    legal: texts.filter(isOfLaw).map((family) => toSeed(family, false)),
    left: [
      ...(translated > 0 && platform !== undefined
        ? [{ what: 'translations', files: translated, why: `${platform}, which writes them` }]
        : []),
      ...byMachines.slice(0, 1).map((what) => ({
        what,
        files: byMachines.length,
        why: 'their first lines say that a machine writes them, so an edit would be lost',
      })),
      ...listed.slice(0, 1).map(({ family }) => ({
        what: family,
        files: inLists.length,
        why: 'names of countries, languages and the like come from lists that scripts renew',
      })),
    ],
    inCode: programs.texts.map((family) => toSeed(family, platform !== undefined)),
    platform,
  };
}

/** Formats that are programs. */
const inPrograms: ReadonlySet<CatalogFormat> = new Set(['script', 'php', 'json5']);

/** What is named as a list of languages, settings, values that code compares, what a tool extracts from code, or the words of a build for engineers. */
function isNoText({ path, locale }: CatalogLocation): boolean {
  return (
    /\.pot$|\/values[^/]*\/[^/]*array[^/]*\.xml$/iu.test(path) ||
    engineersBuild.test(path) ||
    (locale === undefined &&
      (/(?:^|\/)(?:languages?|locales?|config|settings|index|meta(?:data)?|manifest|countries|currencies|time-?zones|schema|package|project)[\w.-]*$/iu.test(
        path,
      ) ||
        /(?:Meta[Dd]ata|Manifest|Config|Schema|[-_.](?:meta(?:data)?|manifest|config|schema))\.\w+$/u.test(path)))
  );
}

/** What Android adds to the product in builds that only those who make it see: `app/src/debug/res/`, `app/src/libreDebug/res/`. */
const engineersBuild = /(?:^|\/)src\/(?:[a-z][a-zA-Z]*(?:Debug|Profile|Benchmark)|debug|profile|benchmark)\/res\//u;

/** Called as the catalogs in the folders of languages beside it: `ua/settings.json` beside `en/settings.json`. */
function isInRareFolder({ path, locale }: CatalogLocation, families: ReadonlySet<string>): boolean {
  const names = path.split('/');
  const folder = names.at(-2);
  return (
    locale === undefined &&
    folder !== undefined &&
    /^[a-z]{2,3}(?:[-_][A-Za-z]+)?$/u.test(folder) &&
    families.has([...names.slice(0, -2), '*', names.at(-1)].join('/'))
  );
}

/** Names of countries, languages and the like in a folder of their own, beside the product's texts in a catalog that is called alike. */
function isStandardList({ family }: Family, all: readonly Family[]): boolean {
  const [, above, name] = standardList.exec(family) ?? [];
  if (above === undefined || name === undefined) return false;
  return all.some(
    (other) => other.family.startsWith(above) && other.family.endsWith(name) && !standardList.test(other.family),
  );
}

const standardList =
  /^(.*\/|)(?:countr(?:y|ies)|languages?|currenc(?:y|ies)|territor(?:y|ies)|time-?zones?)(\/[^/]+)$/iu;

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
function keepOriginal(family: Family, all: readonly Family[], isWritten: (path: string) => boolean): Family {
  const original = originalOf(family.members);
  // What gettext translates from stands in code.
  const isOriginal =
    family.format !== 'po' &&
    (original.locale === undefined
      ? !rareLanguage.test(original.path) && !all.some((other) => isBeside(original.path, other))
      : /^en(?:[-_]|$)/iu.test(original.locale));
  return { ...family, members: isOriginal && !isWritten(original.path) ? [original] : [] };
}

/** Whether a path is what a catalog would be called in one more language, by whatever name. */
function isBeside(path: string, { family }: Family): boolean {
  const [before, after, more] = family.split('*');
  if (before === undefined || after === undefined || more !== undefined) return false;
  const name = path.slice(before.length, path.length - after.length);
  return name !== '' && !name.includes('/') && path === `${before}${name}${after}`;
}

const rareLanguage =
  /(?:^|\/)(?:values-[^/]*\/[^/]*|[a-z]{2,3}(?:[-_][a-z]+)*\.[a-z]+)$|\/(?:locales?|i18n|l10n|translations?|lang)\/(?!en|src|lib|app|web|res|dev)[a-z]{2,3}(?:[-_@][a-z]+)*\//iu;

function pathsOf(families: readonly Family[]): readonly string[] {
  return families.flatMap(({ members }) => members.map(({ path }) => path));
}

/** A catalog in all languages, or the one of them by its name. */
function toSeed({ family, members }: Family, isByName: boolean): GlobSeed {
  const paths = members.map(({ path }) => path);
  return { glob: isByName ? paths.join('') : family, paths };
}
