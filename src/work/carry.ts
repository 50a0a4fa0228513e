import { treeDifferences } from './index-entries.js';
import { foldersAbove, pathOf, someOf, type Name } from './names.js';
import { Stop } from './outcome.js';
import type { Target } from './prepare-move.js';
import type { Snapshot } from './snapshot.js';
import { changedTree, treeOf } from './git-objects.js';
import type { Transaction } from './transact.js';

/** Unfinished work on top of a commit: what is staged and what differs in files. */
export type Carried = Pick<Snapshot, 'head' | 'indexTree' | 'announced'> & { readonly items: Target['items'] };

/**
 * Transplants unfinished work onto another tree; what was staged stays staged. Returns the clashing paths where the other tree changes
 * the same files, since the two would be mixed.
 */
export async function carry(
  { work }: Transaction,
  { head, indexTree, items, announced }: Carried,
  tree: string,
): Promise<Target | { readonly clash: readonly Name[] }> {
  const from = await treeOf(work, head);
  if (from === tree) return { tree: indexTree, items, announced };
  const [staged, moved] = [await treeDifferences(work, from, indexTree), await treeDifferences(work, from, tree)];
  const touched = new Set([...staged.keys(), ...[...items].map(({ name }) => name)]);
  const clash = clashes(touched, moved);
  if (clash.length > 0) return { clash };
  const changes = [...staged].map(([name, version]) => ({ name, version }));
  return { tree: await changedTree(work, tree, changes), items, announced };
}

/** Transplants the unfinished work of the operation itself; ends the operation where that is impossible. */
export async function carryAlong(transaction: Transaction, tree: string, from: string): Promise<Target> {
  const { head, indexTree, unfinished } = transaction;
  const carried = await carry(
    transaction,
    { head: head.commit, indexTree, items: [...unfinished.items.values()], announced: unfinished.announced },
    tree,
  );
  if (!('clash' in carried)) return carried;
  throw new Stop(
    'conflict',
    `${someOf(carried.clash)} ${carried.clash.length === 1 ? 'has' : 'have'} changes of yours that are not committed, and ${from} changes the same. Commit them or put them back first, then try again.`,
    carried.clash.map(pathOf),
  );
}

/** A file of the one where the other has the same file, or a folder of that name. */
function clashes(touched: ReadonlySet<Name>, moved: ReadonlyMap<Name, unknown>): readonly Name[] {
  const above = new Set([...moved.keys()].flatMap(foldersAbove));
  return [...touched].filter(
    (name) => moved.has(name) || above.has(name) || foldersAbove(name).some((folder) => moved.has(folder)),
  );
}
