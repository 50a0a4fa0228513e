import { parseBaseBranch, type BaseBranch } from '../../git/base-branch.js';
import type { Base } from '../../git/find-base.js';
import type { PolicySession } from '../../policy/policy-session.js';

/** The branches that everybody works from: the base, and the default branches whose policy counts too. */
export function baseBranches({ repository }: Pick<PolicySession, 'repository'>, base: Base): readonly BaseBranch[] {
  return [base, ...base.defaults].map(({ ref }) => parseBaseBranch(repository, ref));
}

/** Whether a pilot PM has one of them checked out. Before it has a policy nobody is on it by mistake. */
function isOnBaseBranch(session: PolicySession): boolean {
  const { asking, base, policy, repository } = session;
  if (base === undefined || asking.kind !== 'pilot-pm' || policy.preview) return false;
  return baseBranches(session, base).some(({ branch }) => branch === repository.head.branch);
}

/** Why nothing is committed here, as a sentence; `undefined` off those branches, and within a merge, where there is no way to another. */
export function refuseOnBaseBranch(
  session: PolicySession,
  { merging }: { readonly merging: boolean },
): string | undefined {
  return merging || !isOnBaseBranch(session)
    ? undefined
    : `You are on ${String(session.repository.head.branch)}, the branch that everybody works from, and your change needs a branch of its own. In VS Code choose “PM Zone: Give My Change a Branch of Its Own…”, or run: git switch -c pm/my-change (what you changed comes along). Then commit again.`;
}
