import type { TrackedPaths } from '../git/list-tracked.js';
import { checkPolicy } from '../policy/check-policy.js';
import type { Policy, PolicyProblem } from '../policy/policy.js';
import { findShutZone } from './find-shut-zone.js';
import { summarizeZone, type ZoneSummary } from './summarize-zone.js';

/** What a policy comes to in a repository. */
export interface Examination extends ZoneSummary {
  /** The zone opens nothing to anybody: said before all else, and the first of the problems. */
  readonly shut: PolicyProblem | undefined;
  readonly problems: readonly PolicyProblem[];
}

/** Judges every tracked file for each PM, and finds what is wrong with the policy files. `today` is a day like `2027-01-11`. */
export function examinePolicy(policy: Policy, tracked: TrackedPaths, today: string): Examination {
  const summary = summarizeZone(policy, tracked, today);
  const shut = findShutZone(policy, summary, tracked.paths, today);
  const found = policy.tips.flatMap((tip) => checkPolicy(tip, tracked.paths));
  return { ...summary, shut, problems: [...(shut === undefined ? [] : [shut]), ...found] };
}
