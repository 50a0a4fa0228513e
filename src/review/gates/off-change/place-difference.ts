import { indexLines, type Position } from '../../../text/index-lines.js';
import type { Region } from '../gated-regions.js';
import type { OffDifference } from '../off-state/compare-off-states.js';
import { isIn } from '../opened/new-conditions.js';

/** A difference by its place in the text, without what may be behind the flag by another name. */
export function placeDifference<T extends OffDifference>(
  difference: T,
  now: string,
  doubtful: readonly Region[],
): T & { readonly at: Position } {
  const sure = difference.sure.filter((at) => !isIn(doubtful, at));
  return { ...difference, sure, at: indexLines(now)(Math.min(sure[0] ?? difference.at, now.length)) };
}
