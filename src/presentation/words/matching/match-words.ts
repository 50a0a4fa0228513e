import { foldWords } from './fold-words.js';
import { gapMarker } from './render-variants.js';

/** What the PM typed, folded once. */
export interface WordQuery {
  readonly folded: string;
  /** Without the sign that ends a sentence. */
  readonly withoutPunctuation: string;
  readonly words: readonly string[];
}

/**
 * How well a text fits, best first. `key` is what engineers call the text, `filled` a text of which most is filled in by the app, `within` a
 * text that is a part of what was typed.
 */
export const matchQualities = ['exact', 'prefix', 'part', 'key', 'filled', 'words', 'within', 'similar'] as const;
export type MatchQuality = (typeof matchQualities)[number];

/** More is not compared: what is pasted may be a whole page. In UTF-16 units. */
const longestQuery = 300;
const mostWords = 24;

export function parseQuery(typed: string): WordQuery {
  const whole = foldWords(typed.slice(0, longestQuery).replaceAll(gapMarker, ' '));
  // Where the screen cuts a text off it puts three dots, which are not the text's own.
  const folded = whole.replace(/^[\s.]*\.{3}|\.{3}[\s.]*$/g, '').trim();
  return { folded, withoutPunctuation: bareOf(folded), words: splitWords(folded).slice(0, mostWords) };
}

/** The words of a folded text. */
export function splitWords(folded: string): readonly string[] {
  return folded.match(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu) ?? [];
}

/** How a query fits one rendering of a text (`renderVariants`), in time that grows with the product of their lengths at most. */
export function matchRendering(
  rendering: string,
  { folded, withoutPunctuation, words }: WordQuery,
): MatchQuality | undefined {
  // Most texts have none of the words, which is quick to tell.
  if (rendering.includes(gapMarker) && words.some((word) => rendering.includes(word))) {
    const aligned = alignGaps(rendering.split(gapMarker, mostParts), folded);
    if (aligned !== undefined) return aligned;
  }
  if (rendering.startsWith(withoutPunctuation) && bareOf(rendering) === withoutPunctuation) return 'exact';
  if (rendering.startsWith(folded)) return 'prefix';
  if (rendering.includes(folded)) return 'part';
  if (words.length > 0 && words.every((word) => hasWord(rendering, word))) return 'words';
  return isWorthy(rendering) && folded.includes(rendering) ? 'within' : undefined;
}

function bareOf(folded: string): string {
  return folded.replace(/[\s.!?:]{1,20}$/u, '');
}

/** One word of a few letters is a part of much that is typed. */
function isWorthy(rendering: string): boolean {
  return rendering.length >= 8 && rendering.includes(' ');
}

/** Does a word begin so? */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] as string)) return true;
  }
  return false;
}

/** Of a text with more gaps only the beginning is compared. */
const mostParts = 20;
/** What the app fills in is no longer than this, in most texts. */
const longestGap = 80;
/** The share of what was typed that has to stand in the text itself, and below which it may be another's. */
const leastShare = 0.4;
const sureShare = 0.6;
const leastLetters = 4;

/**
 * Aligns what was typed with a text with gaps: it may begin and end anywhere, and in a gap stands any text. Where little of it is in the
 * text itself, that says nothing.
 */
function alignGaps(parts: readonly string[], query: string): 'exact' | 'prefix' | 'part' | 'filled' | undefined {
  const [first = ''] = parts;
  const least = Math.max(leastLetters, leastShare * query.length);
  if (query.startsWith(first)) {
    const whole = follow(parts, 1, query, first.length, first.length);
    if (whole !== undefined && whole.letters >= least)
      return !isSure(whole, query) ? 'filled' : whole.toEnd ? 'exact' : first === '' ? 'part' : 'prefix';
  }
  for (let index = 0; index < parts.length - 1; index++) {
    const cut = overlap(parts[index] as string, query);
    const starts = [
      ...(cut > 0 ? [follow(parts, index + 1, query, cut, cut)] : []),
      follow(parts, index + 1, query, 0, 0),
    ];
    const [found] = starts.filter((each) => each !== undefined && each.letters >= least);
    if (found !== undefined) return isSure(found, query) ? 'part' : 'filled';
  }
  return undefined;
}

function isSure({ letters }: Followed, query: string): boolean {
  return letters >= sureShare * query.length;
}

interface Followed {
  /** Characters of the query that stand in the text itself. */
  readonly letters: number;
  /** The query goes on to the end of the text. */
  readonly toEnd: boolean;
}

/** Goes on behind a gap: the parts from `index` on (there is one), the query from `from` on. */
function follow(
  parts: readonly string[],
  index: number,
  query: string,
  from: number,
  before: number,
): Followed | undefined {
  const part = parts[index] as string;
  const isLast = index === parts.length - 1;
  const rest = query.slice(from);
  if (isLast && rest.endsWith(part) && rest.length - part.length <= longestGap) {
    return { letters: before + part.length, toEnd: true };
  }
  const found = isLast ? -1 : rest.indexOf(part);
  if (found !== -1 && found <= longestGap) {
    return follow(parts, index + 1, query, from + found + part.length, before + part.length);
  }
  const cut = overlap(rest, part);
  return rest.length - cut > longestGap ? undefined : { letters: before + cut, toEnd: false };
}

/** The length of the longest end of `left` that `right` begins with. */
function overlap(left: string, right: string): number {
  for (let length = Math.min(left.length, right.length); length > 0; length--) {
    if (left.endsWith(right.slice(0, length))) return length;
  }
  return 0;
}
