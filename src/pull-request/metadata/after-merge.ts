import type { LinkedPlan } from '../../planning/linked-plan.js';
import { joinSome } from '../../text/join-words.js';

const mostNamed = 3;

/** What a change asks for once it is merged: its flag's next step and the plan's Status, or after a plan the change itself. `touched`: flags it changes. */
export function afterMerge(
  { plan, planOnly }: Pick<LinkedPlan, 'plan' | 'planOnly'>,
  touched: readonly string[],
): readonly string[] {
  if (planOnly) return ['Everybody has your plan now: begin the change itself, on a branch of its own.'];
  const flags = [...new Set([...(plan?.doc.flags ?? []), ...touched])];
  const named = joinSome(flags, mostNamed);
  const status = plan?.doc.status;
  return [
    ...(flags.length === 0
      ? []
      : [
          `Who sees it is decided by ${flags.length === 1 ? 'the flag' : 'the flags'} ${named}: turn it on step by step as your plan says, in a change of its own, or leave it off and have it taken out.`,
        ]),
    ...(plan === undefined || status === 'Shipped' || status === 'Retired'
      ? []
      : [`Once everybody has it, set the Status of ${plan.path} to Shipped; if it is given up, to Retired.`]),
  ];
}
