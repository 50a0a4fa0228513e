import type { PolicySession } from '../policy/policy-session.js';
import type { Check, ReviewContext } from './check.js';
import { readChecklist } from '../policy/read-checklist.js';
import { checks as allChecks } from './checks/list.js';
import { reviewChange, type IsAttested } from './engine/review-change.js';
import type { Review } from './review.js';

/**
 * Reviews a change by the policy's own checklist, with the attestations in git's common directory: the one entry for the command line,
 * the guard, CI and the editor, so that they can never disagree. What is staged and other on the disk is reviewed too. `checks` is every check
 * but in tests. Rejects only with what git or the disk reject with.
 */
export async function reviewByPolicy(
  zone: Pick<PolicySession, 'policy' | 'repository'>,
  context: ReviewContext,
  checks: readonly Check[] = allChecks,
): Promise<Review> {
  const given =
    context.moment === 'push' || context.moment === 'pull-request' ? await loadAttestations(zone, context) : never;
  const checklist = readChecklist(zone.policy.tips[0].skill);
  let review = await reviewChange(context, checklist, checks, given);
  if (context.staged !== undefined) {
    const { joinStaged } = await import('./engine/join-staged.js');
    review = joinStaged(review, await reviewChange(context.staged, checklist, checks, given), context.change);
  }
  if (review.findings.length === 0) return review;
  const { nameFindings } = await import('./engine/name-findings.js');
  return { ...review, findings: nameFindings(review.findings, context.change) };
}

/** Loaded only when attestations may count: a commit waits for no hashing of what is not due. */
async function loadAttestations(
  { repository }: Pick<PolicySession, 'repository'>,
  { change }: ReviewContext,
): Promise<IsAttested> {
  const [{ readAttestations }, { contentHash }] = await Promise.all([
    import('../git/attestation-file.js'),
    import('./content-hash.js'),
  ]);
  const attestations = await readAttestations(repository.commonDir);
  return ({ id, text }) =>
    attestations.some(({ item, content }) => item === id && content === contentHash(text, change));
}

const never: IsAttested = () => false;
