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

/** Whose change, by which policy, on which day (`2027-01-11`). */
type DatedSession = PolicySession & { readonly today: string };

/**
 * Reviews a change as before a push; of commits that were just reviewed with exactly the same grounds it has that review. `remember`: what the
 * reviews of this window remember. Rejects with a `GitError`.
 */
export async function reviewWithSources(
  session: PolicySession,
  loaded: LoadedChange,
  remember?: TextMemory,
): Promise<ReviewWithSources> {
  const dated = datedToday(session);
  return reviewInContext(dated, await buildReviewContext({ ...dated, remember }, loaded, 'push'));
}

/** The same for who looks at more of the change than its review does: each thing is looked for once. */
export async function reviewInContext(session: DatedSession, context: ReviewContext): Promise<ReviewWithSources> {
  const { change, policy, asking, judgements, snapshot } = context;
  const provenance = await readProvenance(session.repository, change, snapshot);
  const [review, flags, plan] = await Promise.all([
    rememberReady(session, { change, provenance, today: session.today }, () => reviewByPolicy(session, context)),
    context.flags(),
    context.plan(),
  ]);
  return { change, policy, asking, judgements, review, flags, plan, provenance };
}

/** A review that goes on over midnight is of one day. */
export function datedToday(session: PolicySession): DatedSession {
  return { ...session, today: new Date().toISOString().slice(0, 10) };
}
