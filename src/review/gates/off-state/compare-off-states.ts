import type { OffToken } from './tokens/read-live-tokens.js';

/** Where two programs differ while the flag is off: an offset in the second, and what people see there and did not see before. */
export interface OffDifference {
  readonly at: number;
  /** What people see for certain: offsets in the second. */
  readonly sure: readonly number[];
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
  const [seen] = surplus(added, removed, ({ isSeen }) => isSeen);
  const sure = surplus(added, removed, ({ isSure }) => isSure).map(({ at }) => at);
  return { at: sure[0] ?? seen?.at ?? place, sure, isEntries };
}

/** What of one program the other has fewer of. */
export function surplus(
  tokens: readonly OffToken[],
  others: readonly OffToken[],
  counts: (token: OffToken) => boolean,
): readonly OffToken[] {
  const left = new Map<string, number>();
  for (const each of others) if (counts(each)) left.set(each.text, (left.get(each.text) ?? 0) + 1);
  return tokens.filter((each) => {
    if (!counts(each)) return false;
    const count = left.get(each.text) ?? 0;
    left.set(each.text, count - 1);
    return count <= 0;
  });
}
