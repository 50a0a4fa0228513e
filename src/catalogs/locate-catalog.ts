import { lastNameOf } from '../text/path-names.js';
import type { CatalogFormat } from './catalog-formats.js';
import { componentOfTexts } from './component-of.js';
import { formatOf } from './catalog-formats.js';
import { formatByContent } from './format-by-content.js';
import { isAmongTexts, isFolderOfTexts } from './places/is-among-texts.js';
import { isCalledForTexts } from '../change/is-called-for-texts.js';
import { isLocale } from '../text/is-locale.js';
import { isTextBundle } from '../change/is-text-bundle.js';
import { weighWords } from './places/weigh-words.js';

/** Where a copy catalog stands: its language, and the `family` that it shares with the same catalog in other languages. */
export interface CatalogLocation {
  readonly path: string;
  /** Of what is `unsupported` it is only said that it is copy. */
  readonly format: CatalogFormat | 'unsupported';
  /** As written in the path (`de`, `pt_BR`); `undefined` where the path names none. */
  readonly locale: string | undefined;
  /** The path with `*` in place of the language; two languages of one catalog have the same. */
  readonly family: string;
  /** Nothing about its place says that it is copy: its values do, with the language that it is called after. */
  readonly byWords?: true;
}

/**
 * Says by its path whether a file is a copy catalog: `i18n/en.json`, `locales/de/common.json`, `lang/messages.fr.json`,
 * `lib/l10n/app_en.arb`, `res/values-de/strings.xml`, `de.lproj/Localizable.strings`. In folders of ambiguous names it has to name a
 * language as well, unless its ending is for texts alone.
 */
export function locateCatalog(path: string): CatalogLocation | undefined {
  const segments = path.split('/');
  // `split` gives at least one part.
  const name = segments.pop() as string;
  const dot = name.lastIndexOf('.');
  const ending = name.slice(dot + 1).toLowerCase();
  if (dot < 1 || noCatalog.test(name) || sideFile.test(path)) return undefined;
  const format = formatOf(path);
  const android = format === 'xml' ? locateAndroid(segments, name, path) : undefined;
  if (android !== undefined) return android;
  if (format === undefined && !(unsupported.test(ending) || prose.test(ending))) return undefined;
  const place = locate(segments, name.slice(0, dot), name.slice(dot), path, format ?? 'unsupported');
  // A template of FreeMarker has the ending of a Fluent file.
  const isFluent = ending === 'ftl' && (place.locale !== undefined || segments.includes('ftl'));
  if (ownEnding.test(ending) || isFluent) return place;
  const isSure = segments.some(isFolderOfTexts);
  const isLikely = segments.some((segment) => likely.test(segment) || isCalledForTexts(segment));
  if (data.test(ending)) return isSure || (isLikely && place.locale !== undefined) ? place : undefined;
  if (isTextBundle(name)) return place;
  // Views, styles and pictures end so, too: of the language that all others fall back to only its name tells.
  if (ofXaml.test(ending) && (isSure || isLikely) && calledForWords.test(name)) return place;
  // Beside a component of Rails.
  if (componentOfTexts(path) !== undefined) return place;
  if (place.locale !== undefined) return isSure || isLikely ? place : undefined;
  // Settings of the tools lie in such folders too, and code: those have to be called after a language, or lie in its folder.
  return isRails.test(path) && !tool.test(name) ? place : undefined;
}

/**
 * The same of a file whose text is known: Qt's catalogs end as TypeScript's programs do, Fluent's as FreeMarker's templates, and lie anywhere; and so do files that are called
 * after a language and hold words. Of words beside much else it is only said that they seem to be copy.
 */
export function locateCatalogText(path: string, text = ''): CatalogLocation | undefined {
  const located = locateCatalog(path);
  if (located !== undefined) return located;
  const format = formatByContent(path, text);
  if (format !== undefined) return locateNamed(path, format);
  const place = locateWordless(path);
  if (place === undefined || text === '') return undefined;
  const isCalledSo = isNamed(place) || isIndexOfLanguage(path, place) || isTextsOfLanguage(path, place);
  if (!isCalledSo && !isAmongTexts(path)) return undefined;
  const weight = weighWords(path, text);
  if (weight === 'texts') return { ...place, byWords: true };
  // A part of a longer name may be a language by chance, and words beside other things are nothing rare in a program.
  const isDoubtful =
    weight === 'doubtful' && isCalledSo && keyed.test(path) && /^\*\.\w+$/.test(lastNameOf(place.family));
  return isDoubtful ? { ...place, format: 'unsupported', byWords: true } : undefined;
}

/** Is it what a tool keeps beside the texts, in their folder, which no app reads? */
export function isKeptBesideTexts(path: string): boolean {
  return sideFile.test(path) && isAmongTexts(path);
}

/**
 * Where a file of keys and values stands by its name alone, whatever its folders are called, and a program that is called after a language;
 * `undefined` for what can hold no texts.
 */
export function locateWordless(path: string): CatalogLocation | undefined {
  const name = lastNameOf(path);
  if (noCatalog.test(name) || tool.test(name) || sideFile.test(path) || notInUse.test(path)) return undefined;
  if (!keyed.test(name) && !program.test(name)) return undefined;
  const place = locateNamed(path, formatOf(path) as CatalogFormat);
  return keyed.test(name) || isNamed(place) || isIndexOfLanguage(path, place) ? place : undefined;
}

/** Is it all that a folder called after a language shows to others (`src/de/index.js`)? */
function isIndexOfLanguage(path: string, { locale }: CatalogLocation): boolean {
  const [folder, name] = path.split('/').slice(-2) as [string, string?];
  return name !== undefined && folder === locale && /^index\./i.test(name);
}

/** Is it called after texts, in a folder that is called after a language (`default-languages/en-gb/translations.json`)? */
function isTextsOfLanguage(path: string, { locale }: CatalogLocation): boolean {
  const [folder, name = ''] = path.split('/').slice(-2) as [string, string?];
  return folder === locale && texts.test(name);
}

/** Is a file of keys and values called after a language (`loc/de_de.json`)? Then it holds texts, or facts about a country. */
export function isNamedByLanguage(path: string): boolean {
  const place = keyed.test(path) ? locateWordless(path) : undefined;
  return place !== undefined && isNamed(place);
}

function isNamed({ locale, family }: CatalogLocation): boolean {
  return locale !== undefined && lastNameOf(family).includes('*');
}

function locateNamed(path: string, format: CatalogFormat): CatalogLocation {
  const segments = path.split('/');
  // `split` gives at least one part.
  const name = segments.pop() as string;
  const dot = name.lastIndexOf('.');
  return locate(segments, name.slice(0, dot), name.slice(dot), path, format);
}

const keyed = /[^/]\.(?:json5?|ya?ml|toml|properties)$/i;
/** May be a module of plain data. */
const program = /[^/]\.(?:[cm]?[jt]s|php)$/i;
/** Hidden, made or somebody else's, or what tests read. */
const notInUse =
  /(?:^|\/)(?:\.[^/]+|node_modules|vendor|dist|build|target|tests?|__\w+__|specs?|fixtures?|mocks?|snapshots?|testdata)\//i;

/** For nothing but texts. */
const ownEnding = /^(?:arb|pot?|xlf|xliff|strings|stringsdict|xcstrings|res[xw])$/;
const data = /^(?:json)$/;
const unsupported = /^(?:ini|csv|tsv|xml|rb|py|lang|conf(?:ig)?|cfg|lua|gettext|tmx|ts|js)$/;
const prose = /^(?:txt|html?)$/;
const likely =
  /^(?:lang|langs|languages?|lng|loc|messages|copy|strings|texts|dictionar(?:y|ies)|locali[sz]ations?|internationali[sz]ation|po|nls)$/i;
const ofXaml = /^a?xaml$/;
/** What a dictionary of texts without a language is called. */
const calledForWords = /^[\w.-]{0,60}(?:strings?|texts?|translations?|messages?|wording|lang(?:uage)?)[\w.-]{0,20}$/i;
const isRails = /(?:^|\/)config\/locales\/.*\.ya?ml$/;
/** What files of texts are called in the folder of their language. */
const texts =
  /^(?:translations?|messages|strings|texts|labels|copy|locale|lang(?:uage)?|wording)\.(?:json5?|ya?ml|toml|properties)$/i;
/** Of Java's bundles of texts many are called so, one for each page. */
const tool = /^(?:\.|(?:crowdin|lokalise|i18n-tasks|config|settings|weblate|plurals?\.)(?!.*\.properties$))/i;
const noCatalog =
  /^(?:package|package-lock|tsconfig.*|composer|\..*)\.json$|\.schema\.json$|\.(?:d|test|spec|stories)\.[jt]s$/i;
/** What a tool keeps beside the texts: those that are missing, or were once. */
const sideFile = /(?:^|\/)(?:_missing_?|missing|_?unused)(?:[_.-][^/]*)?(?:\/[^/]*)?\.(?:json|ya?ml)$/i;

/** `res/values-de/strings.xml`: `values` is the language that all others fall back to. Colours and sizes lie there too. */
function locateAndroid(segments: readonly string[], name: string, path: string): CatalogLocation | undefined {
  const at = segments.findLastIndex((segment) => /^values(?:-|$)/.test(segment));
  if (at === -1 || !/string|plural|array|text|message/i.test(name)) return undefined;
  const [, language, region] =
    /^values-(?:b\+)?([a-z]{2,3})(?:(?:-r|\+)([A-Za-z]{2}|\d{3}|[A-Za-z]{4}))?(?=-|\+|$)/.exec(
      segments[at] as string,
    ) ?? [];
  // Of the rarer languages only their code tells; what a car shows is in none.
  const isLanguage = language !== undefined && (isLocale(language) || (language.length === 3 && language !== 'car'));
  const locale = isLanguage ? [language, ...(region ? [region] : [])].join('-') : undefined;
  // For some screens alone: that is no language of the others.
  const isApart = path.includes('*') || (locale === undefined && segments[at] !== 'values');
  const family = isApart ? path : [...segments.with(at, 'values*'), name].join('/');
  return { path, format: 'xml', locale, family };
}

function locate(
  segments: readonly string[],
  stem: string,
  ending: string,
  path: string,
  format: CatalogLocation['format'],
): CatalogLocation {
  const folder = segments.map((segment) => `${segment}/`);
  // A star in the name could not be told apart from the language placeholder.
  if (path.includes('*')) return { path, format, locale: undefined, family: path };
  const whole = isLocale(stem);
  if (whole) return { path, format, locale: stem, family: `${folder.join('')}*${ending}` };
  // `messages.fr`, `app_en`, `app_pt_BR`, `fr.messages`.
  for (const match of stem.matchAll(/[._-]/g)) {
    const last = stem.slice(match.index + 1);
    if (!isLocale(last)) continue;
    const kept = stem.slice(0, hasDefault.test(ending) ? match.index : match.index + 1);
    return { path, format, locale: last, family: `${folder.join('')}${kept}*${ending}` };
  }
  const [first] = stem.split('.', 1) as [string];
  if (isLocale(first))
    return { path, format, locale: first, family: `${folder.join('')}*${stem.slice(first.length)}${ending}` };
  const named = (segment: string): string => segment.replace(/\.lproj$/, '');
  const at = segments.findLastIndex((segment) => isLocale(named(segment)) || segment === 'Base.lproj');
  if (at === -1) {
    // The language that all others fall back to has none in its name.
    const family = hasDefault.test(ending) ? `${folder.join('')}${stem}*${ending}` : path;
    return { path, format, locale: undefined, family };
  }
  const segment = segments[at] as string;
  const family = folder.with(at, segment.endsWith('.lproj') ? '*.lproj/' : '*/').join('') + stem + ending;
  return { path, format, locale: segment === 'Base.lproj' ? undefined : named(segment), family };
}

/** Formats with a file that has no language in its name: the original. */
const hasDefault = /^\.(?:properties|res[xw]|a?xaml)$/i;
