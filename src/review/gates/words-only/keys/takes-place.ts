import { fillTokens, findTokens } from '../../../../catalogs/find-tokens.js';
import { isWord } from '../is-word.js';
import type { KeyText } from './key-texts.js';

const tag = /<[^<>]*>/g;
/** In the language of the original, which all others fall back to. */
const original = /^en(?:[-_]\w+)?$/i;

/**
 * May one text be asked for where another was? It has words in each catalog of the original language that the other stands in; and in every language it has the tags
 * of the other and is filled in as that was. Where the words are their own key, it stands in all languages in which the other does.
 */
export function takesPlace(old: readonly KeyText[], now: readonly KeyText[]): boolean {
  const originals = old.filter(({ locale }) => locale === undefined || original.test(locale));
  const isByWords = [...old, ...now].some(({ naming }) => naming === 'words');
  const wanted = isByWords || originals.length === 0 ? old : originals;
  const places = new Set(wanted.map(({ place }) => place));
  const own = new Set(now.map(({ place }) => place));
  if (places.size === 0 || [...places].some((place) => !own.has(place))) return false;
  const among = (texts: readonly KeyText[]): readonly KeyText[] => texts.filter(({ place }) => places.has(place));
  const isNoMore = (text: KeyText): boolean => {
    const own = old.filter(({ place }) => place === text.place);
    const known = new Set(partsOf(own.length > 0 ? own : wanted));
    return partsOf([text]).every((part) => known.has(part));
  };
  const isFilledIn = (text: KeyText): boolean => text.isText && text.value.trim() !== '';
  if (!isByWords && !now.every(isFilledIn)) return false;
  return shapeOf(among(old)) === shapeOf(among(now)) && now.every(isNoMore) && now.every(readsAsWords);
}

/** What is filled in to some texts, and their tags. */
function shapeOf(texts: readonly KeyText[]): string {
  return [...new Set(partsOf(texts))].sort().join('\n');
}

function partsOf(texts: readonly KeyText[]): readonly string[] {
  return texts.flatMap(({ value, dialect }) => [...findTokens(value, dialect), ...(value.match(tag) ?? [])]);
}

function readsAsWords({ value, dialect }: KeyText): boolean {
  const words = fillTokens(value, dialect, () => 'A').replaceAll(tag, ' ');
  return words.split(/\s+/).filter(Boolean).every(isWord);
}
