import type { Standing } from '../policy/policy.js';
import { findAlike } from './words/alike.js';
import { fitOf, fits, readQuery, type Fit } from './words/match-words.js';
import type { ProductText } from './words/product-text.js';
import { renderingsOf } from './words/renderings.js';
import { readMarkdownLine } from './words/texts-of-lines.js';

/** A text that fits what the PM typed. */
export interface FoundWords {
  readonly text: ProductText;
  readonly fit: Fit;
  readonly standing: Standing;
}

/** What was found, best first; `more` were left out. */
export interface WordsFound {
  readonly found: readonly FoundWords[];
  readonly more: number;
}

/** The words of a product, by the files they stand in. All in memory: finding reads nothing. */
export interface WordIndex {
  /** A file has these texts now. Where the index is full they are left out, and `false`. */
  readonly put: (path: string, texts: readonly ProductText[]) => boolean;
  readonly remove: (path: string) => void;
  readonly has: (path: string) => boolean;
  /** The best `limit` texts for what the PM reads on the screen. Where nothing fits, texts of similar spelling. */
  readonly find: (typed: string, limit: number, standingOf: (path: string) => Standing) => WordsFound;
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
    find: (typed, limit, standingOf) => {
      const query = readQuery(typed);
      if (query.words.length === 0) return { found: [], more: 0 };
      const hits = matchAll(files.values(), (text) => fitOfText(text, query));
      if (hits.length > 0) return best(hits, limit, standingOf);
      const isSimilar = findAlike(query);
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
  const renderings = renderingsOf(isProse ? readMarkdownLine(text.text) : text.text);
  return { text, renderings, key: text.key?.toLowerCase() };
}

interface Hit {
  readonly text: ProductText;
  readonly fit: Fit;
}

/** Beyond this many, only exact matches are added. */
const mostHits = 5000;

function matchAll(
  files: Iterable<{ readonly texts: readonly IndexedText[] }>,
  match: (text: IndexedText) => Fit | undefined,
): readonly Hit[] {
  const hits: Hit[] = [];
  for (const { texts } of files) {
    for (const text of texts) {
      const fit = match(text);
      if (fit === 'exact' || (fit !== undefined && hits.length < mostHits)) hits.push({ text: text.text, fit });
    }
  }
  return hits;
}

function fitOfText({ key, renderings }: IndexedText, query: ReturnType<typeof readQuery>): Fit | undefined {
  let found: Fit | undefined;
  for (const rendering of renderings) found = better(found, fitOf(rendering, query));
  return key === undefined ? found : better(found, fitOfKey(key, query.folded));
}

function fitOfKey(key: string, folded: string): Fit | undefined {
  if (key === folded) return 'exact';
  return folded.length >= 3 && key.includes(folded) ? 'key' : undefined;
}

function better(one: Fit | undefined, other: Fit | undefined): Fit | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return fits.indexOf(other) < fits.indexOf(one) ? other : one;
}

const standings: readonly Standing[] = ['editable', 'pair', 'locked'];

/** How near a fit is: the same text, one that contains what was typed, one with its words, one of similar spelling. */
const nearness: Readonly<Record<Fit, number>> = {
  exact: 0,
  prefix: 1,
  part: 1,
  key: 1,
  words: 2,
  within: 2,
  similar: 3,
};

/** Ranks by nearness; then the PM's own files, the better fit, copy before code, English before other languages; otherwise in the files' order. */
function best(hits: readonly Hit[], limit: number, standingOf: (path: string) => Standing): WordsFound {
  const known = new Map<string, Standing>();
  const ranked = hits.map(({ text, fit }) => {
    const standing = known.get(text.path) ?? standingOf(text.path);
    known.set(text.path, standing);
    const foreign = text.locale === undefined || /^en(?:$|[-_])/i.test(text.locale) ? 0 : 1;
    const order = [nearness[fit], standings.indexOf(standing), fits.indexOf(fit), kinds.indexOf(text.kind), foreign];
    return { text, fit, standing, rank: order.reduce((rank, digit) => rank * 10 + digit, 0) };
  });
  ranked.sort((one, other) => one.rank - other.rank);
  const found = ranked.slice(0, limit).map(({ text, fit, standing }) => ({ text, fit, standing }));
  return { found, more: ranked.length - found.length };
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
