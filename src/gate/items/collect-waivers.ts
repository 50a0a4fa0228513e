import type { Finding } from '../../review/review.js';
import type { Account, HostReview } from '../evidence.js';
import { isNamed, type RequiredPeople } from './required-people.js';
import type { KnownPeople } from '../people/known-people.js';

/** What may be called a false alarm: whether a path is in the zone is no matter of opinion. */
const never: ReadonlySet<string> = new Set(['zone', 'codeowners']);

/**
 * The findings that an engineering DRI called false alarms on the host (design §6), by their names, with by whom: in a review that still stands,
 * by somebody whose word counts. A finding's name holds for exactly its content, so a waiver ends with the next edit.
 */
export function collectWaivers(
  reviews: readonly HostReview[],
  findings: readonly Finding[],
  engineering: readonly RequiredPeople[],
  known: KnownPeople,
  whyBarred: (account: Account) => string | undefined,
): ReadonlyMap<string, string> {
  const waived = new Map<string, string>();
  const open = new Map(
    findings.flatMap(({ id, check }) => (id === undefined || never.has(check) ? [] : [[id, check]])),
  );
  for (const { by, opinion, canWrite, waives, id: review } of reviews) {
    if (by === null || by.kind === 'bot' || opinion === 'dismissed' || canWrite !== true) continue;
    if (whyBarred(by) !== undefined || !engineering.some(({ names }) => isNamed(by, names, known))) continue;
    for (const { finding } of waives) if (open.has(finding)) waived.set(finding, `@${by.handle} (review ${review})`);
  }
  return waived;
}
