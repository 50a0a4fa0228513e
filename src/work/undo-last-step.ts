import { toPlainLine } from '../git/git-error.js';
import { readParents, isAncestor, isShared } from './git-store/commit-graph.js';
import type { Tip } from '../git/find-base.js';
import { commitTree, resolveTree } from './git-store/git-objects.js';
import { requireBranch } from './git-store/branches.js';
import { transplantUnfinished } from './working-tree/transplant.js';
import { moveAfterBackup } from './working-tree/apply-move.js';
import { OperationError, type OperationOutcome } from './operation-outcome.js';
import { saveBackup } from './working-tree/save-backup.js';
import { transact } from './transaction/transact.js';
import { runGitLine, type Work } from './work.js';

/**
 * How a commit was undone: `taken-back`: the commit is gone, and what it changed is in the files, staged. `merge-taken-back`: the
 * files are as before main was brought in. `reversed`: the commit is shared, so that another one takes its changes back.
 */
export type UndoKind = 'taken-back' | 'merge-taken-back' | 'reversed';

export interface UndoneStep {
  readonly backup: string;
  readonly kind: UndoKind;
  /** The first line of the commit that was undone. */
  readonly subject: string;
}

/**
 * Undoes the last commit of the change that changes a file, with those on top of it, after a backup. Nothing that others can have is
 * rewritten.
 */
export function undoLastStep(
  work: Work,
  { base }: { readonly base?: Tip | undefined } = {},
): Promise<OperationOutcome<UndoneStep>> {
  return transact<UndoneStep>(work, 'undo the last step', async (transaction) => {
    const { branch, commit } = requireBranch(transaction);
    const step = await findStep(work, commit, base);
    const [parent, ...more] = await readParents(work, step);
    if (parent === undefined || (base && (await isAncestor(work, commit, base.commit)))) {
      throw new OperationError(
        'nothing-to-do',
        `There is no step of yours on “${toPlainLine(branch)}” that could be undone.`,
      );
    }
    const subject = toPlainLine(await runGitLine(work, ['show', '--no-patch', '--format=%s', step]));
    const shared = await isShared(work, step);
    if (shared && more.length > 0) {
      throw new OperationError(
        'shared',
        'The last step brought main in, and others have it already. Ask your engineering DRI (the engineer who answers for your changes) to undo it with you.',
      );
    }
    const undone: UndoKind = shared ? 'reversed' : more.length > 0 ? 'merge-taken-back' : 'taken-back';
    const why = `before “${subject}” was undone`;
    if (undone === 'taken-back') {
      const { ref } = await saveBackup(transaction, why);
      return {
        sentence: `The step “${subject}” is undone; what it changed is still in your files. Change on, then commit again.`,
        result: { backup: ref, kind: undone, subject },
        refs: [{ name: `refs/heads/${branch}`, before: commit, after: parent }],
      };
    }
    const tree = await resolveTree(work, parent);
    const target = await transplantUnfinished(transaction, tree, 'the step to undo');
    const backup = await moveAfterBackup(transaction, target, why, shared ? 'all-taken-away' : undefined);
    const message = `Take back "${subject}"\n\nThis takes back commit ${step}.\n`;
    const after = undone === 'reversed' ? await commitTree(work, { tree, parents: [commit], message }) : parent;
    return {
      sentence: `The step “${subject}” is undone, and the files are as before it. “Bring back” has what was there.`,
      result: { backup, kind: undone, subject },
      refs: [{ name: `refs/heads/${branch}`, before: commit, after }],
    };
  });
}

/** More commits without files than anyone has on top of one. */
const mostEmpty = 50;

/** What the PM confirmed of a commit lies on top of it in one that changes no file: to them it is no step of its own. */
async function findStep(work: Work, commit: string, base: Tip | undefined): Promise<string> {
  let step = commit;
  for (let skipped = 0; skipped < mostEmpty; skipped += 1) {
    const [parent, ...more] = await readParents(work, step);
    if (parent === undefined || more.length > 0 || (base && (await isAncestor(work, parent, base.commit)))) break;
    if ((await resolveTree(work, step)) !== (await resolveTree(work, parent))) break;
    step = parent;
  }
  return step;
}
