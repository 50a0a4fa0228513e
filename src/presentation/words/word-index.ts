import type { Standing } from '../../policy/policy.js';
import { createFuzzyMatcher } from './matching/match-fuzzily.js';
import { matchRendering, matchQualities, parseQuery, type MatchQuality } from './matching/match-words.js';
import type { ProductText } from './product-text.js';
import { renderVariants } from './matching/render-variants.js';
import { readMarkdownLine } from './texts/extract-line-texts.js';

/** A text that fits what the PM typed. */
export interface WordMatch {
  readonly text: ProductText;
  readonly quality: MatchQuality;
  readonly standing: Standing;
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
  /** The best `limit` texts for what the PM reads on the screen. Where nothing fits, texts of similar spelling. */
  readonly search: (typed: string, limit: number, standingOf: (path: string) => Standing) => WordSearchResult;
}

interface IndexedText {
  readonly text: ProductText;
  readonly renderings: readonly string[];
  /** The key in lower case. */
  readonly key: string | undefined;
}

/** Characters of all texts: some 100 MB in memory. */
const mostCharacters = 24_000_000;

export function createWordIndex(most: number = mostCharacters): WordIndex {
  const files = new Map<string, { readonly texts: readonly IndexedText[]; readonly characters: number }>();
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
      files.set(path, { texts: texts.map(indexText), characters: size });
      return true;
    },
    remove,
    has: (path) => files.has(path),
    search: (typed, limit, standingOf) => {
      const query = parseQuery(typed);
      if (query.words.length === 0) return { matches: [], more: 0 };
      const hits = matchAll(files.values(), (text) => fitOfText(text, query));
      if (hits.length > 0) return best(hits, limit, standingOf);
      const isSimilar = createFuzzyMatcher(query);
      return best(
        matchAll(files.values(), ({ renderings }) => (renderings.some(isSimilar) ? 'similar' : undefined)),
        limit,
        standingOf,
      );
    },
  };
}

/** What a text takes in memory besides its letters, in letters. */
const overhead = 60;

function indexText(text: ProductText): IndexedText {
  const isProse = text.key === undefined && /\.(?:md|mdx|markdown)$/i.test(text.path);
  const renderings = renderVariants(isProse ? readMarkdownLine(text.text) : text.text);
  return { text, renderings, key: text.key?.toLowerCase() };
}

type Hit = Omit<WordMatch, 'standing'>;

/** Beyond this many, only exact matches are added. */
const mostHits = 5000;

function matchAll(
  files: Iterable<{ readonly texts: readonly IndexedText[] }>,
  match: (text: IndexedText) => MatchQuality | undefined,
): readonly Hit[] {
  const hits: Hit[] = [];
  for (const { texts } of files) {
    for (const text of texts) {
      const quality = match(text);
      if (quality === 'exact' || (quality !== undefined && hits.length < mostHits))
        hits.push({ text: text.text, quality });
    }
  }
  return hits;
}

function fitOfText({ key, renderings }: IndexedText, query: ReturnType<typeof parseQuery>): MatchQuality | undefined {
  let found: MatchQuality | undefined;
  for (const rendering of renderings) found = better(found, matchRendering(rendering, query));
  return key === undefined ? found : better(found, fitOfKey(key, query.folded));
}

function fitOfKey(key: string, folded: string): MatchQuality | undefined {
  if (key === folded) return 'exact';
  return folded.length >= 3 && key.includes(folded) ? 'key' : undefined;
}

function better(one: MatchQuality | undefined, other: MatchQuality | undefined): MatchQuality | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return matchQualities.indexOf(other) < matchQualities.indexOf(one) ? other : one;
}

const standings: readonly Standing[] = ['editable', 'pair', 'locked'];

/** How near a fit is: the same text, one that contains what was typed, one with its words, one of similar spelling. */
const nearness: Readonly<Record<MatchQuality, number>> = {
  exact: 0,
  prefix: 1,
  part: 1,
  key: 1,
  words: 2,
  within: 2,
  similar: 3,
};

/** Ranks by nearness; then the PM's own files, the better fit, copy before code, English before other languages; otherwise in the files' order. */
function best(hits: readonly Hit[], limit: number, standingOf: (path: string) => Standing): WordSearchResult {
  const known = new Map<string, Standing>();
  const ranked = hits.map(({ text, quality }) => {
    const standing = known.get(text.path) ?? standingOf(text.path);
    known.set(text.path, standing);
    const foreign = text.locale === undefined || /^en(?:$|[-_])/i.test(text.locale) ? 0 : 1;
    const order = [
      nearness[quality],
      standings.indexOf(standing),
      matchQualities.indexOf(quality),
      kinds.indexOf(text.kind),
      foreign,
    ];
    return { text, quality, standing, rank: order.reduce((rank, digit) => rank * 10 + digit, 0) };
  });
  ranked.sort((one, other) => one.rank - other.rank);
  const found = ranked.slice(0, limit).map(({ text, quality, standing }) => ({ text, quality, standing }));
  return { matches: found, more: ranked.length - found.length };
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
