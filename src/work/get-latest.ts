import type { TreeEntry } from '../git/objects.js';
import { toPlainLine } from '../git/git-error.js';
import type { Tip } from '../git/find-base.js';
import { isAncestor } from './git-store/commit-graph.js';
import { requireFork } from './git-store/find-fork.js';
import { findSharedCommits, requireBranch, readHead } from './git-store/branches.js';
import { commitTree, resolveTree, listTree } from './git-store/git-objects.js';
import { defaultConflictOptions, type ConflictOptions } from './conflict-options.js';
import { transplantUnfinished } from './working-tree/transplant.js';
import { moveTo } from './working-tree/apply-move.js';
import type { IndexChange } from './git-store/index-entries.js';
import { mergeCommits, type MergeResult } from './merge/merge-commits.js';
import { decodePath, summarizePaths, type BytePath } from './git-store/byte-path.js';
import { attempt, OperationError, type OperationOutcome } from './operation-outcome.js';
import type { TargetState } from './working-tree/prepare-move.js';
import type { Conflict } from './merge/resolve-conflict.js';
import { transact, type Conclusion, type Transaction } from './transaction/transact.js';
import type { UnfinishedFile } from './snapshot/read-unfinished.js';
import type { Work } from './work.js';

export interface GetLatestOptions extends Partial<ConflictOptions> {
  readonly base: Tip;
  /** Fetches the base first, as `fetchBase` does; without it, what was fetched last counts. */
  readonly fetch?: (work: Work, base: Tip) => Promise<OperationOutcome<Tip>>;
  /** The PM's commit that is known to have been sent to the host. */
  readonly sent?: string | undefined;
  /** What the base has more is one's own as it was before it was amended: that it is known is noted, and nothing of it comes. */
  readonly keepsOwn?: boolean;
}

/** `conflicts`: files that wait for the merge editor; then `finishLatest` or `cancelLatest` ends it. */
export interface LatestResult {
  readonly conflicts: readonly string[];
}

/**
 * Brings the base branch into the change: by going forward where the change has no commits of its own, else by a merge, never by
 * rewriting. What is not committed is carried along. What the host merged of the PM's under other commits counts as the PM's. Files
 * in conflict are resolved by their kind; the unresolved ones keep both sides, as git leaves them, for the merge editor.
 */
export function getLatest(work: Work, options: GetLatestOptions): Promise<OperationOutcome<LatestResult>> {
  return attempt<LatestResult>(async () => {
    const fetched = await options.fetch?.(work, options.base);
    if (fetched?.done === false) return fetched;
    const base = fetched ?? options.base;
    const { sent, keepsOwn = false } = options;
    // Questions to the PM may take long: they are asked before anything is locked.
    const { branch, commit } = requireBranch({ head: await readHead(work) });
    if (await isAncestor(work, base.commit, commit))
      throw new OperationError('nothing-to-do', `You have the latest of ${toPlainLine(base.ref)} already.`);
    const forward = await isAncestor(work, commit, base.commit);
    await requireFork(work, commit, base);
    const merged =
      forward || keepsOwn
        ? { tree: await resolveTree(work, forward ? base.commit : commit), unresolved: [], plans: [] }
        : await mergeCommits(work, commit, base.commit, {
            ...defaultConflictOptions,
            ...options,
            shared: await findSharedCommits(work, { branch, commit, sent }),
          });
    return await transact<LatestResult>(work, 'get the latest', async (transaction) => {
      if (transaction.head.commit !== commit) {
        throw new OperationError(
          'changed-meanwhile',
          'Something was committed while you were asked. Get the latest again.',
        );
      }
      return merged.unresolved.length === 0
        ? bringIn(transaction, base, merged, forward)
        : leaveOpen(transaction, base, merged);
    });
  });
}

async function bringIn(
  transaction: Transaction,
  base: Tip,
  { tree, plans }: MergeResult,
  forward: boolean,
): Promise<Conclusion<LatestResult>> {
  const { work, unfinished } = transaction;
  const { branch, commit } = requireBranch(transaction);
  const target = await transplantUnfinished(transaction, tree, toPlainLine(base.ref));
  await moveTo(transaction, target, `before ${toPlainLine(base.ref)} was brought in`);
  const after = forward
    ? base.commit
    : await commitTree(work, { tree, parents: [commit, base.commit], message: mergeMessage(base) });
  return {
    sentence: [
      `The latest of ${toPlainLine(base.ref)} is in your change now.`,
      ...(plans.length === 0 ? [] : [planSentence(plans)]),
      ...(unfinished.items.size === 0 ? [] : ['What you had not committed is as it was.']),
    ].join(' '),
    result: { conflicts: [] },
    refs: [{ name: `refs/heads/${branch}`, before: commit, after }],
  };
}

/** As git leaves a merge with conflicts: the merge editor and git itself go on from there. */
async function leaveOpen(
  transaction: Transaction,
  base: Tip,
  { tree, unresolved }: MergeResult,
): Promise<Conclusion<LatestResult>> {
  const { work, unfinished, indexTree, head } = transaction;
  refuseSubmodules(unresolved);
  const tracked = [...unfinished.items.keys()].filter((name) => unfinished.entries.has(name));
  if (tracked.length > 0 || indexTree !== (await resolveTree(work, head.commit))) {
    throw new OperationError(
      'conflict',
      `${toPlainLine(base.ref)} and your change differ in ${summarizePaths(unresolved.map(({ name }) => name))}, which needs you, and there is work that is not committed. Commit it first, then get the latest.`,
      unresolved.map(({ name }) => decodePath(name)),
    );
  }
  const carried = await transplantUnfinished(transaction, tree, toPlainLine(base.ref));
  const marked = await listTree(work, tree);
  const target: TargetState = {
    ...carried,
    items: [...carried.items, ...unresolved.flatMap(({ name }) => conflictedItem(name, marked.get(name)))],
    conflicts: unresolved.flatMap(toStages),
    gitFiles: new Map([
      ['MERGE_HEAD', `${base.commit}\n`],
      ['MERGE_MSG', mergeMessage(base)],
      ['MERGE_MODE', ''],
    ]),
  };
  await moveTo(transaction, target, `before ${toPlainLine(base.ref)} was brought in`);
  const names = unresolved.map(({ name }) => name);
  return {
    sentence: `Both sides changed ${summarizePaths(names)}. Keep what is right of both in each of these files, then choose "Finish"; "Take It Back" undoes all of it.`,
    result: { conflicts: names.map(decodePath) },
  };
}

function planSentence(plans: readonly BytePath[]): string {
  return `Your plan ${summarizePaths(plans)} is as it was merged there.`;
}

function mergeMessage({ ref }: Tip): string {
  return `Bring in ${toPlainLine(ref)}\n`;
}

function toStages({ name, base, yours, theirs }: Conflict): readonly IndexChange[] {
  return [
    { name, version: undefined },
    ...[base, yours, theirs].flatMap((version, number) => (version ? [{ name, version, stage: number + 1 }] : [])),
  ];
}

function conflictedItem(name: string, version: TreeEntry | undefined): readonly UnfinishedFile[] {
  if (!version) return [];
  const mode = version.mode === '100755' || version.mode === '120000' ? version.mode : '100644';
  return [{ name, piece: { mode, id: version.oid, bytes: 0 } }];
}

/** No merge editor can tell which commit of a submodule is right. */
function refuseSubmodules(open: readonly Conflict[]): void {
  const inner = open.filter(({ base, yours, theirs }) => [base, yours, theirs].some((each) => each?.mode === '160000'));
  if (inner.length === 0) return;
  const names = inner.map(({ name }) => name);
  throw new OperationError(
    'in-the-way',
    `Both sides changed ${summarizePaths(names)}, which ${names.length === 1 ? 'is another repository' : 'are other repositories'} inside this one. Ask your engineering DRI to take this step with you.`,
    names.map(decodePath),
  );
}
