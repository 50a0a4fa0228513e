import type { Finding } from '../../review/review.js';
import type { Account, Evidence, HostReview } from '../evidence.js';
import { isWaivable } from './collect-waivers.js';
import { isNamed, type RequiredPeople } from './required-people.js';
import type { KnownPeople } from '../people/known-people.js';

/** As many are told of one finding. */
const mostTold = 3;

/**
 * What was said on the host against a finding that counts all the same, and why it does: else whoever called it a false alarm would see nothing but that it is
 * still there, and no way on. Told of the finding's check are also names that nothing has of what was `found`.
 */
export function whyNotWaived(
  { id, check }: Finding,
  { reviews, unread }: Pick<Evidence, 'reviews' | 'unread'>,
  engineering: readonly RequiredPeople[],
  known: KnownPeople,
  whyBarred: (account: Account) => string | undefined,
  found: readonly Pick<Finding, 'id'>[],
): readonly string[] {
  const given = reviews.filter(({ waives }) => waives.some(({ finding }) => finding === id));
  const told = given.map((review) => {
    const who = review.by === null ? 'An account that is deleted' : `@${review.by.handle}`;
    return `${who} calls it a false alarm (review ${review.id}), which does not count: ${why(review)}.`;
  });
  const isNothing = (name: string): boolean =>
    (name === check || name.startsWith(`${check}-`)) && !found.some(({ id: other }) => other === name);
  const unknown = reviews.flatMap(({ by, id: review, waives }) =>
    (isWaivable(check) ? waives : []).flatMap(({ finding }) =>
      by !== null && isNothing(finding)
        ? [
            `@${by.handle} calls “${finding.slice(0, 60)}” a false alarm (review ${review}), which is the name of nothing that was found: it stands beside what was, and an edit makes it another.`,
          ]
        : [],
    ),
  );
  const lost = unread.filter(({ part }) => isWaivable(check) && /^waivers\b/.test(part));
  return [...told, ...unknown, ...lost.map(({ part, why: said }) => `${part.replace(/^w/, 'W')}: ${said}`)].slice(
    0,
    mostTold,
  );

  function why({ by, opinion, canWrite }: HostReview): string {
    if (!isWaivable(check)) return 'whether a path is in the PM zone, or another team’s, is waived by nobody';
    if (by === null) return 'nobody can say whose it was';
    if (by.kind === 'bot') return 'a bot calls nothing so';
    const barred = whyBarred(by);
    if (barred !== undefined) return barred;
    if (!engineering.some(({ names }) => isNamed(by, names, known)))
      return `it is ${engineering.map(({ names }) => names.join(' or ')).join(' and ')} who can`;
    if (opinion === 'dismissed') return 'the review was dismissed';
    if (canWrite !== true) return 'they may not write to the repository, or the server did not say that they may';
    return 'they asked for changes since, or somebody else has to call it so, too';
  }
}
