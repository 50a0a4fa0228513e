import { toPlainLine } from '../git/git-error.js';
import { slugify } from '../text/slugify.js';
import { listKept, type KeptWork } from './snapshot/list-kept.js';
import { createBackupRef, parkedPrefix, type WorkSnapshot } from './snapshot/work-snapshot.js';
import type { Tip } from '../git/find-base.js';
import { resolveTree } from './git-store/git-objects.js';
import { requireNoOtherCheckout } from './find-other-checkout.js';
import { bringBranch, readBranchTip, fastForwardTrunk, type RefChange } from './git-store/branches.js';
import { transplant } from './working-tree/transplant.js';
import { applyMove } from './working-tree/apply-move.js';
import { OperationError, type OperationOutcome } from './operation-outcome.js';
import { hasUnfinishedWork, saveBackup } from './working-tree/save-backup.js';
import { prepareMove, type TargetState } from './working-tree/prepare-move.js';
import { transact, type Transaction } from './transaction/transact.js';
import { runGit, type Work } from './work.js';

/** What a switch came to. */
export interface SwitchResult {
  readonly branch: string;
  /** The unfinished work of the change that was left is parked with it. */
  readonly parked: boolean;
  /** `brought-back`: the unfinished work that waited is in place again. `waits`: it could not be, since the change went on without it. */
  readonly waiting: 'none' | 'brought-back' | 'waits';
}

export interface SwitchOptions {
  readonly to: string;
  /** The branch here that follows it shows what everybody has: it goes forward to this commit, and is made where it is not there. */
  readonly base?: Tip | undefined;
  /** The remote that has the branch where it is not here: it is made here as it is there, and follows that. */
  readonly elsewhere?: string | undefined;
}

/**
 * Goes to another branch. Unfinished work, staged or not, untracked files too, is parked under the name of the branch it was done on;
 * what is parked under the other's name is put back in place, staged what was staged.
 */
export async function switchChange(work: Work, options: SwitchOptions): Promise<OperationOutcome<SwitchResult>> {
  const outcome = await move(work, options);
  const { to, elsewhere } = options;
  if (outcome.done && elsewhere !== undefined) {
    const section = `branch.${to}`;
    await work.run(['config', '--local', `${section}.remote`, elsewhere]);
    await work.run(['config', '--local', `${section}.merge`, `refs/heads/${to}`]);
  }
  return outcome;
}

function move(work: Work, { to, base, elsewhere }: SwitchOptions): Promise<OperationOutcome<SwitchResult>> {
  return transact<SwitchResult>(work, 'switch', async (transaction) => {
    const { head } = transaction;
    const forward = base && (await fastForwardTrunk(work, to, base));
    const made = forward ?? (elsewhere === undefined ? undefined : await bringBranch(work, to, elsewhere));
    const commit = made?.after ?? (await readBranchTip(work, to));
    if (head.branch === to) throw new OperationError('nothing-to-do', `You are at “${toPlainLine(to)}” already.`);
    await requireNoOtherCheckout(work, to);
    const parkedWork = await listKept(work, parkedPrefix);
    const { ref: waitingRef = '', snapshot: waiting } = parkedWork.find(({ goesTo }) => goesTo === to) ?? {};
    const tree = await resolveTree(work, commit);
    const back = waiting && (await transplant(transaction, waiting, tree));
    const target: TargetState = back && !('clash' in back) ? back : { tree, items: [] };
    const move = await prepareMove(transaction, target);
    const parked = (await hasUnfinishedWork(transaction, move.items)) || (await isLoose(transaction));
    const refs: RefChange[] = parked ? await park(transaction, move.items, parkedWork) : [];
    if (made && made.before !== commit) refs.push(made);
    await applyMove(transaction, move);
    if (waiting) {
      refs.push({ name: waitingRef, before: waiting.commit, after: undefined });
      // What cannot be put in place automatically, or has commits that are nowhere else, is left for the PM to bring back.
      if (target !== back || (waiting.head !== undefined && (await isUnreferenced(work, waiting.head))))
        refs.push(createBackupRef({ ...waiting, at: work.now().toISOString() }));
    }
    const state = waiting === undefined ? 'none' : target === back ? 'brought-back' : 'waits';
    return {
      sentence: [
        forward && state === 'none'
          ? `You see “${toPlainLine(to)}” as everybody has it now, without changes of yours.`
          : `You are at “${toPlainLine(to)}” now.`,
        ...(parked ? [parkedSentence(head.branch)] : []),
        ...(state === 'brought-back' ? ['Your unfinished work of then is back in place.'] : []),
        ...(state === 'waits'
          ? [
              'Your unfinished work of then is kept as a backup, since the same files went on without it: “Bring Back…” has it.',
            ]
          : []),
        ...(parkedWork.some(({ ref, snapshot }) => ref === `${parkedPrefix}${to}` && snapshot === undefined)
          ? ['Something else was parked with it that cannot be read: it stays kept, and “Bring Back…” lists it.']
          : []),
      ].join(' '),
      result: { branch: to, parked, waiting: state },
      refs,
      branch: to,
    };
  });
}

/**
 * Keeps unfinished work: on a branch under its name, in place of what was parked there before, which becomes a backup; else as a backup.
 * Where what waits for another branch, or cannot be read, has the name or leaves it no room, it has a name of its own.
 */
async function park(
  transaction: Transaction,
  items: ReadonlyMap<string, WorkSnapshot['items'][number]>,
  others: readonly KeptWork[],
): Promise<RefChange[]> {
  const { head } = transaction;
  const { snapshot, undo } = await saveBackup(transaction, 'parked while you work on something else', { items });
  if (head.branch === undefined) return [];
  const own = `${parkedPrefix}${head.branch}`;
  const isTaken = others.some(
    ({ ref, snapshot: other, goesTo }) =>
      (ref === own && (other === undefined || (goesTo !== undefined && goesTo !== head.branch))) ||
      ref.startsWith(`${own}/`) ||
      own.startsWith(`${ref}/`),
  );
  const name = isTaken ? `${parkedPrefix}${slugify(head.branch)}-${snapshot.commit.slice(0, 8)}` : own;
  const older = others.find(({ ref }) => ref === name)?.snapshot;
  return [
    undo,
    { name, before: older?.commit, after: snapshot.commit },
    ...(older ? [createBackupRef({ ...older, at: snapshot.at })] : []),
  ];
}

/** Whether HEAD is on no branch, at a commit that nothing else names. */
async function isLoose({ work, head: { branch, commit } }: Transaction): Promise<boolean> {
  return branch === undefined && commit !== undefined && isUnreferenced(work, commit);
}

/** Whether no branch and no tag has a commit. */
async function isUnreferenced(work: Work, commit: string): Promise<boolean> {
  const args = ['for-each-ref', '--count=1', `--contains=${commit}`, '--format=x'];
  return (await runGit(work, [...args, 'refs/heads', 'refs/remotes', 'refs/tags'])).length === 0;
}

function parkedSentence(branch: string | undefined): string {
  return branch === undefined
    ? 'Your unfinished work is kept as a backup: “Bring Back…” has it.'
    : `Your unfinished work is parked with “${toPlainLine(branch)}” and comes back when you do.`;
}
