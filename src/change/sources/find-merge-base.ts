import { GitError } from '../../git/git-error.js';
import type { Repository } from '../../git/repository.js';

/**
 * The best common ancestor of `base` and `heads` (of a merge of them, if there are several). Rejects with a `GitError` if there is
 * none, if a shallow history hides it, or if there are several: compared with just one of them, what a branch undid of the others would
 * not show.
 */
export async function findMergeBase(
  repository: Repository,
  base: { readonly ref: string; readonly commit: string },
  heads: readonly string[],
): Promise<string> {
  const output = await repository.git.run(['merge-base', '--all', base.commit, ...heads], { allowExit: [1] });
  const [found = '', ...others] = output.toString('latin1').trim().split('\n');
  if (others.length > 0) {
    throw new GitError(
      'no-merge-base',
      `This branch and ${base.ref} were merged into each other crosswise, so where this branch began has several answers and what it changed cannot be told. Merge ${base.ref} into your branch, then try again.`,
    );
  }
  if (found !== '') return found;
  if (repository.shallow) {
    throw new GitError(
      'shallow',
      `The history here was fetched to a certain depth only and does not reach back to where this branch left ${base.ref}. Fetch all of it: git fetch --unshallow`,
    );
  }
  throw new GitError(
    'no-merge-base',
    `This branch and ${base.ref} have no commit in common, so what changed cannot be told. Make it on a branch that starts from ${base.ref}, or name the branch that this one started from: pm-zone review --base NAME.`,
  );
}
