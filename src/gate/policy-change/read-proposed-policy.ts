import type { Change } from '../../change/change.js';
import type { Tip } from '../../git/find-base.js';
import type { PolicySession } from '../../policy/policy-session.js';
import type { Policy } from '../../policy/policy.js';
import { readTip } from '../../policy/read-tip.js';
import { commitRevision, type Revision } from '../../policy/revision.js';
import { mergedRevision } from './merged-revision.js';

export type GateSession = Pick<PolicySession, 'policy' | 'repository' | 'cache'>;

/** What the policy would be, and the files of which nobody can say what they would be, since the base and the branch changed both. */
export interface ProposedPolicy {
  readonly policy: Policy;
  readonly clashes: readonly string[];
}

/** The policy as it would be once a change is merged: never one to judge by. Rejects with a `GitError`. */
export async function readProposedPolicy(
  { policy, repository, cache }: GateSession,
  base: Tip,
  change: Change,
): Promise<ProposedPolicy> {
  const clashes = new Set<string>();
  const at = (commit: string | undefined): Revision =>
    commitRevision(repository.objects, { ref: base.ref, commit: commit as string });
  const sides = { from: at(change.base.commit), base: at(base.commit), head: at(change.head.commit) };
  const merged = await readTip(mergedRevision(sides, clashes), cache);
  // No other tip is of the base's commit.
  const [, ...others] = policy.tips;
  return { policy: { tips: [merged, ...others], preview: false }, clashes: [...clashes] };
}
