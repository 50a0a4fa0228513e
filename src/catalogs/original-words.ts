import { isEnglish } from '../text/is-locale.js';
import { readsLikeWords } from '../text/reads-like-words.js';
import type { CatalogEntry } from './catalog.js';
import { formatOf } from './catalog-formats.js';

/**
 * The words of the original where they are a text's key, as in Gettext and with keys that are sentences: code asks for the text by them, and
 * shows them where a language has no other. `undefined` where the key is a name.
 */
export function originalWords(file: string, { path }: Pick<CatalogEntry, 'path'>): string | undefined {
  const format = formatOf(file);
  // Before the words stands a context, behind them the number of a form; of Xcode's the language.
  const key = format === 'xcstrings' ? path[0] : path.findLast((step) => typeof step === 'string');
  if (typeof key !== 'string') return undefined;
  const isWords =
    format === 'po' ? /^\p{L}+$/u.test(key) || readsLikeWords(key) : /\s/.test(key) && readsLikeWords(key);
  return isWords ? key : undefined;
}

/** What a text translates: the original in the form that it is for. `undefined` where only engineers know the original. */
export function originalOf(file: string, entry: CatalogEntry): string | undefined {
  return entry.singular ?? entry.source ?? originalWords(file, entry);
}

/**
 * What users read of a text that English leaves empty in its file: the original, which stands in the code. `undefined` where the file has the
 * words itself, and in other languages, which have no translation then.
 */
export function wordsInCode(file: string, locale: string | undefined, entry: CatalogEntry): string | undefined {
  return isEnglish(locale) && entry.isText && entry.value.trim() === '' ? originalOf(file, entry) : undefined;
}
