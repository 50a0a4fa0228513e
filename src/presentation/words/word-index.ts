import { locateCatalog } from '../../catalogs/locate-catalog.js';
import type { Standing } from '../../policy/policy.js';
import { readsLikeWords } from '../../text/reads-like-words.js';
import { languageOrder } from './extract-texts.js';
import { createVocabulary } from './matching/vocabulary.js';
import { matchQualities, parseQuery, type MatchQuality } from './matching/match-words.js';
import {
  addSimilar,
  matchAll,
  noKey,
  packWords,
  type Hit,
  type IndexedFile,
  type IndexedKey,
  type IndexedText,
} from './matching/search-files.js';
import type { ProductText } from './product-text.js';
import { renderVariants } from './matching/render-variants.js';
import { readMarkdownLine } from './texts/extract-line-texts.js';

/** A text that fits what the PM typed. */
export interface WordMatch {
  readonly text: ProductText;
  readonly quality: MatchQuality;
  readonly standing: Standing;
  /** Other languages that say the very same under the same key. */
  readonly sameIn: number;
}

/** What was found, best first; `more` were left out. */
export interface WordSearchResult {
  readonly matches: readonly WordMatch[];
  readonly more: number;
}

/** The words of a product, by the files they stand in. All in memory: finding reads nothing. */
export interface WordIndex {
  /** A file has these texts now. Where the index is full they are left out, and `false`. */
  readonly put: (path: string, texts: readonly ProductText[]) => boolean;
  readonly remove: (path: string) => void;
  readonly has: (path: string) => boolean;
  /**
   * The best `limit` texts for what the PM reads on the screen. Where none reads just so, texts of similar words as well. What several
   * languages say alike under one key is there once.
   */
  readonly search: (typed: string, limit: number, standingOf: (path: string) => Standing) => WordSearchResult;
}

/** Characters of all texts: some 100 MB in memory. */
const mostCharacters = 24_000_000;

export function createWordIndex(most: number = mostCharacters): WordIndex {
  const files = new Map<string, IndexedFile & { readonly characters: number }>();
  const vocabulary = createVocabulary();
  const { keys, share } = createKeySharer();
  let characters = 0;
  const remove = (path: string): void => {
    characters -= files.get(path)?.characters ?? 0;
    files.delete(path);
  };
  return {
    put: (path, texts) => {
      remove(path);
      const size = texts.reduce((sum, { text }) => sum + text.length + overhead, 0);
      if (characters + size > most) return false;
      characters += size;
      const indexed = texts.map((text) => indexText(text, share));
      const words = packWords(indexed.map(({ renderings }) => renderings.map(vocabulary.read)));
      files.set(path, { texts: indexed, words, keys: Int32Array.from(indexed, ({ key }) => key), characters: size });
      return true;
    },
    remove,
    has: (path) => files.has(path),
    search: (typed, limit, standingOf) => {
      const query = parseQuery(typed);
      if (query.words.length === 0) return { matches: [], more: 0 };
      const hits = matchAll(files.values(), query, vocabulary, keys);
      const isSure = hits.some(({ quality }) => quality === 'exact');
      return best(isSure ? hits : addSimilar(hits, files.values(), query, vocabulary), limit, standingOf);
    },
  };
}

/** What a text takes in memory besides its letters, in letters. */
const overhead = 60;

/** A key, and its number. */
type NumberedKey = readonly [key: string, number: number];

/**
 * Forty languages have the same keys, pieced together anew for each: they share one string and one number, by which `keys` has it. Like
 * the vocabulary, what is known only grows.
 */
function createKeySharer(): { readonly keys: readonly IndexedKey[]; readonly share: (key: string) => NumberedKey } {
  const known = new Map<string, NumberedKey>();
  const keys: IndexedKey[] = [{ folded: '', isWords: false }];
  const share = (key: string): NumberedKey => {
    const shared = known.get(key);
    if (shared !== undefined) return shared;
    // Not a piece of the file's text, which would be kept for it.
    const own = Buffer.from(key).toString();
    const added: NumberedKey = [own, keys.push({ folded: own.toLowerCase(), isWords: readsLikeWords(own) }) - 1];
    known.set(own, added);
    return added;
  };
  return { keys, share };
}

function indexText(text: ProductText, share: (key: string) => NumberedKey): IndexedText & { readonly key: number } {
  const isProse = text.key === undefined && /\.(?:md|mdx|markdown)$/i.test(text.path);
  const renderings = renderVariants(isProse ? readMarkdownLine(text.text) : text.text, text.dialect);
  if (text.key === undefined) return { text, renderings, key: noKey };
  const [key, number] = share(text.key);
  return { text: { ...text, key }, renderings, key: number };
}

const standings: readonly Standing[] = ['editable', 'pair', 'locked'];

/** How near a fit is: the same text, one that contains what was typed, one of which some is. */
function nearnessOf(quality: MatchQuality): number {
  if (quality === 'exact') return 0;
  return quality === 'prefix' || quality === 'part' || quality === 'key' ? 1 : 2;
}

/**
 * Ranks by nearness; where a text only has some of the words, by how much of them; then the PM's own files, the better fit, copy before
 * code, English before other languages; otherwise in the files' order.
 */
function best(hits: readonly Hit[], limit: number, standingOf: (path: string) => Standing): WordSearchResult {
  const known = new Map<string, Standing>();
  const ranked = hits.map(({ text, quality, score }) => {
    const standing = known.get(text.path) ?? standingOf(text.path);
    known.set(text.path, standing);
    const order = [
      nearnessOf(quality),
      ...(score === undefined ? [0, 0] : digits(score)),
      standings.indexOf(standing),
      matchQualities.indexOf(quality),
      kinds.indexOf(text.kind),
      languageOrder(text.locale),
    ];
    return { text, quality, standing, rank: order.reduce((rank, digit) => rank * 10 + digit, 0) };
  });
  ranked.sort((one, other) => one.rank - other.rank);
  const found = takeApart(foldLanguages(withoutMade(ranked)));
  return { matches: found.slice(0, limit), more: Math.max(0, found.length - limit) };
}

/** What a machine wrote nobody edits: it is shown where nothing else fits as well, since only there it tells an engineer where to look. */
function withoutMade<T extends Pick<WordMatch, 'text' | 'quality'>>(ranked: readonly T[]): readonly T[] {
  const own = ranked.find(({ text }) => text.isMade === undefined);
  if (own === undefined) return ranked;
  const near = nearnessOf(own.quality);
  return ranked.filter(({ text, quality }) => text.isMade === undefined || nearnessOf(quality) < near);
}

/** Texts that several languages have alike, as long as nobody has translated them, are one; the first of them is shown. */
function foldLanguages(ranked: readonly Omit<WordMatch, 'sameIn'>[]): readonly WordMatch[] {
  const families = new Map<string, string | undefined>();
  const familyOf = (path: string): string | undefined => {
    if (!families.has(path)) families.set(path, locateCatalog(path)?.family);
    return families.get(path);
  };
  const folded = new Map<unknown, WordMatch>();
  for (const match of ranked) {
    const { path, key, text } = match.text;
    const family = key === undefined ? undefined : familyOf(path);
    // What stands in no catalog is by itself.
    const id = family === undefined ? match : JSON.stringify([family, key, text]);
    const first = folded.get(id);
    if (first === undefined)
      folded.set(id, { text: match.text, quality: match.quality, standing: match.standing, sameIn: 0 });
    else if (first.text.path !== path) folded.set(id, { ...first, sameIn: first.sameIn + 1 });
  }
  return [...folded.values()];
}

/** Where what was typed is several texts that stand beside each other, each of them comes before another place of the same. */
function takeApart(found: readonly WordMatch[]): readonly WordMatch[] {
  const seen = new Set<string>();
  const [parts, again, rest]: [WordMatch[], WordMatch[], WordMatch[]] = [[], [], []];
  for (const match of found) {
    const isPart = match.quality === 'within';
    (isPart ? (seen.has(match.text.text) ? again : parts) : rest).push(match);
    if (isPart) seen.add(match.text.text);
  }
  if (again.length === 0) return found;
  const first = found.findIndex(({ quality }) => quality === 'within');
  return [...rest.slice(0, first), ...parts, ...again, ...rest.slice(first)];
}

/** From 00 for all of it to 50 for none: what differs by less than a fiftieth is alike. */
function digits(score: number): readonly number[] {
  const lack = Math.round(50 * (1 - Math.min(1, Math.max(0, score))));
  return [Math.floor(lack / 10), lack % 10];
}

const kinds: readonly ProductText['kind'][] = [
  'copy',
  'components',
  'prompts',
  'flags',
  'events',
  'docs',
  'planning',
  'config',
  'other',
];
