import { locateCatalog } from '../../catalogs/locate-catalog.js';
import { lastNameOf } from '../../text/path-names.js';
import type { TextLanguage } from '../my-change/text-changes.js';
import { languageTag } from '../../text/is-locale.js';
import { joinSome } from '../../text/join-words.js';

/** What a language of a catalog is called, in the language of the reader: “German”, else as its path has it; what all others are translated from “Original”. */
export function nameLanguage({ locale, path }: TextLanguage, reader: string): string {
  if (locale === undefined) return locateCatalog(path)?.family.includes('*') === true ? 'Original' : lastNameOf(path);
  try {
    const names = new Intl.DisplayNames([reader], { type: 'language', fallback: 'none' });
    return names.of(languageTag(locale)) ?? locale;
  } catch {
    return locale;
  }
}

/** Names that are written out; further ones are counted. */
const most = 40;

/** Several languages in one line, in the order of their names. */
export function listLanguages(languages: readonly TextLanguage[], reader: string): string {
  const names = languages.map((each) => nameLanguage(each, reader));
  return joinSome(
    names.sort((one, other) => one.localeCompare(other, 'en')),
    most,
  );
}
