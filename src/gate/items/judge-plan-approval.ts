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
}

/**
 * Whether the plan that a change goes by is approved: by both DRIs, on the pull request that brought it to the base, or, but for regulated controls,
 * on this one (design §9, "Evidence"). What its Status says is a claim. `undefined` where there is no plan to approve.
 */
export async function judgePlanApproval(
  context: ReviewContext,
  evidence: Evidence,
  { approvals, known, engineering, product, isPilot }: PlanRules,
): Promise<Pick<GateItem, 'state' | 'by' | 'waitsFor' | 'how'> | undefined> {
  const { plan, onBase, planOnly } = await context.plan();
  if (plan === undefined || (planOnly && plan.doc.status !== 'Approved')) return undefined;
  const required = [...engineering, ...product];
  const here = describeProof(proveApprovals(required, approvals, known), approvals, known);
  if (planOnly || onBase === undefined) return here;
  const brought = evidence.plans.find(({ path }) => path === plan.path)?.pullRequest;
  if (brought === undefined || brought === null)
    return isRegulated(context.policy)
      ? {
          ...here,
          state: 'waits',
          waitsFor: here.waitsFor ?? namesOf(required),
          how: `The host knows no pull request that brought ${plan.path}, so nobody can say who approved it. Send the plan again by itself.`,
        }
      : here;
  const barred = new Set([brought.author, ...(brought.pushers ?? [])].map((account) => account?.id));
  const there = await findApprovals(brought.reviews, {
    approvals: evidence.approvals,
    isSame: (commit) => Promise.resolve(commit === brought.head),
    whyBarred: (account) => {
      if (barred.has(account.id)) return 'the plan is their own';
      return isPilot(account) ? 'a pilot PM approves no plan' : undefined;
    },
  });
  const proof = describeProof(proveApprovals(required, there, known), there, known);
  if (proof.state === 'done')
    return { ...proof, by: `${proof.by as string} on #${brought.number}, which brought the plan` };
  if (!isRegulated(context.policy) && here.state === 'done') return here;
  return {
    ...proof,
    how: `${proof.how as string} It is the pull request #${brought.number}, which brought ${plan.path}${isRegulated(context.policy) ? '' : ', or this one'}.`,
  };
}

function namesOf(required: readonly RequiredPeople[]): readonly string[] {
  return [...new Set(required.map(({ names }) => names.join(' or ')))];
}
