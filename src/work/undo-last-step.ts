import type { Tip } from '../git/find-base.js';
import { commitTree, resolveTree } from './git-store/git-objects.js';
import { requireBranch } from './git-store/branches.js';
import { transplantUnfinished } from './working-tree/transplant.js';
import { moveAfterBackup } from './working-tree/apply-move.js';
import type { OperationOutcome } from './operation-outcome.js';
import { saveBackup } from './working-tree/save-backup.js';
import { transact } from './transaction/transact.js';
import { findLastStep, type UndoKind } from './last-step.js';
import type { Work } from './work.js';

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
    const { step, parent, kind: undone, subject } = await findLastStep(work, { branch, commit, base });
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
    const backup = await moveAfterBackup(
      transaction,
      target,
      why,
      undone === 'reversed' ? 'all-taken-away' : undefined,
    );
    const message = `Take back "${subject}"\n\nThis takes back commit ${step}.\n`;
    const after = undone === 'reversed' ? await commitTree(work, { tree, parents: [commit], message }) : parent;
    const how = undone === 'reversed' ? ` by a commit of its own, since others have it: share that too,` : ',';
    return {
      sentence: `The step “${subject}” is undone${how} and the files are as before it. “Bring Back…” has what was there.`,
      result: { backup, kind: undone, subject },
      refs: [{ name: `refs/heads/${branch}`, before: commit, after }],
    };
  });
}
