import type { Choice, Region } from '../gated-regions.js';

/**
 * The parts of a text of this length that are left while the flag is off, in their order. Where two choices overlap without one lying inside the other, the second one is left as it is.
 */
export function partsWhileOff(length: number, choices: readonly Choice[]): readonly Region[] {
  const parts: Region[] = [];
  keep(
    [0, length],
    choices.toSorted((one, other) => one.whole[0] - other.whole[0]),
    parts,
  );
  return parts;
}

/** Collects what is left of a part; `choices` begin in the order of the text. */
function keep([from, to]: Region, choices: readonly Choice[], parts: Region[]): void {
  let at = from;
  for (const [index, { whole, whileOff }] of choices.entries()) {
    if (whole[0] < at || whole[1] > to) continue;
    parts.push([at, whole[0]]);
    const inner = choices.slice(index + 1);
    for (const each of whileOff) keep(each, inner, parts);
    [, at] = whole;
  }
  parts.push([at, to]);
}
