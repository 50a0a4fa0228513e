import type { LoadedChange } from '../../change/change.js';
import { readChange } from '../../change/read-change.js';
import { identify } from '../../policy/asking.js';
import { openPolicySession, type PolicySession } from '../../policy/policy-session.js';
import { GitError } from '../../git/git-error.js';
import { writeRefusedCommit, type RefusalReason } from '../../git/refused-commit-file.js';
import { buildReviewContext } from '../../review/build-review-context.js';
import type { ReviewContext } from '../../review/check.js';

/** The commit that is being made, as a hook sees it. */
export interface GuardedCommit {
  readonly session: PolicySession;
  readonly context: ReviewContext;
}

export interface HookRequest {
  /** The folder that git started the hook in. */
  readonly cwd: string;
  /** With what git gives its hooks: GIT_INDEX_FILE and the like. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Opens what is about to be committed and hands it to `use`; `held` is the answer where nobody is to be blocked, since there is no
 * policy yet, the author is not on the roster, or nothing is staged. The points of a refusal are recorded for the editor. Rejects with
 * a `GitError`.
 */
export async function withGuardedCommit<T extends { readonly points: readonly RefusalReason[] }>(
  { cwd, environment }: HookRequest,
  held: T,
  use: (commit: GuardedCommit) => Promise<T>,
): Promise<T> {
  const zone = await openPolicySession({ cwd, environment: inTheTree(environment), staged: true });
  try {
    const commit = await commitToJudge(zone, environment);
    const answer = commit === undefined ? held : await use(commit);
    const { gitDir, head } = zone.repository;
    writeRefusedCommit(gitDir, { at: Date.now(), head: head.commit, points: answer.points });
    return answer;
  } finally {
    zone.close();
  }
}

/** `undefined` where nobody is to be blocked. */
async function commitToJudge(
  session: PolicySession,
  environment: HookRequest['environment'],
): Promise<GuardedCommit | undefined> {
  if (session.policy.tips.every((tip) => tip.zone === undefined)) return undefined;
  const asking = whoCommits(session, environment);
  if (asking.kind === 'not-on-roster') {
    if (asking.names.length > 0) return undefined;
    throw new GitError('failed', 'Git does not know who you are. Say it with: git config user.email you@example.com');
  }
  const read: LoadedChange = await readChange(session.repository, { kind: 'staged', base: session.base });
  if (read.change.files.length === 0) return undefined;
  return { session: { ...session, asking }, context: await buildReviewContext({ ...session, asking }, read, 'commit') };
}

/** Git starts a commit's hooks at the root of the working tree, also where GIT_DIR alone says which repository it is. */
function inTheTree(environment: HookRequest['environment']): HookRequest['environment'] {
  return environment['GIT_DIR'] !== undefined && environment['GIT_WORK_TREE'] === undefined
    ? { ...environment, GIT_WORK_TREE: '.' }
    : environment;
}

/** Where git's settings name nobody, it takes the author from its environment and tells its hooks. */
function whoCommits(
  { policy, asking }: PolicySession,
  environment: HookRequest['environment'],
): PolicySession['asking'] {
  const author = environment['GIT_AUTHOR_EMAIL'];
  return asking.names.length === 0 && author !== undefined ? identify(policy, [author]) : asking;
}
