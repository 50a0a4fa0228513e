import { plain } from '../repository/git-trouble.js';
import { readRef } from './change-refs.js';
import { Stop } from './outcome.js';
import type { Transaction } from './transact.js';
import { git, type Work } from './work.js';

/** The commit of a branch that must be there. */
export async function branchTip(work: Work, branch: string): Promise<string> {
  const commit = await readRef(work, `refs/heads/${branch}`);
  if (commit !== undefined) return commit;
  throw new Stop('no-such-change', `There is no change called "${plain(branch)}". Pick one of the list.`);
}

/** The branch she stands on and its commit; ends the operation where she stands on none, or before the first commit. */
export function ownBranch({ head }: Pick<Transaction, 'head'>): { readonly branch: string; readonly commit: string } {
  const { branch, commit } = head;
  if (branch !== undefined && commit !== undefined) return { branch, commit };
  throw new Stop(
    'no-branch',
    'You are looking at an old state and at no change of yours (git stands on no branch, or there is no commit yet). Switch to one of your changes, or start one.',
  );
}

/** The folder in which another working tree has the branch checked out; `undefined` where none has. */
export async function checkedOutAt(work: Work, branch: string): Promise<string | undefined> {
  const list = (await git(work, ['worktree', 'list', '--porcelain'])).toString('utf8');
  for (const tree of list.split('\n\n')) {
    const [, place = ''] = /^worktree (.*)$/m.exec(tree) ?? [];
    if (tree.split('\n').includes(`branch refs/heads/${branch}`) && place !== work.repository.root) return place;
  }
  return undefined;
}

/** Whether somebody else can have this commit: a remote's branch has it, as far as this clone knows. */
export async function isShared(work: Work, commit: string): Promise<boolean> {
  const found = await git(work, ['for-each-ref', '--count=1', `--contains=${commit}`, '--format=x', 'refs/remotes']);
  return found.length > 0;
}

export async function isAncestor(work: Work, one: string, other: string): Promise<boolean> {
  const { code } = await work.run(['merge-base', '--is-ancestor', one, other]);
  return code === 0;
}
