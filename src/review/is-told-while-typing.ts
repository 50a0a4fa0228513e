import type { Finding } from './review.js';

/** The checks whose findings follow from one file, its other languages and the other flag files alone. */
export const typedChecks = ['copy-catalog', 'flag-owned', 'flag-safe'] as const;

/** Whether `reviewTyped` would report it too: what it does not report any more has been mended. */
export function isToldWhileTyping({ check, line, key, staged }: Finding): boolean {
  return typedChecks.some((id) => id === check) && line !== undefined && key?.kind !== 'lost' && staged === undefined;
}
