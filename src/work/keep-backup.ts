import { backupRef } from './backup-refs.js';
import { changeRefs } from './change-refs.js';
import { treeDifferences } from './index-entries.js';
import type { RefChange } from './journal.js';
import type { Name } from './names.js';
import { writeSnapshot, type Snapshot } from './snapshot.js';
import { treeOf } from './git-objects.js';
import type { Transaction } from './transact.js';
import type { Unfinished } from './unfinished.js';

/** Saves all unfinished work, and the commit it is based on, as a backup. Returns it with the ref change that removes the backup. */
export async function keepBackup(
  transaction: Transaction,
  why: string,
  more: { readonly discarded?: Snapshot['discarded'] | undefined; readonly items?: Unfinished['items'] } = {},
): Promise<{ readonly snapshot: Snapshot; readonly ref: string; readonly undo: RefChange }> {
  const { work, head, indexTree, unfinished, note, journal } = transaction;
  const snapshot = await writeSnapshot(work, {
    why,
    at: work.now().toISOString(),
    branch: head.branch,
    head: head.commit,
    indexTree,
    items: [...(more.items ?? unfinished.items).values()],
    announced: unfinished.announced,
    discarded: more.discarded,
  });
  const change = backupRef(snapshot);
  await note({ refs: [...journal().refs, change] });
  await changeRefs(work, [change]);
  return { snapshot, ref: change.name, undo: { ...change, before: change.after, after: undefined } };
}

/** Whether there is anything that no commit has; `items` where a move would take more away than is unfinished. */
export async function hasUnfinished(
  { work, head, indexTree, unfinished }: Transaction,
  items: Unfinished['items'] = unfinished.items,
): Promise<boolean> {
  return items.size > 0 || unfinished.announced.length > 0 || indexTree !== (await treeOf(work, head.commit));
}

/** The paths that a move to a tree takes away, where the reverted commits stay in the history and the branch cannot go back to them. */
export async function discardedBy(
  { work, indexTree }: Transaction,
  tree: string,
  items: Unfinished['items'],
): Promise<readonly Name[]> {
  return [...new Set([...(await treeDifferences(work, tree, indexTree)).keys(), ...items.keys()])];
}
