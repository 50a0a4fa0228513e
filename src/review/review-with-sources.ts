import type { LoadedChange } from '../change/change.js';
import { readProvenance, type Provenance } from '../change/read-provenance.js';
import type { FlagChange } from '../flags/flag-change.js';
import type { LinkedPlan } from '../planning/linked-plan.js';
import type { PolicySession } from '../policy/policy-session.js';
import { buildReviewContext } from './build-review-context.js';
import type { ReviewContext } from './check.js';
import { rememberReady } from './memory/remember-ready.js';
import { reviewByPolicy } from './review-by-policy.js';
import type { Review } from './review.js';
import type { TextMemory } from '../text/text-memory.js';

/** A review and what it follows from: data only. */
export interface ReviewWithSources extends Pick<ReviewContext, 'change' | 'policy' | 'asking' | 'judgements'> {
  readonly review: Review;
  readonly flags: FlagChange;
  readonly plan: LinkedPlan;
  readonly provenance: Provenance;
}

/**
 * Reviews a change as before a push; of commits that were just reviewed with exactly the same grounds it has that review. `remember`: what the
 * reviews of this window remember. Rejects with a `GitError`.
 */
export async function reviewWithSources(
  session: PolicySession,
  loaded: LoadedChange,
  remember?: TextMemory,
): Promise<ReviewWithSources> {
  const today = new Date().toISOString().slice(0, 10);
  const context = await buildReviewContext({ ...session, today, remember }, loaded, 'push');
  const { change, policy, asking, judgements } = context;
  const provenance = await readProvenance(session.repository, change, loaded.snapshot);
  const [review, flags, plan] = await Promise.all([
    rememberReady(session, { change, provenance, today }, () => reviewByPolicy(session, context)),
    context.flags(),
    context.plan(),
  ]);
  return { change, policy, asking, judgements, review, flags, plan, provenance };
}
