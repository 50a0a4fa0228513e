import { createHash } from 'node:crypto';
import type { Change } from '../../change/change.js';
import type { Provenance } from '../../change/read-provenance.js';
import { readAttestations } from '../../git/attestation-file.js';
import { once } from '../../git/once.js';
import type { PolicySession } from '../../policy/policy-session.js';
import type { Review } from '../review.js';

/** What a review of commits before a push follows from, besides what those commits hold. */
export interface ReviewGrounds {
  readonly change: Change;
  readonly provenance: Provenance;
  /** `2027-01-11`. */
  readonly today: string;
}

/**
 * The review that was just made of exactly the same: the commits, the tips of the policy, who asks, the PM's word on this computer, the evidence of
 * AI and the day. Only what was ready is remembered; in doubt, as with a policy that is not committed, it is made anew.
 */
export async function rememberReady(
  { repository, policy, asking, cache }: PolicySession,
  { change, provenance, today }: ReviewGrounds,
  review: () => Promise<Review>,
): Promise<Review> {
  const tips = policy.tips.map(({ ref, commit }) => [ref, commit]);
  const commits = [change.base.commit, change.head.commit, ...tips.map(([, commit]) => commit)];
  if (change.kind !== 'range' || policy.preview || commits.includes(undefined)) return review();
  const grounds = [
    change.base,
    change.head,
    // What a shallow or grafted history hides is not in them.
    change.commits.map(({ oid }) => oid),
    tips,
    asking,
    await readAttestations(repository.commonDir),
    repository.autocrlf,
    { ...provenance, files: [...provenance.files] },
    today,
  ];
  const key = createHash('sha256').update(JSON.stringify(grounds)).digest('hex');
  const made = once(review);
  const known = await cache.getOrCompute('ready', key, async () => {
    const now = await made();
    return now.verdict === 'ready' ? now : undefined;
  });
  return known ?? made();
}
