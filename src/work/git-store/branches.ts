import { parseBaseBranch } from '../../git/base-branch.js';
import type { Tip } from '../../git/find-base.js';
import { toPlainLine } from '../../git/git-error.js';
import { findCommonAncestor, isAncestor } from './commit-graph.js';
import { OperationError, toOperationError } from '../operation-outcome.js';
import { runGit, runGitLine, type Work } from '../work.js';

/** The branch and commit of HEAD; `commit` is `undefined` before the first commit. */
export interface Head {
  readonly branch: string | undefined;
  readonly commit: string | undefined;
}

/** A ref that goes from one commit to another; `undefined` where there is none. */
export interface RefChange {
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** The current branch and commit of HEAD. */
export async function readHead(work: Work): Promise<Head> {
  const name = (await runGit(work, ['symbolic-ref', '--quiet', 'HEAD'], { allowExit: [1] })).toString('utf8').trim();
  return {
    branch: name.startsWith('refs/heads/') ? name.slice('refs/heads/'.length) : undefined,
    commit: await readRef(work, 'HEAD'),
  };
}

/** The commit of a ref by its full name; `undefined` where there is none. */
export async function readRef(work: Work, name: string): Promise<string | undefined> {
  const args = ['show-ref', '--quiet', '--verify', '--', name];
  const { code, said } = await work.run(args);
  // An error must not pass for "there is none".
  if (code > 1) throw toOperationError(said);
  return code === 0 ? runGitLine(work, ['rev-parse', '--verify', '--end-of-options', name]) : undefined;
}

/** Updates all of these refs or none; each must still point to its `before`. */
export async function updateRefs(work: Work, changes: readonly RefChange[]): Promise<void> {
  if (changes.length === 0) return;
  const lines = changes.map(({ name, before = '', after }) =>
    after === undefined
      ? `delete ${name}\0${before}\0`
      : before === ''
        ? `create ${name}\0${after}\0`
        : `update ${name}\0${after}\0${before}\0`,
  );
  await runGit(work, ['update-ref', '-m', 'PM Zone', '--stdin', '-z'], { input: lines.join('') });
}

/** Points HEAD to a branch. Touches neither index nor files. */
export async function switchHead(work: Work, branch: string): Promise<void> {
  await runGit(work, ['symbolic-ref', '-m', 'PM Zone', 'HEAD', `refs/heads/${branch}`]);
}

/** Reverts the refs and HEAD that still are where these changes have left them; those that moved elsewhere since stay there. */
export async function revertRefs(
  work: Work,
  changes: readonly RefChange[],
  head: Head,
  branchAfter: string | undefined,
): Promise<void> {
  if (branchAfter !== undefined && branchAfter !== head.branch && (await readHead(work)).branch === branchAfter) {
    if (head.branch !== undefined) await switchHead(work, head.branch);
    else await runGit(work, ['update-ref', '-m', 'PM Zone', '--no-deref', 'HEAD', String(head.commit)]);
  }
  for (const { name, before, after } of [...changes].reverse()) {
    if ((await readRef(work, name)) === after) await updateRefs(work, [{ name, before: after, after: before }]);
  }
}

/** The commit of a branch that must be there. */
export async function readBranchTip(work: Work, branch: string): Promise<string> {
  const commit = await readRef(work, `refs/heads/${branch}`);
  if (commit !== undefined) return commit;
  throw new OperationError(
    'no-such-change',
    `There is no change called “${toPlainLine(branch)}”. Pick one of the list.`,
  );
}

/** The current branch and its commit; ends the operation where HEAD is detached, or before the first commit. */
export function requireBranch({ head }: { readonly head: Head }): { readonly branch: string; readonly commit: string } {
  const { branch, commit } = head;
  if (branch !== undefined && commit !== undefined) return { branch, commit };
  throw new OperationError(
    'no-branch',
    'You are looking at an old state and at no change of yours (git stands on no branch, or there is no commit yet). Switch to one of your changes, or start one.',
  );
}

/** The branch here that follows the base; `undefined` where the base is no branch. */
export async function findTrunk(work: Work, base: Tip): Promise<string | undefined> {
  const { remote, branch } = parseBaseBranch(work.repository, base.ref);
  if (branch === 'HEAD') return undefined;
  return remote !== undefined || (await readRef(work, `refs/heads/${branch}`)) !== undefined ? branch : undefined;
}

/**
 * Where the branch that follows the base goes to show what everybody has: forward to the base, and it is made where it is not there.
 * `undefined` for another branch, and for one that has steps of its own.
 */
export async function fastForwardTrunk(work: Work, to: string, base: Tip): Promise<RefChange | undefined> {
  if ((await findTrunk(work, base)) !== to) return undefined;
  const name = `refs/heads/${to}`;
  const before = await readRef(work, name);
  if (before !== undefined && !(await isAncestor(work, before, base.commit))) return undefined;
  return { name, before, after: base.commit };
}

/** A branch as a remote has it, made here; `undefined` where it is here already, or there no more. */
export async function bringBranch(work: Work, to: string, remote: string): Promise<RefChange | undefined> {
  const name = `refs/heads/${to}`;
  const after = await readRef(work, `refs/remotes/${remote}/${to}`);
  return after === undefined || (await readRef(work, name)) !== undefined
    ? undefined
    : { name, before: undefined, after };
}

/**
 * The newest commits of a branch that others have had, as far as this clone knows: what remotes have of the branch of that name, and
 * `sent`, which the PM is known to have sent.
 */
export async function findSharedCommits(
  work: Work,
  { branch, commit, sent }: { readonly branch: string; readonly commit: string; readonly sent: string | undefined },
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const { name } of work.repository.remotes) {
    const tip = await readRef(work, `refs/remotes/${name}/${branch}`);
    const common = tip === undefined ? undefined : await findCommonAncestor(work, tip, commit);
    if (common !== undefined) found.add(common);
  }
  if (sent !== undefined && (await isAncestor(work, sent, commit))) found.add(sent);
  return [...found];
}
