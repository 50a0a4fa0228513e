import type { Position } from '../../../text/index-lines.js';
import type { OffDifference } from '../off-state/compare-off-states.js';

/** How a program differs while the flag is off from what it was before the change. */
export interface OffChange extends Omit<OffDifference, 'at'> {
  /** In the new text; lines and columns from 1. */
  readonly at: Position;
  /** Is anything in it known to depend on the flag? */
  readonly asks: boolean;
  /** Does it name the flag in a way that may ask for it? */
  readonly namesFlag?: boolean;
  /** Whether the flag is on or not, it comes to the same. */
  readonly decidesNothing?: true;
  /** As far as its lines tell, nothing differs. */
  readonly isAlike?: boolean;
  /** What everyone had until now is there only where the flag is on. */
  readonly isTaken?: boolean;
  /** What stood behind the flag is there for everyone now: the question was taken away or turned round. */
  readonly isOpened?: boolean;
}

/** No difference that anybody is known to see. */
export const noDifference = { at: 0, sure: [], isEntries: false } as const;
