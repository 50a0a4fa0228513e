import { listOf, placeIn } from './names.js';
import type { Move } from './prepare-move.js';
import { swapFiles } from './swap-files.js';
import type { Transaction } from './transact.js';
import { git } from './work.js';

/** Applies a prepared move, once a backup of its `items` exists or nothing of them is lost. */
export async function carryOut(transaction: Transaction, { steps, folders, announced }: Move): Promise<void> {
  const { work, folder, index, note, journal } = transaction;
  await note({ steps });
  await swapFiles(work, { folder, journal: journal() });
  for (const name of folders) await work.disk.makeFolder(placeIn(work.repository.root, name));
  if (announced.length === 0) return;
  const args = ['add', '--intent-to-add', '--force', '--pathspec-from-file=-', '--pathspec-file-nul'];
  await git(work, args, { index, input: listOf(announced) });
}
