import type { Finding } from '../../review/review.js';
import { byTime } from '../approvals/find-approvals.js';
import type { Account, HostReview } from '../evidence.js';
import { isNamed, type RequiredPeople } from './required-people.js';
import type { KnownPeople } from '../people/known-people.js';

/** May what a check finds be called a false alarm? Whether a path is in the zone is no matter of opinion. */
export function isWaivable(check: string): boolean {
  return check !== 'zone' && check !== 'codeowners';
}

/**
 * The findings that engineering DRIs called false alarms on the host (design §6), by their names, with by whom: in reviews that still stand, by
 * somebody whose word counts, one of each list of DRIs where the change is several PMs'. A finding's name holds for exactly its content, so a
 * waiver ends with the next edit; it ends too when whoever gave it asks for changes later.
 */
export function collectWaivers(
  reviews: readonly HostReview[],
  findings: readonly Finding[],
  engineering: readonly RequiredPeople[],
  known: KnownPeople,
  whyBarred: (account: Account) => string | undefined,
): ReadonlyMap<string, string> {
  const standing = new Map<string, HostReview[]>();
  for (const review of reviews.toSorted(byTime)) {
    const { by, opinion, canWrite } = review;
    if (by === null || by.kind === 'bot' || whyBarred(by) !== undefined) continue;
    if (opinion === 'changes-requested') standing.delete(by.id);
    if (opinion !== 'dismissed' && canWrite === true) standing.set(by.id, [...(standing.get(by.id) ?? []), review]);
  }
  const given = [...standing.values()].flat();
  return new Map(
    findings.flatMap(({ id, check }): [string, string][] => {
      if (id === undefined || !isWaivable(check)) return [];
      const waivers = given.filter(({ waives }) => waives.some(({ finding }) => finding === id));
      const each = engineering.map(({ names }) => waivers.find(({ by }) => isNamed(by as Account, names, known)));
      const whole = each.length > 0 && each.every((found) => found !== undefined);
      return whole ? [[id, [...new Set(each.map((found) => nameReview(found)))].join(' and ')]] : [];
    }),
  );
}

function nameReview({ by, id }: HostReview): string {
  return `@${(by as Account).handle} (review ${id})`;
}
