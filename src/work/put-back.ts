import type { BaseTip } from './base.js';
import { commonCommit } from './base.js';
import { ownBranch } from './branches.js';
import { carryOut } from './carry-out.js';
import { mendedTree } from './mended-tree.js';
import { nameOf, pathOf, someOf, type Name } from './names.js';
import { Stop, type Outcome } from './outcome.js';
import { keepBackup } from './keep-backup.js';
import { prepareMove } from './prepare-move.js';
import { transact } from './transact.js';
import { versionsIn, type Version } from './versions-in.js';
import type { Work } from './work.js';

export interface PutBackOptions {
  /** Paths from the root; a folder stands for all in it. */
  readonly paths: readonly string[];
  /** As it was where the change began; where it is left out, as it was last committed. */
  readonly base?: BaseTip;
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
    const then = source === undefined ? new Map<Name, Version>() : await versionsIn(work, source);
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
    const tree = await mendedTree(transaction, different, then);
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
