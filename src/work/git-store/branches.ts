import { parseBaseBranch } from '../../git/base-branch.js';
import type { Tip } from '../../git/find-base.js';
import { toPlainLine } from '../../git/git-error.js';
import { readRef } from './update-refs.js';
import { isAncestor } from './commit-graph.js';
import type { Head, RefChange } from '../transaction/journal.js';
import { OperationError } from '../operation-outcome.js';
import { runGit, type Work } from '../work.js';

/** The commit of a branch that must be there. */
export async function readBranchTip(work: Work, branch: string): Promise<string> {
  const commit = await readRef(work, `refs/heads/${branch}`);
  if (commit !== undefined) return commit;
  throw new OperationError(
    'no-such-change',
    `There is no change called "${toPlainLine(branch)}". Pick one of the list.`,
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

/** The folder in which another working tree has the branch checked out; `undefined` where none has. */
export async function findOtherCheckout(work: Work, branch: string): Promise<string | undefined> {
  const list = (await runGit(work, ['worktree', 'list', '--porcelain'])).toString('utf8');
  for (const tree of list.split('\n\n')) {
    const [, place = ''] = /^worktree (.*)$/m.exec(tree) ?? [];
    if (tree.split('\n').includes(`branch refs/heads/${branch}`) && place !== work.repository.root) return place;
  }
  return undefined;
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
