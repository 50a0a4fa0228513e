import type { ProductText } from '../product-text.js';
import { matchQualities, matchRendering, type MatchQuality, type WordQuery } from './match-words.js';
import { coverOf, filled, scoreWords, type TypedWords } from './score-words.js';
import { mostTyped, type Vocabulary } from './vocabulary.js';

/** The texts of one file, and the words of all that they may look like on the screen. */
export interface IndexedFile {
  readonly texts: readonly {
    readonly text: ProductText;
    readonly renderings: readonly string[];
    /** In lower case. */
    readonly key: string | undefined;
  }[];
  readonly words: PackedWords;
}

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

/** Whatever holds what was typed, or its words, or is a part of it. */
export function matchAll(files: Iterable<IndexedFile>, query: WordQuery): readonly Hit[] {
  const hits: Hit[] = [];
  for (const { texts } of files) {
    for (const { text, key, renderings } of texts) {
      let found: MatchQuality | undefined;
      let longest = 0;
      for (const rendering of renderings) {
        const own = matchRendering(rendering, query);
        if (own === 'within') longest = Math.max(longest, rendering.length);
        found = better(found, own);
      }
      if (key !== undefined) found = better(found, fitOfKey(key, query.folded));
      if (found === 'exact' || (found !== undefined && hits.length < mostHits))
        hits.push({ text, quality: found, ...scoreOf(found, longest / query.folded.length) });
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
        const { text } = texts[words.texts[index] as number] as IndexedFile['texts'][number];
        // Of two that have as much, the one with less besides.
        close.push({ text, numbers: words.numbers, from, to, cover: cover - (to - from) / 1000 });
      }
      from = to;
    }
  }
  return close.sort((one, other) => other.cover - one.cover).slice(0, mostClose);
}

function fitOfKey(key: string, folded: string): MatchQuality | undefined {
  if (key === folded) return 'exact';
  return folded.length >= 3 && key.includes(folded) ? 'key' : undefined;
}

function better(one: MatchQuality | undefined, other: MatchQuality | undefined): MatchQuality | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return matchQualities.indexOf(other) < matchQualities.indexOf(one) ? other : one;
}
