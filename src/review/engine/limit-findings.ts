import type { Severity } from '../check.js';
import type { Finding } from '../review.js';

/** Of one check; nobody reads more. */
const most = 1000;

const order: Readonly<Record<Severity, number>> = { blocker: 0, 'needs-fix': 1, note: 2 };

/** What a finding is made of, once it is known to be listed. */
export interface Weighed {
  readonly severity: Severity;
}

/**
 * A bounded number of findings of one check, the worst of too many first, with how many were left out: as bad as the worst of them. Only
 * those that are listed are built.
 */
export function limitFindings<T extends Weighed>(
  check: string,
  found: readonly T[],
  build: (each: T) => Finding,
): readonly Finding[] {
  if (found.length <= most) return found.map(build);
  const sorted = [...found].sort((one, other) => order[one.severity] - order[other.severity]);
  const [{ severity }] = sorted.slice(most) as [T];
  const message = `There are ${found.length - most} more of these than are listed. Make the change smaller, then review again.`;
  return [...sorted.slice(0, most).map(build), { check, severity, message, because: [] }];
}
