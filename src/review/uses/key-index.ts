import { endsOf, type SentenceEnd } from './sentence-ends.js';
import type { TextKey } from './text-key.js';

/** Keys by what code may write for them. */
export interface KeyIndex {
  /** Those of exactly this name. */
  named(name: string): readonly TextKey[];
  /** Those whose names begin with all of these segments and go on. */
  below(group: string): boolean;
  /**
   * Those whose names have these parts in order, the first at the beginning and the last at the end, with something between each: a segment
   * or less, but where `open`, in the last place any number.
   */
  fitting(parts: readonly string[], open: boolean): readonly TextKey[];
  /** Sentences that begin or end with these words, joined by blanks. */
  worded(words: string): readonly IndexedEnd[];
  readonly hasSentences: boolean;
  /** Is that a text of the catalogs that these keys are of, be it one of them or another? */
  readonly isText: (name: string) => boolean;
}

export interface IndexedEnd extends SentenceEnd {
  readonly key: TextKey;
}

/** Comparisons of names with parts; what would need more is not compared. */
const mostComparisons = 20_000_000;

/** `names`: of all texts of the catalogs, which are asked for where something depends on them. */
export function createKeyIndex(keys: readonly TextKey[], names: () => ReadonlySet<string> = () => new Set()): KeyIndex {
  const byName = new Map<string, TextKey[]>();
  const groups = new Set<string>();
  const byWords = new Map<string, IndexedEnd[]>();
  for (const key of keys) {
    for (const name of key.names) {
      const same = byName.get(name);
      if (same) same.push(key);
      else byName.set(name, [key]);
      for (const end of endsOf(name)) {
        const others = byWords.get(end.probe);
        if (others) others.push({ ...end, key });
        else byWords.set(end.probe, [{ ...end, key }]);
      }
      for (let at = name.indexOf('.'); at !== -1; at = name.indexOf('.', at + 1)) groups.add(name.slice(0, at));
    }
  }
  const sorted = [...byName].sort(([one], [other]) => (one < other ? -1 : 1));
  let comparisons = 0;
  let all: ReadonlySet<string> | undefined;
  return {
    isText: (name) => (all ??= names()).has(name),
    named: (name) => byName.get(name) ?? [],
    below: (group) => groups.has(group),
    worded: (words) => byWords.get(words) ?? [],
    hasSentences: byWords.size > 0,
    fitting(parts, open) {
      const [head = ''] = parts;
      const found = new Set<TextKey>();
      for (let at = firstFrom(sorted, head); at < sorted.length && comparisons < mostComparisons; at++, comparisons++) {
        const [name, same] = sorted[at] as [string, TextKey[]];
        if (!name.startsWith(head)) break;
        if (fits(name, parts, open)) for (const key of same) found.add(key);
      }
      return [...found];
    },
  };
}

/** The place of the first name that is not before `head`. */
function firstFrom(sorted: readonly (readonly [string, unknown])[], head: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as [string, unknown])[0] < head) low = middle + 1;
    else high = middle;
  }
  return low;
}

function fits(name: string, parts: readonly string[], open: boolean): boolean {
  const tail = parts.at(-1) as string;
  if (!name.endsWith(tail)) return false;
  let from = 0;
  for (const part of parts.slice(0, -1)) {
    const at = name.indexOf(part, from);
    if (at === -1 || (from > 0 && name.slice(from - 1, at).includes('.'))) return false;
    // What is worked out is one letter at least.
    from = at + part.length + 1;
  }
  const last = name.length - tail.length;
  return from <= last && (open || parts[0] === '' || !name.slice(from - 1, last).includes('.'));
}
