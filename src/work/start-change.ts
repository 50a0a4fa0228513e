import { plain } from '../repository/git-trouble.js';
import { slugOf } from '../planning/slugify.js';
import { treeOf } from './git-objects.js';
import { carryAlong } from './carry.js';
import { carryOut } from './carry-out.js';
import { readRef } from './change-refs.js';
import { Stop, type Outcome } from './outcome.js';
import { keepBackup } from './keep-backup.js';
import { prepareMove } from './prepare-move.js';
import { transact } from './transact.js';
import type { Work } from './work.js';

export interface StartOptions {
  /** The change's title; the branch is `pm/` and a short name made of it. */
  readonly title: string;
  /** Begin at this commit, the base branch's tip; else at HEAD. `ref` is its name for people. */
  readonly base?: { readonly ref: string; readonly commit: string };
}

/** Makes a branch for a new change and goes there with all that is not committed. The branch left stays as it is. */
export function startChange(work: Work, { title, base }: StartOptions): Promise<Outcome<{ readonly branch: string }>> {
  return transact<{ readonly branch: string }>(work, 'start a change', async (transaction) => {
    const branch = `pm/${slugOf(title)}`;
    const name = `refs/heads/${branch}`;
    if ((await readRef(work, name)) !== undefined) {
      throw new Stop(
        'exists',
        `There is a change called "${branch}" already. Switch to it, or give this one another title.`,
      );
    }
    const { head } = transaction;
    const commit = base?.commit ?? head.commit;
    if (base && base.commit !== head.commit) {
      const target = await carryAlong(transaction, await treeOf(work, base.commit), plain(base.ref));
      const move = await prepareMove(transaction, target);
      if (move.items.size > transaction.unfinished.items.size || head.branch === undefined)
        await keepBackup(transaction, `before "${plain(title)}" was started`, { items: move.items });
      await carryOut(transaction, move);
    }
    return {
      sentence: `You are at "${branch}" now${transaction.unfinished.items.size === 0 ? '' : ', and what you had not committed came along'}.`,
      result: { branch },
      refs: commit === undefined ? [] : [{ name, before: undefined, after: commit }],
      branch,
    };
  });
}
