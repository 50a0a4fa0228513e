import type { ActivePart } from './find-active-parts.js';

/** Parts of which a text has more than it had, or than another has that says the same: the last of each kind. */
export function findNewParts(
  parts: readonly ActivePart[],
  ...known: readonly (readonly ActivePart[])[]
): readonly ActivePart[] {
  const counts = known.map(countKinds);
  const had = (what: string): number => Math.max(0, ...counts.map((count) => count.get(what) ?? 0));
  const now = countKinds(parts);
  return [...now].flatMap(([what, count]) =>
    count > had(what) ? (parts.findLast((part) => part.what === what) ?? []) : [],
  );
}

function countKinds(parts: readonly ActivePart[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { what } of parts) counts.set(what, (counts.get(what) ?? 0) + 1);
  return counts;
}
