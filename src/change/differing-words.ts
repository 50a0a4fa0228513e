/** What stood between two bounds before, and what stands there now; without spaces around. */
export interface DifferingWords {
  readonly before: string;
  readonly after: string;
  /** The line up to the words, and from behind them on; both with what bounds the words. */
  readonly left: string;
  readonly right: string;
}

/** What bounds words in code: a quote, a tag, a brace. An apostrophe within a word does not. */
const boundsInCode = /["`<>{}]|(?<![\p{L}\\])'|'(?!\p{L})/gu;

/** The words where two versions of a line differ, as far as what bounds them on both sides. `bounds` is a global expression of single characters. */
export function differingWords(was: string, now: string, bounds: RegExp = boundsInCode): DifferingWords {
  const longer = now.length - was.length;
  let [from, end] = [0, was.length];
  while (from < end && was[from] === now[from]) from++;
  while (end > from && end + longer > from && was[end - 1] === now[end - 1 + longer]) end--;
  const found = [...was.matchAll(bounds)].map(({ index }) => index);
  const opening = found.findLast((index) => index < from) ?? -1;
  const closing = found.find((index) => index >= end) ?? was.length;
  return {
    before: was.slice(opening + 1, closing).trim(),
    after: now.slice(opening + 1, closing + longer).trim(),
    left: was.slice(0, opening + 1),
    right: was.slice(closing),
  };
}
