import { moveAfterBackup } from './working-tree/apply-move.js';
import {
  joinDiskPath,
  formatPathList,
  decodePath,
  resolveDiskPath,
  summarizePaths,
  type BytePath,
} from './git-store/byte-path.js';
import { mergeStateFiles } from './transaction/orphaned-git.js';
import { OperationError, type OperationOutcome } from './operation-outcome.js';
import { commitIndex, copyEntries } from './transaction/commit-index.js';
import { resolveTree, listTree } from './git-store/git-objects.js';
import { transact, type Transaction } from './transaction/transact.js';
import { readAutostash, autostashFile } from './snapshot/read-autostash.js';
import { saveAutostash } from './snapshot/save-autostash.js';
import { transplant } from './working-tree/transplant.js';
import { runGit, type Work } from './work.js';

/** Commits a merge whose conflicts are resolved in the files. The hooks of the repository run. */
export function finishLatest(work: Work): Promise<OperationOutcome<{ readonly commit: string }>> {
  return transact<{ readonly commit: string }>(
    work,
    'finish getting the latest',
    async (transaction) => {
      await requireMerge(transaction);
      const { index, unfinished, folder } = transaction;
      const names = [...unfinished.conflicts];
      const marked = await stillMarked(transaction, names);
      if (marked.length > 0) {
        throw new OperationError(
          'conflict',
          `The marks of both sides (<<<<<<< and >>>>>>>) are still in ${summarizePaths(marked)}. Keep what is right of both, save, then choose "Finish" again.`,
          marked.map(decodePath),
        );
      }
      const input = formatPathList(names);
      await runGit(work, ['update-index', '--add', '--remove', '-z', '--stdin'], { index, input, hooks: true });
      const staging = `${folder}/index.commit`;
      await work.disk.copy(joinDiskPath(index), joinDiskPath(staging));
      const commit = await commitIndex(transaction, staging, ['--no-edit']);
      // A hook may have staged more.
      await copyEntries(transaction, staging, names);
      return { sentence: 'The latest is in your change now.', result: { commit } };
    },
    { amid: 'merge' },
  );
}

/**
 * Aborts a merge with conflicts: everything is as before, what git had set aside for it included, and the work done in it is kept as a
 * backup.
 */
export function cancelLatest(work: Work): Promise<OperationOutcome<{ readonly backup: string }>> {
  return transact<{ readonly backup: string }>(
    work,
    'cancel getting the latest',
    async (transaction) => {
      await requireMerge(transaction);
      const { unfinished, head, folder } = transaction;
      const tree = await resolveTree(work, head.commit);
      const [now, then] = [unfinished.entries, await listTree(work, tree)];
      const items = [...unfinished.items.values()].filter(
        ({ name }) => !now.has(name) && !then.has(name) && !unfinished.conflicts.has(name),
      );
      const gitFiles = new Map([...mergeStateFiles, autostashFile].map((name) => [name, undefined]));
      const aside = await readAutostash(work);
      const back = aside && (await transplant(transaction, aside, tree));
      const fits = back !== undefined && !('clash' in back);
      const target = fits ? { ...back, items: [...items, ...back.items], gitFiles } : { tree, items, gitFiles };
      const refs = fits ? [] : await saveAutostash(work, folder, head.branch);
      const backup = await moveAfterBackup(transaction, target, 'before getting the latest was cancelled');
      return {
        sentence:
          refs.length === 0
            ? 'All is as it was before you got the latest. “Bring Back…” has what you did since.'
            : 'The latest is taken back. What git had set aside before it has no room here by now and is kept as a backup: “Bring Back…” has it, and what you did since.',
        result: { backup },
        refs,
      };
    },
    { amid: 'merge' },
  );
}

async function requireMerge({ work }: Transaction): Promise<void> {
  if ((await work.disk.stat(joinDiskPath(work.repository.gitDir, 'MERGE_HEAD'))).kind === 'file') return;
  throw new OperationError('nothing-to-do', 'No merge is under way here. There is nothing to finish or to take back.');
}

/** Files that still have git's marks at the beginning of lines. */
async function stillMarked(
  { work, unfinished }: Transaction,
  names: readonly BytePath[],
): Promise<readonly BytePath[]> {
  const marked: BytePath[] = [];
  for (const name of names) {
    if (!unfinished.items.get(name)?.piece) continue;
    const text = (await work.disk.read(resolveDiskPath(work.repository.root, name))).toString('latin1');
    if (/^<{7} /m.test(text) && /^>{7} /m.test(text)) marked.push(name);
  }
  return marked;
}
