import { formatPathList, resolveDiskPath } from '../git-store/byte-path.js';
import type { PreparedMove } from './prepare-move.js';
import { swapFiles } from '../transaction/swap-files.js';
import type { Transaction } from '../transaction/transact.js';
import { runGit } from '../work.js';

/** Applies a prepared move, once a backup of its `items` exists or nothing of them is lost. */
export async function applyMove(transaction: Transaction, { steps, folders, announced }: PreparedMove): Promise<void> {
  const { work, folder, index, updateJournal, journal } = transaction;
  await updateJournal({ steps });
  await swapFiles(work, { folder, journal: journal() });
  for (const name of folders) await work.disk.makeFolder(resolveDiskPath(work.repository.root, name));
  if (announced.length === 0) return;
  const args = ['add', '--intent-to-add', '--force', '--pathspec-from-file=-', '--pathspec-file-nul'];
  await runGit(work, args, { index, input: formatPathList(announced) });
}
