import { toPlainLine } from '../git/git-error.js';
import type { Tip } from '../git/find-base.js';
import { isAncestor, isShared } from './git-store/commit-graph.js';
import { commitTree, resolveTree } from './git-store/git-objects.js';
import { requireBranch } from './git-store/branches.js';
import { moveAfterBackup } from './working-tree/apply-move.js';
import { OperationError, type OperationOutcome } from './operation-outcome.js';
import { hasUnfinishedWork } from './working-tree/save-backup.js';
import { transact } from './transaction/transact.js';
import type { Work } from './work.js';

/**
 * Puts the whole change back to the base branch's tip, after a backup of all that was committed on it and all that was not. The branch
 * stays. What is shared is not rewritten: there the change ends in one more commit that takes everything back.
 */
export function startOver(
  work: Work,
  { base }: { readonly base: Tip },
): Promise<OperationOutcome<{ readonly backup: string }>> {
  return transact<{ readonly backup: string }>(work, 'start over', async (transaction) => {
    const { branch, commit } = requireBranch(transaction);
    if (commit === base.commit && !(await hasUnfinishedWork(transaction)))
      throw new OperationError(
        'nothing-to-do',
        `“${toPlainLine(branch)}” has no changes of yours. There is nothing to take back.`,
      );
    if (base.ref === branch || base.ref.endsWith(`/${branch}`)) {
      throw new OperationError(
        'no-branch',
        `“${toPlainLine(branch)}” is the branch that everybody works from, and no change of yours. Switch to your change first.`,
      );
    }
    const tree = await resolveTree(work, base.commit);
    const forward = await isAncestor(work, commit, base.commit);
    const shared = !forward && (await isShared(work, commit));
    const discarded = shared ? 'all-taken-away' : undefined;
    const backup = await moveAfterBackup(transaction, { tree, items: [] }, 'before you started over', discarded);
    const after = shared
      ? await commitTree(work, {
          tree,
          parents: (await isAncestor(work, base.commit, commit)) ? [commit] : [commit, base.commit],
          message: `Start over from ${toPlainLine(base.ref)}\n`,
        })
      : base.commit;
    return {
      sentence: `“${toPlainLine(branch)}” is as ${toPlainLine(base.ref)} now. All that you had is kept: “Bring Back…” has it.`,
      result: { backup },
      refs: [{ name: `refs/heads/${branch}`, before: commit, after }],
    };
  });
}
