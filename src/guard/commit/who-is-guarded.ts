import { GitError } from '../../git/git-error.js';
import { identify } from '../../policy/asking.js';
import type { PolicySession } from '../../policy/policy-session.js';
import type { GuardRequest } from '../guard-outcome.js';

/**
 * Who commits, with what git tells its hooks, the same for the hooks and the editor; `undefined` where nobody is to be blocked, since there
 * is no policy or they are not on the roster. Throws a `GitError` where git knows nobody.
 */
export function whoIsGuarded(
  session: Pick<PolicySession, 'policy' | 'asking'>,
  environment: GuardRequest['environment'],
): PolicySession['asking'] | undefined {
  if (session.policy.tips.every((tip) => tip.zone === undefined)) return undefined;
  const asking = whoCommits(session, environment);
  if (asking.kind !== 'not-on-roster') return asking;
  if (asking.names.length > 0) return undefined;
  throw new GitError(
    'failed',
    'Git does not know who you are. Say it with: git config user.email you@example.com (in VS Code: “PM Zone: Tell Git Who I Am…”).',
  );
}

/** Where git's settings name nobody, it takes the author from its environment and tells its hooks. */
function whoCommits(
  { policy, asking }: Pick<PolicySession, 'policy' | 'asking'>,
  environment: GuardRequest['environment'],
): PolicySession['asking'] {
  const author = environment['GIT_AUTHOR_EMAIL'];
  return asking.names.length === 0 && author !== undefined ? identify(policy, [author]) : asking;
}
