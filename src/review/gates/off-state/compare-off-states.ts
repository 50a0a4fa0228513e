import type { OffToken } from './read-off-state.js';

/** Where two programs differ while the flag is off: an offset in the second, and whether it has something there that people see and did not see before. */
export interface OffDifference {
  readonly at: number;
  readonly isSeen: boolean;
  /** Do new entries of lists make the whole difference? */
  readonly isEntries: boolean;
}

/** How a program differs from what it was, while the flag is off; `undefined` where it does not. */
export function compareOffStates(before: readonly OffToken[], after: readonly OffToken[]): OffDifference | undefined {
  let from = 0;
  while (from < after.length && before[from]?.text === after[from]?.text) from++;
  if (from === after.length && from === before.length) return undefined;
  let [oldEnd, newEnd] = [before.length, after.length];
  while (oldEnd > from && newEnd > from && before[oldEnd - 1]?.text === after[newEnd - 1]?.text) {
    oldEnd--;
    newEnd--;
  }
  const [removed, added] = [before.slice(from, oldEnd), after.slice(from, newEnd)];
  const place = after[Math.min(from, after.length - 1)]?.at ?? 0;
  const rest = after.filter(({ isNewEntry }) => !isNewEntry);
  const isEntries = rest.length === before.length && rest.every(({ text }, index) => text === before[index]?.text);
  const seen = surplus(added, removed);
  return { at: seen?.at ?? place, isSeen: seen !== undefined, isEntries };
}

/** The first part that people see and that `others` has fewer of. */
function surplus(tokens: readonly OffToken[], others: readonly OffToken[]): OffToken | undefined {
  const left = new Map<string, number>();
  for (const { text, isSeen } of others) if (isSeen) left.set(text, (left.get(text) ?? 0) + 1);
  return tokens.find(({ text, isSeen }) => {
    const count = left.get(text) ?? 0;
    if (isSeen) left.set(text, count - 1);
    return isSeen && count <= 0;
  });
}
