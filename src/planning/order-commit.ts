import type { LinkedPlan } from './linked-plan.js';
import type { PathPredicate } from './planning-doc-matcher.js';

/**
 * Why what is no planning doc is better not committed yet: there is no plan, none is clearly the change's own, it still lacks something,
 * or it has to be approved on the base first (design §5, regulated controls).
 */
export type CommitWait = 'no-plan' | 'unclear-plan' | 'unfinished-plan' | 'not-on-base';

/** In which order unfinished work is committed, so that the plan comes first. */
export interface CommitOrder {
  /** Planning docs, which go into a commit of their own. */
  readonly plans: readonly string[];
  /** All the rest, which comes after them. */
  readonly rest: readonly string[];
  /** Why the rest waits; `undefined` where it does not, and where there is none. */
  readonly wait: CommitWait | undefined;
  /** The change's own plan is whole, and in no commit that counts: it is due before anything else. */
  readonly isPlanDue: boolean;
  /** Code is committed before its plan, which is committed whole by now: the change can be rebuilt on it. */
  readonly isToRebuild: boolean;
}

export interface CommitOrderFacts {
  readonly plan: Pick<
    LinkedPlan,
    'plan' | 'candidates' | 'unread' | 'completeIn' | 'firstCodeCommit' | 'isFirst' | 'onBase'
  >;
  /** Paths whose content is in no commit. */
  readonly uncommitted: readonly string[];
  readonly isPlanningDoc: PathPredicate;
  /** Planning docs that the change brings, whatever they are for. */
  readonly brought: readonly string[];
  /** Whether the checklist asks that a plan comes first at all. */
  readonly isAsked: boolean;
  readonly isRegulated: boolean;
}

/** Decides what of unfinished work is committed first. Once code is committed without its plan, waiting mends nothing. */
export function orderCommit(facts: CommitOrderFacts): CommitOrder {
  const { uncommitted, isPlanningDoc, isAsked, isRegulated, plan } = facts;
  const plans = uncommitted.filter((path) => isPlanningDoc(path));
  const rest = uncommitted.filter((path) => !isPlanningDoc(path));
  const wait = isAsked && rest.length > 0 ? findWait(facts) : undefined;
  const isUncommitted = plan.plan?.gaps.length === 0 && plans.includes(plan.plan.path);
  return {
    plans,
    rest,
    wait,
    isPlanDue: isAsked && isUncommitted && (plan.completeIn === undefined || wait !== undefined),
    // Under regulated controls it is rebuilt on a plan that the base has, and then nothing is late.
    isToRebuild: isAsked && !isRegulated && plan.completeIn !== undefined && !plan.isFirst,
  };
}

function findWait({ plan: linked, brought, isRegulated }: CommitOrderFacts): CommitWait | undefined {
  const { plan, candidates, unread, completeIn, firstCodeCommit, onBase } = linked;
  if (firstCodeCommit !== undefined) return undefined;
  if (plan === undefined) return candidates.length + unread.length + brought.length > 0 ? 'unclear-plan' : 'no-plan';
  if (isRegulated) {
    if (completeIn === 'base' && onBase?.status === 'Approved') return undefined;
    return plan.gaps.length > 0 ? 'unfinished-plan' : 'not-on-base';
  }
  return plan.gaps.length > 0 && completeIn === undefined ? 'unfinished-plan' : undefined;
}

/** What one commit takes: everything that is not committed, the planning docs alone, or what comes after them. */
export interface CommitPart {
  readonly kind: 'all' | 'plan' | 'rest';
  /** Everything where it is left out. */
  readonly paths?: readonly string[];
  /** Its place where one follows the other at once. */
  readonly place?: readonly [number: number, count: number];
}

export interface SplitOptions {
  /** The rest is not asked for. */
  readonly isPlanOnly?: boolean;
  /** The PM was told why the rest waits, and goes on. */
  readonly isInsisted?: boolean;
}

/** The commits to make now, one after the other; none where everything waits. */
export function splitCommit(order: CommitOrder, { isPlanOnly, isInsisted }: SplitOptions = {}): readonly CommitPart[] {
  const { plans, rest, wait, isPlanDue } = order;
  const waits = wait !== undefined && isInsisted !== true;
  if (plans.length > 0 && rest.length > 0 && (isPlanOnly === true || (waits && isPlanDue)))
    return [{ kind: 'plan', paths: plans }];
  if (waits) return [];
  if (plans.length === 0 || rest.length === 0) return [{ kind: 'all' }];
  return [
    { kind: 'plan', paths: plans, place: [1, 2] },
    { kind: 'rest', paths: rest, place: [2, 2] },
  ];
}
