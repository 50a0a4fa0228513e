import type { ActivePart } from './find-active-parts.js';

/** A part that was not there, and whether others of its kind were. */
export interface NewPart extends ActivePart {
  readonly isKnownKind: boolean;
}

/**
 * Parts that a text has and did not have, and that no other has which says the same: one of each kind, the last, and rather of which there are more than
 * there were than one in place of another.
 */
export function findNewParts(
  parts: readonly ActivePart[],
  ...known: readonly (readonly ActivePart[])[]
): readonly NewPart[] {
  const kinds = known.map((each) => count(each, ({ what }) => what));
  const written = known.map((each) => count(each, ({ written: text }) => text));
  const most = (counts: readonly ReadonlyMap<string, number>[], key: string): number =>
    Math.max(0, ...counts.map((each) => each.get(key) ?? 0));
  const now = count(parts, ({ what }) => what);
  const nowWritten = count(parts, ({ written: text }) => text);
  const found = new Map<string, NewPart>();
  for (const part of parts) {
    const isMore = (now.get(part.what) as number) > most(kinds, part.what);
    const isNew = (nowWritten.get(part.written) as number) > most(written, part.written);
    if (isMore || isNew) found.set(part.what, { ...part, isKnownKind: !isMore });
  }
  return [...found.values()];
}

function count(parts: readonly ActivePart[], keyOf: (part: ActivePart) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const part of parts) counts.set(keyOf(part), (counts.get(keyOf(part)) ?? 0) + 1);
  return counts;
}
