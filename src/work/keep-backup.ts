import { backupRef } from './backup-refs.js';
import { changeRefs } from './change-refs.js';
import { treeDifferences } from './index-entries.js';
import type { RefChange } from './journal.js';
import type { Name } from './names.js';
import { writeSnapshot, type Snapshot } from './snapshot.js';
import { treeOf } from './git-objects.js';
import type { Transaction } from './transact.js';
import type { Unfinished } from './unfinished.js';

/** Keeps all of her unfinished work, and the commit it stands on, as a backup. Gives it with the change that takes the backup away. */
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

/** What a move to a tree takes away, where the commits it takes back stay in the history and cannot be gone back to. */
export async function discardedBy(
  { work, indexTree }: Transaction,
  tree: string,
  items: Unfinished['items'],
): Promise<readonly Name[]> {
  return [...new Set([...(await treeDifferences(work, tree, indexTree)).keys(), ...items.keys()])];
}
