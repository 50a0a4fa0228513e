import type { PolicyProblem, Reason, Standing } from '../policy/policy.js';
import type { Review } from '../review/review.js';
import type { GateItem } from './items/gate-item.js';
import type { PolicyChange } from './policy-change.js';
import type { WhoseChange } from './people/whose-change.js';

export type { GateItem } from './items/gate-item.js';

/**
 * What a pull request comes to (design §9, "Outcome"): the PM mends, named people are waited for, or nothing is left. `not-run`: nobody can say, since a
 * check broke, or the policy has errors that this change does not mend with its owners' approval.
 */
export type GateOutcome = 'not-run' | 'not-ready' | 'waits' | 'ready';

/** Somebody who is waited for, with the texts of the items that they close. */
export interface Wait {
  readonly who: string;
  readonly items: readonly string[];
}

/** A changed file with its standing and the rule that decides it, the first of the reasons. */
export interface FileStanding {
  readonly path: string;
  readonly standing: Standing;
  readonly rule: Reason | undefined;
}

/** The gate's verdict on one pull request, as data. */
export interface GateVerdict {
  readonly outcome: GateOutcome;
  readonly pullRequest: { readonly host: string; readonly repository: string; readonly number: number };
  readonly whose: WhoseChange;
  readonly review: Review;
  /** In git's order. */
  readonly files: readonly FileStanding[];
  readonly items: readonly GateItem[];
  readonly waits: readonly Wait[];
  /** What is wrong and no item says, in sentences. */
  readonly troubles: readonly string[];
  /** Errors of the policy, those that only the host shows among them. */
  readonly problems: readonly PolicyProblem[];
  /** What it makes another of that by which PMs are judged, where it touches that. */
  readonly policyChange: PolicyChange | undefined;
  /** The planning doc on the base of which the evidence does not say who approved it. */
  readonly planToProve: string | undefined;
  /** Findings that count no more, by their names, with by whose word: one without a name is never among them. */
  readonly waived: ReadonlyMap<string | undefined, string>;
}
