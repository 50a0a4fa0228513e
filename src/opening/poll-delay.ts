import type { HostTroubleKind } from '../hosts/host-error.js';

/** What came of asking how a pull request stands: something new, nothing new, or what stood in the way. */
export type PollOutcome = 'new' | 'same' | HostTroubleKind;

const minute = 60_000;
const shortest = 5 * minute;
const longest = 60 * minute;

/**
 * Milliseconds until it is asked again, after the last time's: soon where something happens, ever more seldom where nothing does or the host is in
 * trouble, an hour later where it asks for patience. `undefined` where asking again is of no use.
 */
export function pollDelay(last: number, outcome: PollOutcome): number | undefined {
  switch (outcome) {
    case 'new':
      return shortest;
    case 'same':
      return Math.min(longest, Math.max(shortest, last * 1.5));
    case 'rate-limit':
      return longest;
    case 'unauthorized':
    case 'forbidden':
    case 'not-found':
    case 'sign-on':
      return undefined;
    default:
      return Math.min(longest, Math.max(shortest, last * 2));
  }
}
