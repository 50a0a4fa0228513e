import type { Tip } from '../repository/find-base.js';
import { commonCommit } from './commit-graph.js';
import { changedTree, versionsIn } from './git-objects.js';
import type { TreeEntry } from './index-entries.js';
import { ownBranch } from './branches.js';
import { carryOut } from './carry-out.js';
import { nameOf, pathOf, someOf, type Name } from './names.js';
import { Stop, type Outcome } from './outcome.js';
import { keepBackup } from './keep-backup.js';
import { prepareMove } from './prepare-move.js';
import { transact } from './transact.js';
import type { Work } from './work.js';

export interface PutBackOptions {
  /** Paths from the root; a folder means all files in it. */
  readonly paths: readonly string[];
  /** As it was where the change began; where it is left out, as it was last committed. */
  readonly base?: Tip;
}

/** Puts files back as they were, after a backup; a file that is new goes. */
export function putBack(
  work: Work,
  { paths, base }: PutBackOptions,
): Promise<Outcome<{ readonly backup: string; readonly paths: readonly string[] }>> {
  return transact(work, 'put files back', async (transaction) => {
    const { unfinished } = transaction;
    const { commit } = ownBranch(transaction);
    const source = base === undefined ? commit : await commonCommit(work, commit, base.commit);
    const asked = paths.map(nameOf);
    const isAsked = (name: Name): boolean => asked.some((each) => name === each || name.startsWith(`${each}/`));
    const then = source === undefined ? new Map<Name, TreeEntry>() : await versionsIn(work, source);
    const names = new Set([...then.keys(), ...unfinished.entries.keys(), ...unfinished.items.keys()].filter(isAsked));
    const different = [...names].filter((name) => {
      const [was, is] = [then.get(name), unfinished.entries.get(name)];
      return unfinished.items.has(name) || was?.oid !== is?.oid || was?.mode !== is?.mode;
    });
    if (different.length === 0) {
      throw new Stop(
        'nothing-to-do',
        `${someOf(asked)} ${asked.length === 1 ? 'is' : 'are'} as before already. There is nothing to put back.`,
      );
    }
    const changes = different.map((name) => ({ name, version: then.get(name) }));
    const tree = await changedTree(work, transaction.indexTree, changes);
    const gone = new Set(different);
    const items = [...unfinished.items.values()].filter(({ name }) => !gone.has(name));
    const announced = unfinished.announced.filter((name) => !gone.has(name));
    const move = await prepareMove(transaction, { tree, items, announced });
    const { ref } = await keepBackup(
      transaction,
      `before ${someOf(different)} ${different.length === 1 ? 'was' : 'were'} put back`,
      {
        items: move.items,
        discarded: different,
      },
    );
    await carryOut(transaction, move);
    return {
      sentence: `${someOf(different)} ${different.length === 1 ? 'is' : 'are'} as before. "Bring back" has what was there.`,
      result: { backup: ref, paths: different.map(pathOf) },
    };
  });
}
