/** A stretch of both texts that is still to be compared; ends are not included. Lines are numbers, the same for the same line. */
export interface Gap {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly from: number;
  readonly to: number;
}

/** How much may still be done, in lines looked at. */
export interface Budget {
  steps: number;
}

/** The same line in both texts: its place in each. Read by name: a review of many lines has no time for pairs to be taken apart. */
export interface Match {
  readonly old: number;
  readonly now: number;
}

/** Lines that stand once in either stretch, and in the same order in both (Bram Cohen's patience difference). */
export function uniqueInBoth(old: readonly number[], now: readonly number[], gap: Gap): readonly Match[] {
  const places = new Map<number, { old: number; now: number }>();
  for (let at = gap.oldFrom; at < gap.oldTo; at += 1) {
    const line = old[at] as number;
    places.set(line, { old: places.has(line) ? -1 : at, now: -1 });
  }
  for (let at = gap.from; at < gap.to; at += 1) {
    const place = places.get(now[at] as number);
    if (place) place.now = place.now === -1 ? at : -2;
  }
  const matches: Match[] = [];
  places.forEach((place) => {
    if (place.old >= 0 && place.now >= 0) matches.push(place);
  });
  return longestRising(matches.sort((a, b) => a.now - b.now));
}

/** A match with the best one to stand before it. */
interface Pile {
  readonly match: Match;
  readonly below: Pile | undefined;
}

/** The longest selection of matches whose old places rise as well; the new ones do already. */
function longestRising(matches: readonly Match[]): readonly Match[] {
  const piles: Pile[] = [];
  for (const match of matches) {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((piles[middle] as Pile).match.old < match.old) low = middle + 1;
      else high = middle;
    }
    piles[low] = { match, below: piles[low - 1] };
  }
  const chosen: Match[] = [];
  for (let top = piles.at(-1); top; top = top.below) chosen.push(top.match);
  return chosen.reverse();
}

/** How many lines may differ before it is no longer worth to look for the shortest way. */
const furthest = 1000;

/** The shortest way from one stretch to the other (Eugene Myers, 1986): what is the same in both. Nothing where it takes too long. */
export function shortest(old: readonly number[], now: readonly number[], gap: Gap, budget: Budget): readonly Match[] {
  const rows = gap.oldTo - gap.oldFrom;
  const columns = gap.to - gap.from;
  const most = Math.min(rows + columns, furthest);
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let distance = 0; distance <= most; distance += 1) {
    // What was reached with one difference less, for the way back.
    trace.push(reach.slice(most + 1 - distance, most + 2 + distance));
    for (let diagonal = -distance; diagonal <= distance; diagonal += 2) {
      const start = stepInto(reach, most + 1, distance, diagonal).row;
      let row = start;
      while (row < rows && row - diagonal < columns && old[gap.oldFrom + row] === now[gap.from + row - diagonal])
        row += 1;
      reach[most + 1 + diagonal] = row;
      budget.steps -= 1 + row - start;
      if (diagonal === rows - columns && row >= rows) return wayBack(trace, rows, columns, gap);
    }
    if (budget.steps < 0) break;
  }
  return [];
}

/** Where a difference more leads on this diagonal: a line of the new text more, or a line of the old one less. */
function stepInto(
  reach: Int32Array,
  zero: number,
  distance: number,
  diagonal: number,
): { readonly row: number; readonly from: number } {
  const left = reach[zero + diagonal - 1] as number;
  const above = reach[zero + diagonal + 1] as number;
  const down = diagonal === -distance || (diagonal !== distance && left < above);
  return down ? { row: above, from: diagonal + 1 } : { row: left + 1, from: diagonal - 1 };
}

function wayBack(trace: readonly Int32Array[], rows: number, columns: number, gap: Gap): readonly Match[] {
  const matches: Match[] = [];
  let row = rows;
  let diagonal = rows - columns;
  for (let distance = trace.length - 1; distance >= 0; distance -= 1) {
    const reach = trace[distance] as Int32Array;
    const step = distance === 0 ? { row: 0, from: 0 } : stepInto(reach, distance, distance, diagonal);
    for (; row > step.row; row -= 1) matches.push({ old: gap.oldFrom + row - 1, now: gap.from + row - 1 - diagonal });
    row = reach[distance + step.from] as number;
    diagonal = step.from;
  }
  return matches;
}
