import { toPlainLine } from '../git/git-error.js';
import { attempt, type OperationOutcome } from './operation-outcome.js';
import { tornJournalMessage, recoverOperations, type RecoveryResult } from './transaction/recover-operations.js';
import type { Work } from './work.js';

/**
 * Rolls back operations that were interrupted (a crash, a full disk). Called when a repository is opened; each operation does so first
 * as well. `operations` and `torn` are 0 where there was nothing to do.
 */
export function resumeWork(work: Work): Promise<OperationOutcome<RecoveryResult>> {
  return attempt<RecoveryResult>(async () => {
    const recovered = await recoverOperations(work);
    return { done: true, sentence: sentenceFor(recovered), ...recovered };
  });
}

function sentenceFor({ operations, steps, committed, torn, backups }: RecoveryResult): string {
  if (torn > 0) return tornJournalMessage;
  if (operations === 0) return 'Nothing was interrupted.';
  const which = ` (${steps.map(toPlainLine).join(', ')})`;
  if (committed > 0) {
    return backups.length === 0
      ? `A step had been interrupted${which} once its commit was made: the commit is in your change. Look at it before you go on.`
      : `A step had been interrupted${which} once its commit was made: the commit is in your change. What was set aside is kept as a backup, and “Bring Back…” has it.`;
  }
  return backups.length === 0
    ? `A step had been interrupted${which}. All is as it was before it.`
    : `A step had been interrupted${which}. All is as it was before it; what you wrote since is kept as a backup, and “Bring Back…” has it.`;
}
