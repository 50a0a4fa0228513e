import { readsLikeWords } from './reads-like-words.js';
import type { CatalogEntry } from '../../catalogs/catalog.js';
import { formatOf } from '../../catalogs/catalog-formats.js';

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
