import type { Severity } from '../check.js';
import type { Finding } from '../review.js';

/** Of one check; nobody reads more. */
const most = 1000;

const order: Readonly<Record<Severity, number>> = { blocker: 0, 'needs-fix': 1, note: 2 };

/** A bounded number of findings of one check, the worst of too many first, with how many were left out: as bad as the worst of them. */
export function limitFindings(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= most) return findings;
  const sorted = [...findings].sort((one, other) => order[one.severity] - order[other.severity]);
  const [first] = sorted.slice(most) as [Finding];
  const message = `There are ${findings.length - most} more of these than are listed. Make the change smaller, then review again.`;
  return [...sorted.slice(0, most), { check: first.check, severity: first.severity, message, because: [] }];
}
