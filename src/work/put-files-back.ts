import type { TreeEntry } from '../git/objects.js';
import type { Tip } from '../git/find-base.js';
import { findFork } from './git-store/find-fork.js';
import { buildTree, listTree } from './git-store/git-objects.js';
import { requireBranch } from './git-store/branches.js';
import { moveAfterBackup } from './working-tree/apply-move.js';
import { encodePath, decodePath, summarizePaths, type BytePath } from './git-store/byte-path.js';
import { OperationError, type OperationOutcome } from './operation-outcome.js';
import { transact } from './transaction/transact.js';
import type { Work } from './work.js';

export interface PutFilesBackOptions {
  /** Paths from the root; a folder means all files in it. */
  readonly paths: readonly string[];
  /** As it was where the change began; where it is left out, as it was last committed. */
  readonly base?: Tip;
}

/** Puts files back as they were, after a backup; a file that is new goes. */
export function putFilesBack(
  work: Work,
  { paths, base }: PutFilesBackOptions,
): Promise<OperationOutcome<{ readonly backup: string; readonly paths: readonly string[] }>> {
  return transact(work, 'put files back', async (transaction) => {
    const { unfinished } = transaction;
    const { commit } = requireBranch(transaction);
    const source = base === undefined ? commit : await findFork(work, commit, base);
    const asked = paths.map(encodePath);
    const isAsked = (name: BytePath): boolean => asked.some((each) => name === each || name.startsWith(`${each}/`));
    const then = source === undefined ? new Map<BytePath, TreeEntry>() : await listTree(work, source);
    const names = new Set([...then.keys(), ...unfinished.entries.keys(), ...unfinished.items.keys()].filter(isAsked));
    const different = [...names].filter((name) => {
      const [was, is] = [then.get(name), unfinished.entries.get(name)];
      return unfinished.items.has(name) || was?.oid !== is?.oid || was?.mode !== is?.mode;
    });
    if (different.length === 0) {
      throw new OperationError(
        'nothing-to-do',
        `${summarizePaths(asked)} ${asked.length === 1 ? 'is' : 'are'} as before already. There is nothing to put back.`,
      );
    }
    const changes = different.map((name) => ({ name, version: then.get(name) }));
    const tree = await buildTree(work, transaction.indexTree, changes);
    const gone = new Set(different);
    const items = [...unfinished.items.values()].filter(({ name }) => !gone.has(name));
    const announced = unfinished.announced.filter((name) => !gone.has(name));
    const taken = different.filter((name) => !then.has(name));
    const [act, done] = taken.length === different.length ? ['taken out', 'taken out'] : ['put back', 'as before'];
    const why = `before ${summarizePaths(different)} ${different.length === 1 ? 'was' : 'were'} ${act}`;
    const backup = await moveAfterBackup(transaction, { tree, items, announced }, why, different);
    return {
      sentence: `${summarizePaths(different)} ${different.length === 1 ? 'is' : 'are'} ${done}. “Bring Back…” has what was there.`,
      result: { backup, paths: different.map(decodePath) },
    };
  });
}
