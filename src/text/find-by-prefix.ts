/** The texts of a list in the order of `sort()` that begin with a prefix; they stand side by side in it. */
export function findByPrefix(sorted: readonly string[], prefix: string): readonly string[] {
  const from = firstWhere(sorted, 0, (text) => text >= prefix);
  return sorted.slice(
    from,
    firstWhere(sorted, from, (text) => !text.startsWith(prefix)),
  );
}

/** The place of the first that `isBehind` takes, which takes all behind it too. */
function firstWhere(texts: readonly string[], start: number, isBehind: (text: string) => boolean): number {
  let [from, end] = [start, texts.length];
  while (from < end) {
    const middle = Math.floor((from + end) / 2);
    if (isBehind(texts[middle] as string)) end = middle;
    else from = middle + 1;
  }
  return from;
}
