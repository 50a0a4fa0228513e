import { plain } from '../repository/git-trouble.js';
import type { Tip } from '../repository/find-base.js';
import { isAncestor, sharedCommits } from './commit-graph.js';
import { commitTree, treeOf, versionsIn } from './git-objects.js';
import { unasked, type SettleOptions } from './conflict-options.js';
import { ownBranch } from './branches.js';
import { carryAlong } from './carry.js';
import { carryOut } from './carry-out.js';
import { readHead } from './change-refs.js';
import type { IndexChange, TreeEntry } from './index-entries.js';
import { keepBackup } from './keep-backup.js';
import { mergeCommits, type Merged } from './merge-commits.js';
import { pathOf, someOf, type Name } from './names.js';
import { attempt, Stop, type Outcome } from './outcome.js';
import { prepareMove, type Target } from './prepare-move.js';
import type { Conflict } from './settle-conflicts.js';
import { transact, type Conclusion, type Transaction } from './transact.js';
import type { Item } from './unfinished.js';
import type { Work } from './work.js';

export interface LatestOptions extends Partial<SettleOptions> {
  readonly base: Tip;
  /** Fetches the base first, as `fetchBase` does; without it, what was fetched last counts. */
  readonly fetch?: (work: Work, base: Tip) => Promise<Outcome<Tip>>;
  /** The PM's commit that is known to have been sent to the host. */
  readonly sent?: string | undefined;
}

/** `conflicts`: files that wait for the merge editor; then `finishLatest` or `cancelLatest` ends it. */
export interface Latest {
  readonly conflicts: readonly string[];
}

/**
 * Brings the base branch into the change: by going forward where the change has no commits of its own, else by a merge, never by
 * rewriting. What is not committed is carried along. What the host merged of the PM's under other commits counts as the PM's. Files
 * in conflict are resolved by their kind; the unresolved ones keep both sides, as git leaves them, for the merge editor.
 */
export function getLatest(work: Work, options: LatestOptions): Promise<Outcome<Latest>> {
  return attempt<Latest>(async () => {
    const fetched = await options.fetch?.(work, options.base);
    if (fetched?.done === false) return fetched;
    const base = fetched ?? options.base;
    const { sent } = options;
    // Questions to the PM may take long: they are asked before anything is locked.
    const { branch, commit } = ownBranch({ head: await readHead(work) });
    if (await isAncestor(work, base.commit, commit))
      throw new Stop('nothing-to-do', `You have the latest of ${plain(base.ref)} already.`);
    const forward = await isAncestor(work, commit, base.commit);
    const merged = forward
      ? { tree: await treeOf(work, base.commit), open: [], plans: [] }
      : await mergeCommits(work, commit, base.commit, {
          ...unasked,
          ...options,
          shared: await sharedCommits(work, { branch, commit, sent }),
        });
    return await transact<Latest>(work, 'get the latest', async (transaction) => {
      if (transaction.head.commit !== commit) {
        throw new Stop('changed-meanwhile', 'Something was committed while you were asked. Get the latest again.');
      }
      return merged.open.length === 0
        ? bringIn(transaction, base, merged, forward)
        : leaveOpen(transaction, base, merged);
    });
  });
}

async function bringIn(
  transaction: Transaction,
  base: Tip,
  { tree, plans }: Merged,
  forward: boolean,
): Promise<Conclusion<Latest>> {
  const { work, unfinished } = transaction;
  const { branch, commit } = ownBranch(transaction);
  const move = await prepareMove(transaction, await carryAlong(transaction, tree, plain(base.ref)));
  if (move.items.size > unfinished.items.size)
    await keepBackup(transaction, `before ${plain(base.ref)} was brought in`, { items: move.items });
  await carryOut(transaction, move);
  const after = forward
    ? base.commit
    : await commitTree(work, { tree, parents: [commit, base.commit], message: mergeMessage(base) });
  return {
    sentence: [
      `The latest of ${plain(base.ref)} is in your change now.`,
      ...(plans.length === 0 ? [] : [planSentence(plans)]),
      ...(unfinished.items.size === 0 ? [] : ['What you had not committed is as it was.']),
    ].join(' '),
    result: { conflicts: [] },
    refs: [{ name: `refs/heads/${branch}`, before: commit, after }],
  };
}

/** As git leaves a merge with conflicts: the merge editor and git itself go on from there. */
async function leaveOpen(transaction: Transaction, base: Tip, { tree, open }: Merged): Promise<Conclusion<Latest>> {
  const { work, unfinished, indexTree, head } = transaction;
  refuseSubmodules(open);
  const tracked = [...unfinished.items.keys()].filter((name) => unfinished.entries.has(name));
  if (tracked.length > 0 || indexTree !== (await treeOf(work, head.commit))) {
    throw new Stop(
      'conflict',
      `${plain(base.ref)} and your change differ in ${someOf(open.map(({ name }) => name))}, which needs you, and there is work that is not committed. Commit it first, then get the latest.`,
      open.map(({ name }) => pathOf(name)),
    );
  }
  const carried = await carryAlong(transaction, tree, plain(base.ref));
  const marked = new Map<string, TreeEntry>();
  const versions = await versionsIn(work, tree);
  for (const { name } of open) {
    const version = versions.get(name);
    if (version) marked.set(name, version);
  }
  const target: Target = {
    ...carried,
    items: [...carried.items, ...open.flatMap(({ name }) => conflictedItem(name, marked.get(name)))],
    conflicts: open.flatMap(toStages),
    own: new Map([
      ['MERGE_HEAD', `${base.commit}\n`],
      ['MERGE_MSG', mergeMessage(base)],
      ['MERGE_MODE', ''],
    ]),
  };
  const move = await prepareMove(transaction, target);
  if (move.items.size > unfinished.items.size)
    await keepBackup(transaction, `before ${plain(base.ref)} was brought in`, { items: move.items });
  await carryOut(transaction, move);
  const names = open.map(({ name }) => name);
  return {
    sentence: `Both sides changed ${someOf(names)}. Keep what is right of both in each of these files, then choose "Finish"; "Take It Back" undoes all of it.`,
    result: { conflicts: names.map(pathOf) },
  };
}

function planSentence(plans: readonly Name[]): string {
  return `Your plan ${someOf(plans)} is as it was merged there.`;
}

function mergeMessage({ ref }: Tip): string {
  return `Bring in ${plain(ref)}\n`;
}

function toStages({ name, base, yours, theirs }: Conflict): readonly IndexChange[] {
  return [
    { name, version: undefined },
    ...[base, yours, theirs].flatMap((version, number) => (version ? [{ name, version, stage: number + 1 }] : [])),
  ];
}

function conflictedItem(name: string, version: TreeEntry | undefined): readonly Item[] {
  if (!version) return [];
  const mode = version.mode === '100755' || version.mode === '120000' ? version.mode : '100644';
  return [{ name, piece: { mode, id: version.oid, bytes: 0 } }];
}

/** No merge editor can tell which commit of a submodule is right. */
function refuseSubmodules(open: readonly Conflict[]): void {
  const inner = open.filter(({ base, yours, theirs }) => [base, yours, theirs].some((each) => each?.mode === '160000'));
  if (inner.length === 0) return;
  const names = inner.map(({ name }) => name);
  throw new Stop(
    'in-the-way',
    `Both sides changed ${someOf(names)}, which ${names.length === 1 ? 'is another repository' : 'are other repositories'} inside this one. Ask engineering to take this step with you.`,
    names.map(pathOf),
  );
}
