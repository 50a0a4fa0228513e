import { plain } from '../repository/git-trouble.js';
import { parentsOf, isAncestor, isShared } from './commit-graph.js';
import type { Tip } from '../repository/find-base.js';
import { commitTree, treeOf } from './git-objects.js';
import { ownBranch } from './branches.js';
import { carryAlong } from './carry.js';
import { carryOut } from './carry-out.js';
import { Stop, type Outcome } from './outcome.js';
import { discardedBy, keepBackup } from './keep-backup.js';
import { prepareMove } from './prepare-move.js';
import { transact } from './transact.js';
import { gitLine, type Work } from './work.js';

/**
 * How a commit was undone: `taken-back`: the commit is gone, and what it changed is in the files, staged. `merge-taken-back`: the
 * files are as before main was brought in. `reversed`: the commit is shared, so that another one takes its changes back.
 */
export type Undone = 'taken-back' | 'merge-taken-back' | 'reversed';

export interface UndoneStep {
  readonly backup: string;
  readonly undone: Undone;
  /** The first line of the commit that was undone. */
  readonly subject: string;
}

/** Undoes the last commit of the change, after a backup. Nothing that others can have is rewritten. */
export function undoLastStep(
  work: Work,
  { base }: { readonly base?: Tip | undefined } = {},
): Promise<Outcome<UndoneStep>> {
  return transact<UndoneStep>(work, 'undo the last step', async (transaction) => {
    const { branch, commit } = ownBranch(transaction);
    const [parent, ...more] = await parentsOf(work, commit);
    if (parent === undefined || (base && (await isAncestor(work, commit, base.commit)))) {
      throw new Stop('nothing-to-do', `There is no step of yours on "${plain(branch)}" that could be undone.`);
    }
    const subject = plain(await gitLine(work, ['show', '--no-patch', '--format=%s', commit]));
    const shared = await isShared(work, commit);
    if (shared && more.length > 0) {
      throw new Stop(
        'shared',
        'The last step brought main in, and others have it already. Undoing that needs engineering: ask them to do it with you.',
      );
    }
    const undone: Undone = shared ? 'reversed' : more.length > 0 ? 'merge-taken-back' : 'taken-back';
    if (undone === 'taken-back') {
      const { ref } = await keepBackup(transaction, `before "${subject}" was undone`);
      return {
        sentence: `The step "${subject}" is undone; what it changed is still in your files. Change on, then commit again.`,
        result: { backup: ref, undone, subject },
        refs: [{ name: `refs/heads/${branch}`, before: commit, after: parent }],
      };
    }
    const tree = await treeOf(work, parent);
    const move = await prepareMove(transaction, await carryAlong(transaction, tree, 'the step to undo'));
    const { ref } = await keepBackup(transaction, `before "${subject}" was undone`, {
      items: move.items,
      discarded: shared ? await discardedBy(transaction, tree, move.items) : undefined,
    });
    await carryOut(transaction, move);
    const message = `Take back "${subject}"\n\nThis takes back commit ${commit}.\n`;
    const after = undone === 'reversed' ? await commitTree(work, { tree, parents: [commit], message }) : parent;
    return {
      sentence: `The step "${subject}" is undone, and the files are as before it. "Bring back" has what was there.`,
      result: { backup: ref, undone, subject },
      refs: [{ name: `refs/heads/${branch}`, before: commit, after }],
    };
  });
}
