import { findUnseenSigns, type UnseenSign } from './find-unseen-signs.js';

/** The signs that nobody sees which a text has more often than it had before: all places of each, since nothing says which is new. */
export function findNewUnseenSigns(
  text: string,
  before: string | undefined,
  isRightToLeft = false,
): readonly UnseenSign[] {
  const found = findUnseenSigns(text, isRightToLeft);
  if (found.length === 0) return found;
  const more = new Map<string, number>();
  for (const { sign } of found) more.set(sign, (more.get(sign) ?? 0) + 1);
  for (const { sign } of findUnseenSigns(before ?? '', isRightToLeft)) more.set(sign, (more.get(sign) ?? 0) - 1);
  return found.filter(({ sign }) => Number(more.get(sign)) > 0);
}
