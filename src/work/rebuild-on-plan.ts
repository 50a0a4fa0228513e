import { plain } from '../repository/git-trouble.js';
import { commonCommit, isAncestor, sharedCommits } from './commit-graph.js';
import type { Tip } from '../repository/find-base.js';
import { commitTree, changedTree, treeOf, versionsIn } from './git-objects.js';
import { unasked, type SettleOptions } from './conflict-options.js';
import { ownBranch } from './branches.js';
import { carryAlong } from './carry.js';
import { carryOut } from './carry-out.js';
import { readHead, readRef } from './change-refs.js';
import { keepBackup } from './keep-backup.js';
import { mergeCommits, type MergeOptions } from './merge-commits.js';
import { nameOf, pathOf, someOf } from './names.js';
import { attempt, Stop, type Outcome } from './outcome.js';
import { prepareMove } from './prepare-move.js';
import { transact } from './transact.js';
import type { Work } from './work.js';

export interface RebuildOptions extends Partial<SettleOptions> {
  readonly base: Tip;
  /** The planning doc, which has to be committed. */
  readonly plan: string;
  /** What the commit of all the rest says. */
  readonly message: string;
}

export interface Rebuilt {
  readonly branch: string;
  /** The branch that stays as it was. */
  readonly old: string;
}

/**
 * For code that came before its plan: a new branch from the base with the plan first and all the rest of the change on top. The old
 * branch stays as it is, and what is not committed comes along.
 */
export function rebuildOnPlan(work: Work, options: RebuildOptions): Promise<Outcome<Rebuilt>> {
  const { base, plan, message } = options;
  return attempt<Rebuilt>(async () => {
    const { branch: old, commit } = ownBranch({ head: await readHead(work) });
    const shared = await sharedCommits(work, { branch: old, commit, sent: undefined });
    const merged = await mergeOnto(work, commit, base, { ...unasked, ...options, shared });
    const version = (await versionsIn(work, merged)).get(nameOf(plan));
    if (!version) {
      throw new Stop(
        'no-such-change',
        `The plan "${plain(plan)}" is not committed on this change yet. Commit it first, then rebuild on it.`,
      );
    }
    return await transact<Rebuilt>(work, 'rebuild on the plan', async (transaction) => {
      if (transaction.head.commit !== commit)
        throw new Stop('changed-meanwhile', 'Something was committed while you were asked. Rebuild again.');
      const branch = await freeBranchName(work, old);
      const move = await prepareMove(transaction, await carryAlong(transaction, merged, plain(base.ref)));
      if (move.items.size > transaction.unfinished.items.size)
        await keepBackup(transaction, 'before the change was rebuilt', { items: move.items });
      await carryOut(transaction, move);
      const baseTree = await treeOf(work, base.commit);
      const planned = await changedTree(work, baseTree, [{ name: nameOf(plan), version }]);
      const first =
        planned === baseTree
          ? base.commit
          : await commitTree(work, { tree: planned, parents: [base.commit], message: `Plan: ${plain(plan)}\n` });
      const after =
        planned === merged
          ? first
          : await commitTree(work, { tree: merged, parents: [first], message: `${message}\n` });
      return {
        sentence: `You are at "${branch}" now: the plan comes first, your work on top of it. "${plain(old)}" is still there as it was.`,
        result: { branch, old },
        refs: [{ name: `refs/heads/${branch}`, before: undefined, after }],
        branch,
      };
    });
  });
}

/** The tree of the base with the change in it. */
async function mergeOnto(work: Work, commit: string, base: Tip, options: MergeOptions): Promise<string> {
  if ((await commonCommit(work, commit, base.commit)) === undefined || (await isAncestor(work, commit, base.commit)))
    throw new Stop(
      'nothing-to-do',
      `This change has nothing that ${plain(base.ref)} does not have. There is nothing to rebuild.`,
    );
  const { tree, open } = await mergeCommits(work, commit, base.commit, options);
  if (open.length === 0) return tree;
  const names = open.map(({ name }) => name);
  throw new Stop(
    'conflict',
    `${plain(base.ref)} and your change differ in ${someOf(names)}. Get the latest first, then rebuild.`,
    names.map(pathOf),
  );
}

/** `pm/home-2`, or the next number that is free. */
async function freeBranchName(work: Work, old: string): Promise<string> {
  const stem = old.replace(/-\d{1,3}$/, '');
  let number = 2;
  while ((await readRef(work, `refs/heads/${stem}-${number}`)) !== undefined) number += 1;
  return `${stem}-${number}`;
}
