import { readChange } from '../../change/read-change.js';
import { openPolicySession, type PolicySession } from '../../policy/policy-session.js';
import { writeRefusedCommit, type RefusalReason } from '../../git/refused-commit-file.js';
import { buildReviewContext } from '../../review/build-review-context.js';
import type { ReviewContext } from '../../review/check.js';
import type { GuardRequest } from '../guard-outcome.js';
import type { Judgement } from '../../policy/policy.js';
import { whoIsGuarded } from './who-is-guarded.js';

/** The commit that is being made, as a hook sees it. */
export interface GuardedCommit {
  readonly session: PolicySession;
  readonly context: ReviewContext;
}

/** The folder that git started the hook in; the environment has what git gives its hooks: GIT_INDEX_FILE and the like. */
export interface HookRequest extends Pick<GuardRequest, 'cwd' | 'environment'> {
  /** What is merged in, where git has not noted it yet. */
  readonly merging?: string | undefined;
}

/**
 * Opens what is about to be committed and hands it to `use`; `held` is the answer where nobody is to be blocked, since there is no
 * policy yet, the author is not on the roster, or nothing is staged (but with `evenEmpty`: a commit without files has a message). The points of a refusal are recorded for the editor. Rejects with
 * a `GitError`.
 */
export async function withGuardedCommit<T extends { readonly points: readonly RefusalReason[] }>(
  { cwd, environment, merging }: HookRequest,
  held: T,
  use: (commit: GuardedCommit) => Promise<T>,
  evenEmpty = false,
): Promise<T> {
  const opened = await openPolicySession({ cwd, environment: inTheTree(environment), staged: true });
  const session =
    merging === undefined ? opened : { ...opened, repository: { ...opened.repository, mergeHead: merging } };
  try {
    const commit = await commitToJudge(session, environment, evenEmpty);
    const answer = commit === undefined ? held : await use(commit);
    const { gitDir, head } = session.repository;
    writeRefusedCommit(gitDir, { at: Date.now(), head: head.commit, points: answer.points });
    return answer;
  } finally {
    session.close();
  }
}

/** `undefined` where nobody is to be blocked. */
async function commitToJudge(
  session: PolicySession,
  environment: HookRequest['environment'],
  evenEmpty: boolean,
): Promise<GuardedCommit | undefined> {
  const asking = whoIsGuarded(session, environment);
  if (asking === undefined) return undefined;
  const read = await readChange(session.repository, { kind: 'staged', base: session.base });
  if (read.change.files.length === 0 && !evenEmpty) return undefined;
  const known = { ...session, asking };
  return { session: known, context: await buildReviewContext(known, read, 'commit') };
}

/** Git starts a commit's hooks at the root of the working tree, also where GIT_DIR alone says which repository it is. */
export function inTheTree(environment: HookRequest['environment']): HookRequest['environment'] {
  return environment['GIT_DIR'] !== undefined && environment['GIT_WORK_TREE'] === undefined
    ? { ...environment, GIT_WORK_TREE: '.' }
    : environment;
}

/** A path that needs an engineer, and why. */
export interface PathToPair {
  readonly path: string;
  readonly judgement: Judgement;
}

/**
 * The staged paths that need an engineer. While a merge is under way only those that differ from HEAD as well: the others come from
 * commits that had their own message.
 */
export async function findPathsToPair({ session, context }: GuardedCommit): Promise<readonly PathToPair[]> {
  const { change, judgements, policy } = context;
  // Until the base branch has a policy nobody has to be named.
  if (policy.preview) return [];
  const pairs = [...judgements].flatMap(([path, judgement]) =>
    judgement.standing === 'pair' ? [{ path, judgement }] : [],
  );
  if (pairs.length === 0 || change.base.ref === 'HEAD') return pairs;
  const output = await session.repository.git.run([
    'diff-index',
    '--cached',
    '-r',
    '-z',
    '--name-only',
    '--no-renames',
    '--no-relative',
    '--ignore-submodules=none',
    'HEAD',
    '--',
  ]);
  const here = new Set(output.toString('utf8').split('\0'));
  return pairs.filter(({ path }) => here.has(path));
}
