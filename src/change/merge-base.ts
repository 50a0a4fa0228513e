import { GitTrouble } from '../repository/git-trouble.js';
import type { Repository } from '../repository/repository.js';

/**
 * Where the change of `heads` (a merge of them, where there are several) left `base`: the best common ancestor. Rejects with a
 * `GitTrouble` where there is none, or where a shallow history hides it.
 */
export async function findMergeBase(
  repository: Repository,
  base: { readonly ref: string; readonly commit: string },
  heads: readonly string[],
): Promise<string> {
  const output = await repository.git.run(['merge-base', base.commit, ...heads], { allowExit: [1] });
  const found = output.toString('latin1').trim();
  if (found !== '') return found;
  if (repository.shallow) {
    throw new GitTrouble(
      'shallow',
      `The history here was fetched to a certain depth only and does not reach back to where this branch left ${base.ref}. Fetch all of it: git fetch --unshallow`,
    );
  }
  throw new GitTrouble(
    'no-merge-base',
    `This branch and ${base.ref} have no commit in common, so what changed cannot be told. Start a branch from ${base.ref}, or name the right base branch.`,
  );
}
