import type { ReviewContext } from '../../review/check.js';
import { isRegulated } from '../../policy/is-regulated.js';
import { findApprovals, type Approvals } from '../approvals/find-approvals.js';
import type { Account, Evidence } from '../evidence.js';
import type { KnownPeople } from '../people/known-people.js';
import { describeProof } from './describe-proof.js';
import type { GateItem } from './gate-item.js';
import { proveApprovals, type RequiredPeople } from './required-people.js';

interface PlanRules {
  /** Of the pull request that is judged. */
  readonly approvals: Approvals;
  readonly known: KnownPeople;
  readonly engineering: readonly RequiredPeople[];
  readonly product: readonly RequiredPeople[];
  readonly isPilot: (account: Account) => boolean;
  /** Whether a file is the same at this commit as on the base; `undefined` where git does not hold the commit. */
  readonly isOnBase: (path: string, commit: string) => Promise<boolean | undefined>;
}

type Approved = Pick<GateItem, 'state' | 'by' | 'waitsFor' | 'how'>;
type BroughtPlan = NonNullable<Evidence['plans'][number]['pullRequest']>;

/**
 * Whether the plan that a change goes by is approved: by both DRIs, on the pull request that brought it to the base, or, but for regulated controls,
 * on this one; where this one edits it, on this one in any case (design §9, "Evidence"). What its Status says is a claim. `undefined` where there is
 * no plan to approve.
 */
export async function judgePlanApproval(
  context: ReviewContext,
  evidence: Evidence,
  { approvals, known, engineering, product, isPilot, isOnBase }: PlanRules,
): Promise<Approved | undefined> {
  const { plan, onBase, planOnly } = await context.plan();
  if (plan === undefined || (planOnly && plan.doc.status !== 'Approved')) return undefined;
  const required = [...engineering, ...product];
  const here = describeProof(proveApprovals(required, approvals, known), approvals, known);
  const isRegular = !isRegulated(context.policy);
  if (planOnly || onBase === undefined || (isRegular && here.state === 'done')) return here;
  const brought = evidence.plans.find(({ path }) => path === plan.path)?.pullRequest;
  if (brought === undefined || brought === null)
    return isRegular
      ? here
      : {
          ...here,
          state: 'waits',
          waitsFor: here.waitsFor ?? namesOf(required),
          how: `No pull request is known that brought ${plan.path}, so nobody can say who approved it. Send the plan again by itself.`,
        };
  const there = await findPlanApprovals(brought, evidence.approvals, isPilot, (commit) => isOnBase(plan.path, commit));
  const proof = describeProof(proveApprovals(required, there, known), there, known);
  const isEdited = context.change.files.some(({ path }) => path === plan.path);
  if (proof.state !== 'done') {
    const place = `It is the pull request #${brought.number}, which brought ${plan.path}${isRegular ? ', or this one' : ''}.`;
    return { ...proof, how: `${proof.how as string} ${place}` };
  }
  if (isEdited && here.state !== 'done')
    return {
      ...here,
      how: `${here.how as string} What was approved on #${brought.number} is the plan before this edit.`,
    };
  return { ...proof, by: `${proof.by as string} on #${brought.number}, which brought the plan` };
}

/** What was approved on the pull request that brought a plan: by others than its own people, at a commit that held the plan as it came to the base. */
function findPlanApprovals(
  { author, head, pushers, reviews }: BroughtPlan,
  approvals: Evidence['approvals'],
  isPilot: PlanRules['isPilot'],
  isOnBase: (commit: string) => Promise<boolean | undefined>,
): Promise<Approvals> {
  const own = new Set([author, ...(pushers ?? [])].map((account) => account?.id));
  return findApprovals(reviews, {
    approvals,
    retargetedAt: null,
    isSame: async (commit) => (await isOnBase(commit)) ?? commit === head,
    whyBarred: (account) => {
      if (pushers === null) return 'nobody says who sent commits to that pull request';
      if (own.has(account.id)) return 'the plan is their own';
      return isPilot(account) ? 'a pilot PM approves no plan' : undefined;
    },
  });
}

function namesOf(required: readonly RequiredPeople[]): readonly string[] {
  return [...new Set(required.map(({ names }) => names.join(' or ')))];
}
