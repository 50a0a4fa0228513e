/** A stretch of both texts that is still to be compared; ends are exclusive. Lines are ids, equal for equal lines. */
export interface Gap {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly from: number;
  readonly to: number;
}

/** Remaining work, in lines looked at. */
export interface StepBudget {
  steps: number;
}

/** An equal line: its index in each text. An object, since destructuring pairs is slow for many lines. */
export interface LineMatch {
  readonly old: number;
  readonly now: number;
}

/** Lines that are unique in both stretches and in the same order (Bram Cohen's patience diff). */
export function matchUniqueLines(old: readonly number[], now: readonly number[], gap: Gap): readonly LineMatch[] {
  const places = new Map<number, { old: number; now: number }>();
  for (let at = gap.oldFrom; at < gap.oldTo; at += 1) {
    const line = old[at] as number;
    places.set(line, { old: places.has(line) ? -1 : at, now: -1 });
  }
  for (let at = gap.from; at < gap.to; at += 1) {
    const place = places.get(now[at] as number);
    if (place) place.now = place.now === -1 ? at : -2;
  }
  const matches: LineMatch[] = [];
  places.forEach((place) => {
    if (place.old >= 0 && place.now >= 0) matches.push(place);
  });
  return longestRising(matches.sort((a, b) => a.now - b.now));
}

/** A match with its best predecessor. */
interface Pile {
  readonly match: LineMatch;
  readonly below: Pile | undefined;
}

/** The longest increasing subsequence by old index; the matches are sorted by new index. */
function longestRising(matches: readonly LineMatch[]): readonly LineMatch[] {
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
  const chosen: LineMatch[] = [];
  for (let top = piles.at(-1); top; top = top.below) chosen.push(top.match);
  return chosen.reverse();
}

/** Limit on differing lines; beyond it the shortest edit is not worth the search. */
const furthest = 1000;

/** The equal lines of the shortest edit script (Eugene Myers, 1986). Empty if it takes too long. */
export function matchShortestEdit(
  old: readonly number[],
  now: readonly number[],
  gap: Gap,
  budget: StepBudget,
): readonly LineMatch[] {
  const rows = gap.oldTo - gap.oldFrom;
  const columns = gap.to - gap.from;
  const most = Math.min(rows + columns, furthest);
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let distance = 0; distance <= most; distance += 1) {
    // The state with one difference less, for the way back.
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

/** The step to this diagonal: insert a line of the new text or delete one of the old. */
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

function wayBack(trace: readonly Int32Array[], rows: number, columns: number, gap: Gap): readonly LineMatch[] {
  const matches: LineMatch[] = [];
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
