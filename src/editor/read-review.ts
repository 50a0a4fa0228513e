import { readProvenance, type Provenance } from '../change/provenance.js';
import type { Change } from '../change/change.js';
import { readChange } from '../change/read-change.js';
import type { LinkedPlan } from '../planning/linked-plan.js';
import { openZone } from '../policy/open-zone.js';
import type { Judgement } from '../policy/policy.js';
import { checks } from '../review/checks/list.js';
import type { FlagChange } from '../review/flags/flag-change.js';
import { makeContext } from '../review/make-context.js';
import { reviewZone } from '../review/review-zone.js';
import type { Review } from '../review/review.js';

/** A change with its review and what both follow from: data only. */
export interface ReviewedChange {
  readonly change: Change;
  readonly judgements: ReadonlyMap<string, Judgement>;
  readonly flags: FlagChange;
  readonly plan: LinkedPlan;
  readonly provenance: Provenance;
  readonly review: Review;
}

/**
 * Reviews everything since the base, what is not committed included, as `pm-zone review` does. `goesOn` is asked between the steps;
 * `undefined` where it said no. Rejects with a `GitTrouble`.
 */
export async function readReview(
  root: string,
  as: string | undefined,
  goesOn: () => boolean,
): Promise<ReviewedChange | undefined> {
  const zone = await openZone({ cwd: root, environment: process.env, ...(as !== undefined && { as }) });
  try {
    if (!goesOn()) return undefined;
    const read = await readChange(zone.repository, { kind: 'worktree', base: zone.base });
    if (!goesOn()) return undefined;
    const context = await makeContext(zone, read, 'push');
    const [review, flags, plan, provenance] = await Promise.all([
      reviewZone(zone, context, checks),
      context.flags(),
      context.plan(),
      readProvenance(zone.repository, read.change, read.around),
    ]);
    return { change: read.change, judgements: context.judgements, flags, plan, provenance, review };
  } finally {
    zone.close();
  }
}
