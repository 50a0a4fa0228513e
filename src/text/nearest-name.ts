/** Names of this length and more are no slip of the hand. */
const longestName = 40;
const mostEdits = 3;

/**
 * The name that was most likely meant: the one with the fewest letters added, left out, changed or swapped, at most `most` of them and fewer than
 * half of the name's. `undefined` where none is near.
 */
export function nearestName(written: string, names: readonly string[], most = mostEdits): string | undefined {
  if (written.length > longestName) return undefined;
  let nearest: string | undefined;
  let fewest = Math.min(most + 1, written.length / 2);
  for (const name of names) {
    const edits = countEdits(written, name);
    if (edits >= fewest) continue;
    nearest = name;
    fewest = edits;
  }
  return nearest;
}

/** Letters to add, leave out, change or swap with their neighbour to make one of the other. */
function countEdits(one: string, other: string): number {
  const [letters, wanted] = [Array.from(one), Array.from(other)];
  let last: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: wanted.length + 1 }, (_, index) => index);
  for (const [place, letter] of letters.entries()) {
    const next = [place + 1];
    for (const [index, each] of wanted.entries()) {
      const [above, before, diagonal] = [row[index + 1], next[index], row[index]] as [number, number, number];
      const isSwapped = letter === wanted[index - 1] && letters[place - 1] === each;
      const swap = isSwapped ? (last[index - 1] as number) + 1 : Infinity;
      next.push(Math.min(above + 1, before + 1, diagonal + (letter === each ? 0 : 1), swap));
    }
    last = row;
    row = next;
  }
  return row.at(-1) as number;
}
