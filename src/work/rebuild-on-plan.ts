import { toPlainLine } from '../git/git-error.js';
import { isAncestor } from './git-store/commit-graph.js';
import { requireFork } from './git-store/find-fork.js';
import { findSharedCommits, requireBranch, readHead, readRef } from './git-store/branches.js';
import type { Tip } from '../git/find-base.js';
import { commitTree, buildTree, resolveTree, listTree } from './git-store/git-objects.js';
import { markRebuilt } from './git-store/branch-ids.js';
import { defaultConflictOptions, type ConflictOptions } from './conflict-options.js';
import { transplantUnfinished } from './working-tree/transplant.js';
import { moveTo } from './working-tree/apply-move.js';
import { mergeCommits, type MergeOptions } from './merge/merge-commits.js';
import { encodePath, decodePath, summarizePaths } from './git-store/byte-path.js';
import { attempt, OperationError, type OperationOutcome } from './operation-outcome.js';
import { transact } from './transaction/transact.js';
import type { Work } from './work.js';

export interface RebuildOptions extends Partial<ConflictOptions> {
  readonly base: Tip;
  /** The planning doc, which has to be committed. */
  readonly plan: string;
  /** What the commit of all the rest says. */
  readonly message: string;
}

export interface RebuildResult {
  readonly branch: string;
  /** The branch that stays as it was. */
  readonly oldBranch: string;
}

/**
 * For code that came before its plan: a new branch from the base with the plan first and all the rest of the change on top. The old
 * branch stays as it is, noted as the one that was left, and what is not committed comes along.
 */
export function rebuildOnPlan(work: Work, options: RebuildOptions): Promise<OperationOutcome<RebuildResult>> {
  const { base, plan, message } = options;
  return attempt<RebuildResult>(async () => {
    const { branch: old, commit } = requireBranch({ head: await readHead(work) });
    const shared = await findSharedCommits(work, { branch: old, commit, sent: undefined });
    const merged = await mergeOnto(work, commit, base, { ...defaultConflictOptions, ...options, shared });
    const version = (await listTree(work, merged)).get(encodePath(plan));
    if (!version) {
      throw new OperationError(
        'no-such-change',
        `The plan “${toPlainLine(plan)}” is not committed on this change yet. Commit it first, then rebuild on it.`,
      );
    }
    const outcome = await transact<RebuildResult>(work, 'rebuild on the plan', async (transaction) => {
      if (transaction.head.commit !== commit)
        throw new OperationError('changed-meanwhile', 'Something was committed while you were asked. Rebuild again.');
      const branch = await freeBranchName(work, old);
      const target = await transplantUnfinished(transaction, merged, toPlainLine(base.ref));
      await moveTo(transaction, target, 'before the change was rebuilt');
      const baseTree = await resolveTree(work, base.commit);
      const planned = await buildTree(work, baseTree, [{ name: encodePath(plan), version }]);
      const first =
        planned === baseTree
          ? base.commit
          : await commitTree(work, { tree: planned, parents: [base.commit], message: `Plan: ${toPlainLine(plan)}\n` });
      const after =
        planned === merged
          ? first
          : await commitTree(work, { tree: merged, parents: [first], message: `${message}\n` });
      return {
        sentence: `You are at “${branch}” now: the plan comes first, your work on top of it. “${toPlainLine(old)}” is still there as it was; nothing more is to be done on it.`,
        result: { branch, oldBranch: old },
        refs: [{ name: `refs/heads/${branch}`, before: undefined, after }],
        branch,
      };
    });
    if (outcome.done) await markRebuilt(work, old, commit);
    return outcome;
  });
}

/** The tree of the base with the change in it. */
async function mergeOnto(work: Work, commit: string, base: Tip, options: MergeOptions): Promise<string> {
  await requireFork(work, commit, base);
  if (await isAncestor(work, commit, base.commit))
    throw new OperationError(
      'nothing-to-do',
      `This change has nothing that ${toPlainLine(base.ref)} does not have. There is nothing to rebuild.`,
    );
  const { tree, unresolved } = await mergeCommits(work, commit, base.commit, options);
  if (unresolved.length === 0) return tree;
  const names = unresolved.map(({ name }) => name);
  throw new OperationError(
    'conflict',
    `${toPlainLine(base.ref)} and your change differ in ${summarizePaths(names)}. Get the latest first, then rebuild.`,
    names.map(decodePath),
  );
}

/** `pm/home-2`, or the next number that is free. */
async function freeBranchName(work: Work, old: string): Promise<string> {
  const stem = old.replace(/-\d{1,3}$/, '');
  let number = 2;
  while ((await readRef(work, `refs/heads/${stem}-${number}`)) !== undefined) number += 1;
  return `${stem}-${number}`;
}
