import type { ChangedFile, RepositorySnapshot } from '../change/change.js';
import { isLocale } from '../text/is-locale.js';
import { locateCatalogText, locateWordless, type CatalogLocation } from './locate-catalog.js';
import { weighWords } from './places/weigh-words.js';

/**
 * Which of these files are catalogs, by their paths, with what only the files beside them tell: that `texts.properties` is the
 * original of `texts_de.properties`, and that `de.json` beside `us.json` is about a country.
 */
export async function locateChangedCatalogs(
  files: readonly ChangedFile[],
  snapshot: RepositorySnapshot,
): Promise<ReadonlyMap<string, CatalogLocation>> {
  const located = new Map<string, CatalogLocation>();
  const bases: CatalogLocation[] = [];
  for (const file of files) {
    const location = locateChanged(file);
    if (location !== undefined) located.set(file.path, location);
    const base = location ?? locateUnnamed(file);
    if (base?.locale === undefined && base?.format !== 'unsupported' && base !== undefined) bases.push(base);
  }
  const uncertain = [...located.values()].filter(({ byWords, locale }) => byWords === true && locale !== undefined);
  if (bases.length + uncertain.length === 0) return located;
  const fragments = [...bases, ...uncertain].map((each) => beforeLanguage(each));
  const beside = (await snapshot.pathsNamed('head', [...new Set(fragments)])).toSorted();
  for (const base of bases) {
    const family = findFamily(base.path, beside);
    if (family !== undefined) located.set(base.path, { ...base, family });
  }
  for (const place of uncertain)
    if (isByCountry(place, beside)) located.set(place.path, { ...place, format: 'unsupported' });
  return located;
}

function locateChanged({ path, before, after }: ChangedFile): CatalogLocation | undefined {
  return locateCatalogText(path, after?.text) ?? locateCatalogText(path, before?.text);
}

/** A file of words that is called after no language. */
function locateUnnamed({ path, before, after }: ChangedFile): CatalogLocation | undefined {
  const place = locateWordless(path);
  if (place === undefined || place.locale !== undefined) return undefined;
  const isTexts = [after, before].some((version) => weighWords(path, version?.text ?? '') === 'texts');
  return isTexts ? place : undefined;
}

function beforeLanguage({ path, family, locale }: CatalogLocation): string {
  return locale === undefined ? path.slice(0, path.lastIndexOf('.')) : family.slice(0, family.indexOf('*'));
}

/** The family of the files beside it that have its name with a language behind: of `messages.json` where there is `messages.de.json`. */
export function findFamily(path: string, beside: readonly string[]): string | undefined {
  const dot = path.lastIndexOf('.');
  const [stem, ending] = [path.slice(0, dot), path.slice(dot)];
  for (const other of beside) {
    const language = other.endsWith(ending) && other.startsWith(stem) ? other.slice(stem.length, -ending.length) : '';
    if (/^[._-]/.test(language) && isLocale(language.slice(1)))
      return locateCatalogText(other)?.family ?? locateWordless(other)?.family;
  }
  return undefined;
}

/** Two letters that are no language stand for a country (`us`, `gb`, `cn`), unless others beside them stand for a language alone. */
function isByCountry({ family }: CatalogLocation, beside: readonly string[]): boolean {
  const [start, end] = family.split('*') as [string, string];
  const names = beside
    .filter((path) => path.startsWith(start) && path.endsWith(end))
    .map((path) => path.slice(start.length, path.length - end.length));
  return (
    names.some((name) => /^[a-z]{2}$/i.test(name) && !isLocale(name)) && !names.some((name) => noCountry.test(name))
  );
}

/** Languages of which no country has the letters. */
const noCountry = /^(?:en|cs|da|el|fa|he|hi|ja|ko|nb|zh)$/i;
