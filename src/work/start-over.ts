import { plain } from '../repository/git-trouble.js';
import type { Tip } from '../repository/find-base.js';
import { isAncestor, isShared } from './commit-graph.js';
import { commitTree, treeOf } from './git-objects.js';
import { ownBranch } from './branches.js';
import { carryOut } from './carry-out.js';
import { Stop, type Outcome } from './outcome.js';
import { discardedBy, hasUnfinished, keepBackup } from './keep-backup.js';
import { prepareMove } from './prepare-move.js';
import { transact } from './transact.js';
import type { Work } from './work.js';

/**
 * Puts the whole change back to the base branch's tip, after a backup of all that was committed on it and all that was not. The branch
 * stays. What is shared is not rewritten: there the change ends in one more commit that takes everything back.
 */
export function startOver(work: Work, { base }: { readonly base: Tip }): Promise<Outcome<{ readonly backup: string }>> {
  return transact<{ readonly backup: string }>(work, 'start over', async (transaction) => {
    const { branch, commit } = ownBranch(transaction);
    if (commit === base.commit && !(await hasUnfinished(transaction)))
      throw new Stop('nothing-to-do', `"${plain(branch)}" has no changes of yours. There is nothing to take back.`);
    if (base.ref === branch || base.ref.endsWith(`/${branch}`)) {
      throw new Stop(
        'no-branch',
        `"${plain(branch)}" is the branch that everybody works from, and no change of yours. Switch to your change first.`,
      );
    }
    const tree = await treeOf(work, base.commit);
    const move = await prepareMove(transaction, { tree, items: [] });
    const forward = await isAncestor(work, commit, base.commit);
    const shared = !forward && (await isShared(work, commit));
    const { ref } = await keepBackup(transaction, 'before you started over', {
      items: move.items,
      discarded: shared ? await discardedBy(transaction, tree, move.items) : undefined,
    });
    await carryOut(transaction, move);
    const after = shared
      ? await commitTree(work, {
          tree,
          parents: (await isAncestor(work, base.commit, commit)) ? [commit] : [commit, base.commit],
          message: `Start over from ${plain(base.ref)}\n`,
        })
      : base.commit;
    return {
      sentence: `"${plain(branch)}" is as ${plain(base.ref)} now. All that you had is kept: "Bring back" has it.`,
      result: { backup: ref },
      refs: [{ name: `refs/heads/${branch}`, before: commit, after }],
    };
  });
}
