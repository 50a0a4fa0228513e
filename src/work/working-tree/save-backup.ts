import { createBackupRef, writeWorkSnapshot, type WorkSnapshot } from '../snapshot/work-snapshot.js';
import { updateRefs, type RefChange } from '../git-store/branches.js';
import { diffTrees } from '../git-store/index-entries.js';
import type { BytePath } from '../git-store/byte-path.js';
import { resolveTree } from '../git-store/git-objects.js';
import type { Transaction } from '../transaction/transact.js';
import type { UnfinishedWork } from '../snapshot/read-unfinished.js';

/** Saves all unfinished work, and the commit it is based on, as a backup. Returns it with the ref change that removes the backup. */
export async function saveBackup(
  transaction: Transaction,
  why: string,
  more: { readonly discarded?: WorkSnapshot['discarded'] | undefined; readonly items?: UnfinishedWork['items'] } = {},
): Promise<{ readonly snapshot: WorkSnapshot; readonly ref: string; readonly undo: RefChange }> {
  const { work, folder, head, indexTree, unfinished, updateJournal, journal } = transaction;
  const snapshot = await writeWorkSnapshot(work, folder, {
    why,
    at: work.now().toISOString(),
    branch: head.branch,
    head: head.commit,
    indexTree,
    items: [...(more.items ?? unfinished.items).values()],
    announced: unfinished.announced,
    discarded: more.discarded,
  });
  const change = createBackupRef(snapshot);
  await updateJournal({ refs: [...journal().refs, change] });
  await updateRefs(work, [change]);
  return { snapshot, ref: change.name, undo: { ...change, before: change.after, after: undefined } };
}

/** Whether there is anything that no commit has; `items` where a move would take more away than is unfinished. */
export async function hasUnfinishedWork(
  { work, head, indexTree, unfinished }: Transaction,
  items: UnfinishedWork['items'] = unfinished.items,
): Promise<boolean> {
  return items.size > 0 || unfinished.announced.length > 0 || indexTree !== (await resolveTree(work, head.commit));
}

/** The paths that a move to a tree takes away, where the reverted commits stay in the history and the branch cannot go back to them. */
export async function listDiscarded(
  { work, indexTree }: Transaction,
  tree: string,
  items: UnfinishedWork['items'],
): Promise<readonly BytePath[]> {
  return [...new Set([...(await diffTrees(work, tree, indexTree)).keys(), ...items.keys()])];
}
