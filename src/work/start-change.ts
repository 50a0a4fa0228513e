import { toPlainLine } from '../git/git-error.js';
import { slugify } from '../text/slugify.js';
import { resolveTree } from './git-store/git-objects.js';
import { transplantUnfinished } from './working-tree/transplant.js';
import { moveTo } from './working-tree/apply-move.js';
import { readRef, type Head, type RefChange } from './git-store/branches.js';
import { findCommonAncestor, isAncestor } from './git-store/commit-graph.js';
import { OperationError, type OperationOutcome } from './operation-outcome.js';
import { transact } from './transaction/transact.js';
import type { Work } from './work.js';

export interface StartChangeOptions {
  /** The change's title; the branch is `pm/` and a short name made of it. */
  readonly title: string;
  /** Begin at this commit, the base branch's tip; else at HEAD. `ref` is its name for people. */
  readonly base?: { readonly ref: string; readonly commit: string };
  /**
   * Where everybody has the branch that is left: its own commits are on the new branch, so it goes back to what everybody has of it, or the next change
   * that begins there would have them too.
   */
  readonly sharedAt?: string;
  /** Commits that were made on no branch come along, whatever the base: nobody would find them again. */
  readonly takesLoose?: boolean;
}

/** Makes a branch for a new change and goes there with all that is not committed. A branch of one's own that is left stays as it is. */
export function startChange(
  work: Work,
  { title, base, sharedAt, takesLoose = false }: StartChangeOptions,
): Promise<OperationOutcome<{ readonly branch: string }>> {
  return transact<{ readonly branch: string }>(work, 'start a change', async (transaction) => {
    const branch = `pm/${slugify(title)}`;
    const name = `refs/heads/${branch}`;
    if ((await readRef(work, name)) !== undefined) {
      throw new OperationError(
        'exists',
        `There is a change called “${branch}” already. Switch to it, or give this one another title.`,
      );
    }
    const { head } = transaction;
    const isLoose = takesLoose && base !== undefined && (await isOnNoBranch(work, head, base.commit));
    const from = isLoose ? undefined : base;
    const commit = from?.commit ?? head.commit;
    if (from && from.commit !== head.commit) {
      const tree = await resolveTree(work, from.commit);
      const target = await transplantUnfinished(transaction, tree, toPlainLine(from.ref));
      const why = `before “${toPlainLine(title)}” was started`;
      await moveTo(transaction, target, why, head.branch === undefined);
    }
    const back = commit !== head.commit || sharedAt === undefined ? [] : await goBack(work, head, sharedAt);
    const where = `You are at “${branch}” now${transaction.unfinished.items.size === 0 ? '' : ' with your uncommitted work'}.`;
    return {
      sentence:
        back.length === 0
          ? where
          : `${where} Your commits came along, and “${toPlainLine(String(head.branch))}” is as everybody has it again.`,
      result: { branch },
      refs: [...(commit === undefined ? [] : [{ name, before: undefined, after: commit }]), ...back],
      branch,
    };
  });
}

/** A branch of everybody's, back to where it left what everybody has. */
async function goBack(work: Work, { branch, commit }: Head, shared: string): Promise<readonly RefChange[]> {
  if (branch === undefined || commit === undefined) return [];
  const fork = await findCommonAncestor(work, commit, shared);
  return fork === undefined || fork === commit ? [] : [{ name: `refs/heads/${branch}`, before: commit, after: fork }];
}

/** Whether what is checked out is no branch, and has commits that the base lacks. */
async function isOnNoBranch(work: Work, { branch, commit }: Head, base: string): Promise<boolean> {
  return branch === undefined && !(await isAncestor(work, String(commit), base));
}
