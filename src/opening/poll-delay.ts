import type { HostTroubleKind } from '../hosts/host-error.js';

/** What came of asking how a pull request stands: something new, nothing new, or what stood in the way. */
export type PollOutcome = 'new' | 'same' | HostTroubleKind;

const minute = 60_000;
const shortest = 5 * minute;
const longest = 60 * minute;
const day = 24 * 60 * minute;

/**
 * Milliseconds until it is asked again, after the last time's: soon where something happens, ever more seldom where nothing does or the host is in
 * trouble; where it asks for patience as long after as it says, `told` milliseconds, else an hour. `undefined` where asking again is of no use.
 */
export function pollDelay(last: number, outcome: PollOutcome, told?: number): number | undefined {
  switch (outcome) {
    case 'new':
      return shortest;
    case 'same':
      return Math.min(longest, Math.max(shortest, last * 1.5));
    case 'rate-limit':
      return told === undefined ? longest : Math.min(day, Math.max(shortest, told));
    case 'unauthorized':
    case 'forbidden':
    case 'not-found':
    case 'sign-on':
      return undefined;
    default:
      return Math.min(longest, Math.max(shortest, last * 2));
  }
}
