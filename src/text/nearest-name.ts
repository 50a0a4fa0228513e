/** Names of this length and more are no slip of the hand. */
const longestName = 40;
const mostEdits = 3;

/**
 * The name that was most likely meant: the one with the fewest letters added, left out or changed, at most 3 of them and fewer than
 * half of the name's. `undefined` where none is near.
 */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  if (written.length > longestName) return undefined;
  let nearest: string | undefined;
  let fewest = Math.min(mostEdits + 1, written.length / 2);
  for (const name of names) {
    const edits = countEdits(written, name);
    if (edits >= fewest) continue;
    nearest = name;
    fewest = edits;
  }
  return nearest;
}

/** Letters to add, leave out or change to make one of the other. */
function countEdits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [place, letter] of Array.from(one).entries()) {
    const next = [place + 1];
    for (const [index, wanted] of Array.from(other).entries()) {
      const [above, before, diagonal] = [row[index + 1], next[index], row[index]] as [number, number, number];
      next.push(Math.min(above + 1, before + 1, diagonal + (letter === wanted ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) as number;
}
