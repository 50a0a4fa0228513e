/** Where a text of a template stands, or how: words with a place. */
export type TextPlace = readonly [words: string, place: string];

/** Does each text that is on both sides stand where it stood: leave no branch for another, and a link lead where it led? A text may come, or go. */
export function stayInPlace(before: readonly TextPlace[], after: readonly TextPlace[]): boolean {
  const [was, now] = [placesOf(before), placesOf(after)];
  for (const [words, places] of was) {
    const others = now.get(words);
    if (others === undefined) continue;
    const lost = [...places].some((place) => !others.has(place));
    if (lost && [...others].some((place) => !places.has(place))) return false;
  }
  return true;
}

function placesOf(texts: readonly TextPlace[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const [words, place] of texts) {
    const places = found.get(words);
    if (places === undefined) found.set(words, new Set([place]));
    else places.add(place);
  }
  return found;
}
