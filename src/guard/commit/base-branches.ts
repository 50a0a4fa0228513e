import { parseBaseBranch, type BaseBranch } from '../../git/base-branch.js';
import type { PolicySession } from '../../policy/policy-session.js';

/** The branches that everybody works from: the base, and the default branches whose policy counts too. */
export function baseBranches({ base, repository }: PolicySession): readonly BaseBranch[] {
  return base === undefined ? [] : [base, ...base.defaults].map(({ ref }) => parseBaseBranch(repository, ref));
}

/** Whether a pilot PM has one of them checked out. Before it has a policy nobody is on it by mistake. */
export function isOnBaseBranch(session: PolicySession): boolean {
  const { asking, policy, repository } = session;
  if (asking.kind !== 'pilot-pm' || policy.preview) return false;
  return baseBranches(session).some(({ branch }) => branch === repository.head.branch);
}
