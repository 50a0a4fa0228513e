import { diffTrees } from '../git-store/index-entries.js';
import { ancestorFolders, decodePath, summarizePaths, type BytePath } from '../git-store/byte-path.js';
import { OperationError } from '../operation-outcome.js';
import type { TargetState } from './prepare-move.js';
import type { WorkSnapshot } from '../snapshot/work-snapshot.js';
import { buildTree, resolveTree } from '../git-store/git-objects.js';
import type { Transaction } from '../transaction/transact.js';

/** Unfinished work on top of a commit: what is staged and what differs in files. */
export type TransplantSource = Pick<WorkSnapshot, 'head' | 'indexTree' | 'announced'> & {
  readonly items: TargetState['items'];
};

/**
 * Transplants unfinished work onto another tree; what was staged stays staged. Returns the clashing paths where the other tree changes
 * the same files, since the two would be mixed.
 */
export async function transplant(
  { work }: Transaction,
  { head, indexTree, items, announced }: TransplantSource,
  tree: string,
): Promise<TargetState | { readonly clash: readonly BytePath[] }> {
  const from = await resolveTree(work, head);
  if (from === tree) return { tree: indexTree, items, announced };
  const [staged, moved] = [await diffTrees(work, from, indexTree), await diffTrees(work, from, tree)];
  const touched = new Set([...staged.keys(), ...[...items].map(({ name }) => name)]);
  const clash = clashes(touched, moved);
  if (clash.length > 0) return { clash };
  const changes = [...staged].map(([name, version]) => ({ name, version }));
  return { tree: await buildTree(work, tree, changes), items, announced };
}

/** Transplants the unfinished work of the operation itself; ends the operation where that is impossible. */
export async function transplantUnfinished(transaction: Transaction, tree: string, from: string): Promise<TargetState> {
  const { head, indexTree, unfinished } = transaction;
  const carried = await transplant(
    transaction,
    { head: head.commit, indexTree, items: [...unfinished.items.values()], announced: unfinished.announced },
    tree,
  );
  if (!('clash' in carried)) return carried;
  throw new OperationError(
    'conflict',
    `${summarizePaths(carried.clash)} ${carried.clash.length === 1 ? 'has' : 'have'} changes of yours that are not committed, and ${from} changes the same. Commit them or put them back first, then try again.`,
    carried.clash.map(decodePath),
  );
}

/** A file of the one where the other has the same file, or a folder of that name. */
function clashes(touched: ReadonlySet<BytePath>, moved: ReadonlyMap<BytePath, unknown>): readonly BytePath[] {
  const above = new Set([...moved.keys()].flatMap(ancestorFolders));
  return [...touched].filter(
    (name) => moved.has(name) || above.has(name) || ancestorFolders(name).some((folder) => moved.has(folder)),
  );
}
