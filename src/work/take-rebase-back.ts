import { resolveTree } from './git-store/git-objects.js';
import { joinDiskPath } from './git-store/byte-path.js';
import { attempt, OperationError, type OperationOutcome } from './operation-outcome.js';
import { listDiscarded, saveBackup } from './working-tree/save-backup.js';
import { transact } from './transaction/transact.js';
import { runGit, type Work } from './work.js';

/**
 * Takes back a rebase that somebody began and did not end. Git throws away what was changed in the files since, so a backup is made of them
 * first; where none can be made the rebase stays as it is.
 */
export async function takeRebaseBack(work: Work): Promise<OperationOutcome<{ readonly backup: string | undefined }>> {
  const kept = await transact<{ readonly backup: string | undefined }>(
    work,
    'keep what was done in a rebase',
    async (transaction) => {
      await requireRebase(work);
      const { head, unfinished } = transaction;
      const names = await listDiscarded(transaction, await resolveTree(work, head.commit), unfinished.items);
      const discarded = [...new Set([...names, ...unfinished.conflicts])];
      const backup =
        discarded.length === 0
          ? undefined
          : (await saveBackup(transaction, 'before a rebase was taken back', { discarded })).ref;
      return { sentence: '', result: { backup } };
    },
    { amid: 'rebase' },
  );
  if (!kept.done) return kept;
  return attempt<{ readonly backup: string | undefined }>(async () => {
    await runGit(work, ['rebase', '--abort'], { hooks: true });
    const back = 'The rebase is taken back: your change is as before it.';
    const { backup } = kept;
    const sentence = backup === undefined ? back : `${back} “Bring Back…” has what was in the files.`;
    return { done: true, sentence, backup };
  });
}

async function requireRebase({ disk, repository }: Work): Promise<void> {
  const has = async (...file: readonly string[]): Promise<boolean> =>
    (await disk.stat(joinDiskPath(repository.gitDir, ...file))).kind !== 'missing';
  // The folder of a rebase by patches is also that of `git am`, which is another thing to take back.
  if ((await has('rebase-merge')) || ((await has('rebase-apply')) && !(await has('rebase-apply', 'applying')))) return;
  throw new OperationError('nothing-to-do', 'No rebase is under way here. There is nothing to take back.');
}
