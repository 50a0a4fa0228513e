import { toPlainLine } from '../git/git-error.js';
import type { SideChoice } from './conflict-options.js';
import { decodePath, encodePath, formatPathList, type BytePath } from './git-store/byte-path.js';
import { buildTree } from './git-store/git-objects.js';
import type { IndexChange } from './git-store/index-entries.js';
import { OperationError, type OperationOutcome } from './operation-outcome.js';
import { transact, type Transaction } from './transaction/transact.js';
import { moveAfterBackup } from './working-tree/apply-move.js';
import { runGit, type Work } from './work.js';

/** In a merge that waits to be settled: the side that took a file away which the other one changed. No editor shows such a file beside another. */
export async function findTakenAway(work: Work, path: string): Promise<SideChoice | undefined> {
  const name = encodePath(path);
  const stages = new Set((await readStages(work)).filter((each) => each.name === name).map(({ stage }) => stage));
  if (!stages.has(1) || stages.has(2) === stages.has(3)) return undefined;
  return stages.has(2) ? 'theirs' : 'yours';
}

/** Settles such a file, whoever began the merge: it stays as it is on the disk, or it goes, after a backup. What else is in conflict stays so. */
export function settleTakenAway(
  work: Work,
  path: string,
  { stays }: { readonly stays: boolean },
): Promise<OperationOutcome> {
  return transact<object>(
    work,
    'settle a file',
    async (transaction) => {
      const name = encodePath(path);
      const { index, unfinished } = transaction;
      if (!unfinished.conflicts.has(name))
        throw new OperationError('nothing-to-do', `“${toPlainLine(path)}” is settled already.`);
      if (!stays) return letGo(transaction, name);
      if (unfinished.items.get(name)?.piece === undefined)
        throw new OperationError(
          'changed-meanwhile',
          `“${toPlainLine(path)}” is not on this computer any more, so it cannot stay. Let it go, or take back all that came in.`,
          [path],
        );
      await runGit(work, ['update-index', '--add', '-z', '--stdin'], { index, input: formatPathList([name]) });
      return { sentence: `“${toPlainLine(path)}” stays.`, result: {} };
    },
    { amid: 'merge' },
  );
}

async function letGo(
  transaction: Transaction,
  name: BytePath,
): Promise<{ readonly sentence: string; readonly result: object }> {
  const { work, unfinished, indexTree } = transaction;
  const others = (await readStages(work)).filter((each) => each.name !== name);
  const open = new Set(others.map((each) => each.name));
  const tree = await buildTree(work, indexTree, [{ name, version: undefined }]);
  const path = toPlainLine(decodePath(name));
  await moveAfterBackup(
    transaction,
    {
      tree,
      items: [...unfinished.items.values()].filter((each) => each.name !== name),
      conflicts: [...[...open].map((each) => ({ name: each, version: undefined })), ...others],
    },
    `before “${path}” was let go`,
    [name],
  );
  return { sentence: `“${path}” goes. “Bring Back…” has it.`, result: {} };
}

/** The versions of all paths in conflict: `MODE OID STAGE`, a tab and the path for each. */
async function readStages(work: Work): Promise<readonly IndexChange[]> {
  const output = await runGit(work, ['ls-files', '--unmerged', '-z', '--full-name']);
  const lines = output.toString('latin1').split('\0').slice(0, -1);
  return lines.map((line) => {
    const tab = line.indexOf('\t');
    const [mode = '', oid = '', stage] = line.slice(0, tab).split(' ');
    return { name: line.slice(tab + 1), version: { mode, oid }, stage: Number(stage) };
  });
}
