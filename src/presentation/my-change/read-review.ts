import { readProvenance, type Provenance } from '../../change/read-provenance.js';
import type { Change, RepositorySnapshot } from '../../change/change.js';
import { readChange } from '../../change/read-change.js';
import type { LinkedPlan } from '../../planning/linked-plan.js';
import { openPolicySession } from '../../policy/policy-session.js';
import type { Asking, Judgement, Policy } from '../../policy/policy.js';
import { contentHash } from '../../review/content-hash.js';
import { collectCatalogFamilies } from '../../catalogs/collect-catalog-families.js';
import type { FlagChange } from '../../flags/flag-change.js';
import { buildReviewContext } from '../../review/build-review-context.js';
import { reviewByPolicy } from '../../review/review-by-policy.js';
import type { Review } from '../../review/review.js';

/** A change with its review and what both follow from: data only. */
export interface ReviewedChange {
  readonly change: Change;
  readonly policy: Policy;
  readonly asking: Asking;
  readonly judgements: ReadonlyMap<string, Judgement>;
  readonly flags: FlagChange;
  readonly plan: LinkedPlan;
  readonly provenance: Provenance;
  readonly review: Review;
  /** Texts of the catalogs that the change leaves alone, in the other languages of those that it touches, by path. */
  readonly siblingTexts: ReadonlyMap<string, string>;
  /** Stands for all content of the change: another text after any edit (`contentHash` of no item). */
  readonly contentHash: string;
}

/**
 * Reviews everything since the base, what is not committed included, as `pm-zone review` does. `goesOn` is asked between the steps;
 * `undefined` where it said no. Rejects with a `GitTrouble`.
 */
export async function readReview(
  root: string,
  { environment, as }: { readonly environment: NodeJS.ProcessEnv; readonly as: string | undefined },
  goesOn: () => boolean,
): Promise<ReviewedChange | undefined> {
  const zone = await openPolicySession({ cwd: root, environment, as });
  try {
    if (!goesOn()) return undefined;
    const read = await readChange(zone.repository, { kind: 'worktree', base: zone.base });
    if (!goesOn()) return undefined;
    const context = await buildReviewContext(zone, read, 'push');
    const [review, flags, plan, provenance, beside] = await Promise.all([
      reviewByPolicy(zone, context),
      context.flags(),
      context.plan(),
      readProvenance(zone.repository, read.change, read.snapshot),
      readBeside(read.change, read.snapshot),
    ]);
    const { change } = read;
    const { policy, asking } = zone;
    const content = contentHash('', change);
    return {
      change,
      policy,
      asking,
      judgements: context.judgements,
      flags,
      plan,
      provenance,
      review,
      siblingTexts: beside,
      contentHash: content,
    };
  } finally {
    zone.close();
  }
}

/** They were read for the review already, and reading is memoised. */
async function readBeside(change: Change, around: RepositorySnapshot): Promise<ReadonlyMap<string, string>> {
  const families = await collectCatalogFamilies(change.files, around);
  return new Map(
    families
      .flat()
      .flatMap(({ path, file, after }) =>
        file === undefined && after?.text !== undefined ? [[path, after.text]] : [],
      ),
  );
}
