import { readProvenance, type Provenance } from '../change/provenance.js';
import type { Change, Surroundings } from '../change/change.js';
import { readChange } from '../change/read-change.js';
import type { LinkedPlan } from '../planning/linked-plan.js';
import { openZone } from '../policy/open-zone.js';
import type { Asking, Judgement, Policy } from '../policy/policy.js';
import { contentHash } from '../review/content-hash.js';
import { gatherFamilies } from '../review/catalogs/catalog-family.js';
import type { FlagChange } from '../review/flags/flag-change.js';
import { makeContext } from '../review/make-context.js';
import { reviewZone } from '../review/review-zone.js';
import type { Review } from '../review/review.js';

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
  readonly beside: ReadonlyMap<string, string>;
  /** Stands for all content of the change: another text after any edit (`contentHash` of no item). */
  readonly content: string;
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
  const zone = await openZone({ cwd: root, environment, as });
  try {
    if (!goesOn()) return undefined;
    const read = await readChange(zone.repository, { kind: 'worktree', base: zone.base });
    if (!goesOn()) return undefined;
    const context = await makeContext(zone, read, 'push');
    const [review, flags, plan, provenance, beside] = await Promise.all([
      reviewZone(zone, context),
      context.flags(),
      context.plan(),
      readProvenance(zone.repository, read.change, read.around),
      readBeside(read.change, read.around),
    ]);
    const { change } = read;
    const { policy, asking } = zone;
    const content = contentHash('', change);
    return { change, policy, asking, judgements: context.judgements, flags, plan, provenance, review, beside, content };
  } finally {
    zone.close();
  }
}

/** They were read for the review already, and reading is memoised. */
async function readBeside(change: Change, around: Surroundings): Promise<ReadonlyMap<string, string>> {
  const families = await gatherFamilies(change.files, around);
  return new Map(
    families
      .flat()
      .flatMap(({ path, file, after }) =>
        file === undefined && after?.text !== undefined ? [[path, after.text]] : [],
      ),
  );
}
