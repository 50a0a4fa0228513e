import type { ProductText } from '../product-text.js';
import { matchQualities, matchRendering, type MatchQuality, type WordQuery } from './match-words.js';
import { preselect } from './preselect.js';
import { coverOf, filled, scoreWords, type TypedWords } from './score-words.js';
import { mostTyped, type Vocabulary } from './vocabulary.js';

/** The texts of one file, and the words of all that they may look like on the screen. */
export interface IndexedFile {
  readonly texts: readonly IndexedText[];
  readonly words: PackedWords;
  /** For each text the number of its key, or `noKey`. */
  readonly keys: Int32Array;
}

export interface IndexedText {
  readonly text: ProductText;
  readonly renderings: readonly string[];
}

/** A key in lower case, and whether it is words itself: those of the original, as Gettext has them. */
export interface IndexedKey {
  readonly folded: string;
  readonly isWords: boolean;
}

/** The number for no key; those of keys begin behind it. */
export const noKey = 0;

/** Numbers of words, one rendering after the other: where each ends, and the place of its text. */
export interface PackedWords {
  readonly numbers: Int32Array;
  readonly ends: Int32Array;
  readonly texts: Int32Array;
}

/** A text that fits; where it has only some of what was typed, `score` says how much, from 0 to 1. */
export interface Hit {
  readonly text: ProductText;
  readonly quality: MatchQuality;
  readonly score?: number;
}

/** The words of each rendering of each text, as they are kept: objects for each would take more room than the words. */
export function packWords(texts: readonly (readonly (readonly number[])[])[]): PackedWords {
  const renderings = texts.flatMap((own, place) => own.map((words) => ({ words, place })));
  let end = 0;
  return {
    numbers: Int32Array.from(renderings.flatMap(({ words }) => words)),
    ends: Int32Array.from(renderings, ({ words }) => (end += words.length)),
    texts: Int32Array.from(renderings, ({ place }) => place),
  };
}

/** Beyond this many, only exact matches are added. */
const mostHits = 5000;

/** Whatever holds what was typed, or its words, or is a part of it. `keys` are those of all texts, by their numbers. */
export function matchAll(
  files: Iterable<IndexedFile>,
  query: WordQuery,
  vocabulary: Vocabulary,
  keys: readonly IndexedKey[],
): readonly Hit[] {
  const mayFit = preselect(query, vocabulary);
  const fits = keys.map((key, number) => (number === noKey ? undefined : fitOfKey(key, query.folded)));
  const hits: Hit[] = [];
  for (const { texts, words, keys: own } of files) {
    const { numbers, ends, texts: places } = words;
    let [rendering, from] = [0, 0];
    // To look at the objects of each text would take longer than to tell most of them apart.
    for (let place = 0; place < own.length; place++) {
      let found = fits[own[place] as number];
      let longest = 0;
      for (let nth = 0; places[rendering] === place; nth++) {
        const to = ends[rendering++] as number;
        const each = mayFit(numbers, from, to) ? (texts[place] as IndexedText).renderings[nth] : undefined;
        from = to;
        const fit = each === undefined ? undefined : matchRendering(each, query);
        if (each === undefined || fit === undefined) continue;
        if (fit === 'within') longest = Math.max(longest, each.length);
        found = better(found, fit);
      }
      if (found === 'exact' || (found !== undefined && hits.length < mostHits))
        hits.push({
          text: (texts[place] as IndexedText).text,
          quality: found,
          ...scoreOf(found, longest / query.folded.length),
        });
    }
  }
  return hits;
}

/** How much of what was typed is there, where it is not all of it in its order. */
function scoreOf(quality: MatchQuality, share: number): { readonly score: number } | undefined {
  if (quality === 'within') return { score: share };
  return quality === 'words' || quality === 'filled' ? { score: 0.4 } : undefined;
}

/** What of the typed letters has to be in a text of similar words. */
const leastScore = 0.45;
/** Where only one or two words were typed, one of them is another text's as well. */
const leastOfFew = 0.75;
/** What the same words count that stand in no catalog. */
const elsewhere = 0.9;
/** Texts that are looked at closely: those that have most of the words. */
const mostClose = 500;

/** The hits, with how much each has of what was typed, and texts of similar words besides. */
export function addSimilar(
  hits: readonly Hit[],
  files: Iterable<IndexedFile>,
  { words }: WordQuery,
  { compare, lengthOf }: Vocabulary,
): readonly Hit[] {
  const lengths = words.slice(0, mostTyped).map(({ length }) => length);
  const typed: TypedWords = {
    lengths,
    total: lengths.reduce((sum, length) => sum + length, 0),
    likeness: compare(words),
    lengthOf,
  };
  const found = new Map<ProductText, Hit>(hits.map((hit) => [hit.text, hit]));
  for (const { text, numbers, from, to } of findClose(files, typed)) {
    const hit = found.get(text);
    const score = scoreWords(numbers, from, to, typed) * (text.kind === 'copy' ? 1 : elsewhere);
    if (
      hit === undefined
        ? score >= (lengths.length <= 2 ? leastOfFew : leastScore)
        : hit.score !== undefined && score > hit.score
    )
      found.set(text, { text, quality: hit?.quality ?? 'similar', score });
  }
  return [...found.values()];
}

interface CloseText {
  readonly text: ProductText;
  readonly numbers: Int32Array;
  readonly from: number;
  readonly to: number;
  readonly cover: number;
}

function findClose(files: Iterable<IndexedFile>, typed: TypedWords): readonly CloseText[] {
  const close: CloseText[] = [];
  for (const { texts, words } of files) {
    let from = 0;
    for (const [index, to] of words.ends.entries()) {
      const cover = coverOf(words.numbers, from, to, typed);
      if (cover >= leastScore - filled) {
        const { text } = texts[words.texts[index] as number] as IndexedText;
        // Of two that have as much, the one with less besides.
        close.push({ text, numbers: words.numbers, from, to, cover: cover - (to - from) / 1000 });
      }
      from = to;
    }
  }
  return close.sort((one, other) => other.cover - one.cover).slice(0, mostClose);
}

/** What is called by the words that were typed says others: where the words themselves stand comes first. */
function fitOfKey({ folded: key, isWords }: IndexedKey, folded: string): MatchQuality | undefined {
  if (key === folded) return isWords ? 'key' : 'exact';
  return folded.length >= 3 && key.includes(folded) ? 'key' : undefined;
}

function better(one: MatchQuality | undefined, other: MatchQuality): MatchQuality {
  if (one === undefined) return other;
  return matchQualities.indexOf(other) < matchQualities.indexOf(one) ? other : one;
}
