import { formatPathList, resolveDiskPath, type BytePath } from '../git-store/byte-path.js';
import { prepareMove, type PreparedMove, type TargetState } from './prepare-move.js';
import { listDiscarded, saveBackup } from './save-backup.js';
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

/** Prepares and applies a move that takes the unfinished work along; what else it removes is backed up before. */
export async function moveTo(
  transaction: Transaction,
  target: TargetState,
  why: string,
  always = false,
): Promise<void> {
  const move = await prepareMove(transaction, target);
  if (always || move.items.size > transaction.unfinished.items.size)
    await saveBackup(transaction, why, { items: move.items });
  await applyMove(transaction, move);
}

/**
 * Prepares and applies a move that leaves work behind, after a backup, whose ref it returns. `discarded`: the paths that the backup is
 * about, or all that the move takes away, where the commits that it reverts stay in the history.
 */
export async function moveAfterBackup(
  transaction: Transaction,
  target: TargetState,
  why: string,
  discarded?: readonly BytePath[] | 'all-taken-away',
): Promise<string> {
  const move = await prepareMove(transaction, target);
  const { items } = move;
  const listed = discarded === 'all-taken-away' ? await listDiscarded(transaction, target.tree, items) : discarded;
  const { ref } = await saveBackup(transaction, why, { items, discarded: listed });
  await applyMove(transaction, move);
  return ref;
}
