import { toPlainLine } from '../git/git-error.js';
import { findCommonAncestor, isAncestor } from './git-store/commit-graph.js';
import { buildTree, resolveTree, listTree } from './git-store/git-objects.js';
import { applyMove } from './working-tree/apply-move.js';
import { readHead, type RefChange } from './git-store/branches.js';
import { diffTrees } from './git-store/index-entries.js';
import { readBackups, type Backup } from './list-backups.js';
import { encodePath, decodePath, type BytePath } from './git-store/byte-path.js';
import { attempt, OperationError, type OperationOutcome } from './operation-outcome.js';
import { createBackupRef, type WorkSnapshot } from './snapshot/work-snapshot.js';
import { hasUnfinishedWork, saveBackup } from './working-tree/save-backup.js';
import { prepareMove, type TargetState } from './working-tree/prepare-move.js';
import { transact, type Transaction } from './transaction/transact.js';
import { runGitLines, type Work } from './work.js';

export interface BringBackOptions {
  /** The ref of a backup, as `listBackups` returns it. */
  readonly ref: string;
  /** Only these paths of it. */
  readonly paths?: readonly string[];
}

/**
 * Brings back what a backup kept. What would be overwritten is kept in a backup of its own. Where the whole change was discarded and
 * nobody else has it, the branch goes back to its commits too; else the files come back as they were, to be committed anew.
 */
export function bringBack(
  work: Work,
  { ref, paths }: BringBackOptions,
): Promise<OperationOutcome<{ readonly paths: readonly string[]; readonly backup: string | undefined }>> {
  return transact(work, 'bring back', async (transaction) => {
    const backup = await backupAt(work, ref);
    const { snapshot } = backup;
    const { head } = transaction;
    refuseOther(transaction, backup);
    const whole = paths === undefined && (await goesWhole(transaction, backup));
    const names = await namesOf(transaction, snapshot, paths);
    const target = whole ? await wholeOf(transaction, snapshot) : await partOf(transaction, snapshot, names);
    const move = await prepareMove(transaction, target);
    const refs: RefChange[] =
      whole && head.commit !== snapshot.head
        ? [{ name: `refs/heads/${String(head.branch)}`, before: head.commit, after: snapshot.head }]
        : [];
    if (move.steps.length === 0 && refs.length === 0 && target.tree === transaction.indexTree) {
      throw new OperationError(
        'nothing-to-do',
        'All of this backup is in your files already. There is nothing to bring back.',
      );
    }
    const before =
      refs.length > 0 || (await hasUnfinishedWork(transaction, move.items))
        ? (await saveBackup(transaction, 'before something was brought back', { items: move.items })).ref
        : undefined;
    await applyMove(transaction, move);
    // It waits for its branch no longer, and is kept as what was brought back always is.
    if (backup.parked && paths === undefined)
      refs.push({ name: ref, before: snapshot.commit, after: undefined }, createBackupRef(snapshot));
    return {
      sentence:
        before === undefined
          ? 'It is back in your files.'
          : 'It is back in your files. What was there before is kept as a backup of its own.',
      result: { paths: names.map(decodePath), backup: before },
      refs,
    };
  });
}

/** Everything that a backup would bring back, by path: what was unfinished, and what was committed where that was taken back too. */
export function listBackupPaths(
  work: Work,
  { ref }: Pick<BringBackOptions, 'ref'>,
): Promise<OperationOutcome<{ readonly paths: readonly string[] }>> {
  return attempt<{ readonly paths: readonly string[] }>(async () => {
    const { snapshot } = await backupAt(work, ref);
    const names = await namesOf({ work, head: await readHead(work) }, snapshot, undefined);
    return { done: true, sentence: 'Pick what to bring back.', paths: names.map(decodePath).sort() };
  });
}

async function backupAt(work: Work, ref: string): Promise<Backup & { readonly snapshot: WorkSnapshot }> {
  const backup = (await readBackups(work)).find((each) => each.ref === ref);
  if (!backup) throw new OperationError('no-such-change', 'This backup is not there any more. Pick one of the list.');
  const { snapshot } = backup;
  if (snapshot) return { ...backup, snapshot };
  throw new OperationError(
    'git',
    `This backup cannot be read: another version of PM Zone may have written it, or a part of it is gone. It stays kept (${toPlainLine(ref)}). Ask your engineering DRI for help.`,
  );
}

/** A backup belongs to the branch it was made on, while there is such a branch. */
function refuseOther({ head }: Transaction, { goesTo, parked }: Backup): void {
  if (goesTo === undefined || goesTo === head.branch) return;
  const name = toPlainLine(goesTo);
  throw new OperationError(
    'in-the-way',
    parked
      ? `This waits on “${name}”. Switch there: it comes back by itself.`
      : `This backup was made on “${name}”. Switch there first, then bring it back.`,
  );
}

/** Whether the branch itself can go back to where it was: on what others have it only ever goes forward. */
async function goesWhole(
  { work, head }: Transaction,
  { snapshot, goesTo, parked }: Awaited<ReturnType<typeof backupAt>>,
): Promise<boolean> {
  const { branch, commit = '' } = head;
  if (snapshot.discarded || goesTo !== branch || branch === undefined || snapshot.head === undefined) return false;
  // Parking took no commit away.
  if (parked) return commit === snapshot.head;
  if (commit === snapshot.head || (await isAncestor(work, commit, snapshot.head))) return true;
  if (await isAncestor(work, snapshot.head, commit)) return false;
  const remotes = await runGitLines(work, ['for-each-ref', '--format=%(refname)', 'refs/remotes']);
  return !remotes.some((name) => name.endsWith(`/${branch}`));
}

/** The names that a backup is about: those asked for, those discarded, else all that it changed since the two went apart. */
async function namesOf(
  { work, head }: Pick<Transaction, 'work' | 'head'>,
  { discarded, head: kept, indexTree, items }: WorkSnapshot,
  paths: readonly string[] | undefined,
): Promise<readonly BytePath[]> {
  if (discarded && paths === undefined) return discarded;
  const common =
    kept === undefined || head.commit === undefined ? undefined : await findCommonAncestor(work, head.commit, kept);
  const changed = await diffTrees(work, await resolveTree(work, common), indexTree);
  const all = new Set([...(discarded ?? []), ...changed.keys(), ...items.map(({ name }) => name)]);
  const asked = paths?.map(encodePath);
  return [...all].filter((name) => !asked || asked.some((each) => name === each || name.startsWith(`${each}/`)));
}

/** Everything as it was; untracked files that came since stay. */
async function wholeOf({ work, unfinished }: Transaction, snapshot: WorkSnapshot): Promise<TargetState> {
  const { indexTree, items, announced } = snapshot;
  const [tracked, kept] = [await listTree(work, indexTree), new Set(items.map(({ name }) => name))];
  const newer = [...unfinished.items.values()].filter(
    ({ name }) => !unfinished.entries.has(name) && !tracked.has(name) && !kept.has(name),
  );
  return { tree: indexTree, items: [...items, ...newer], announced };
}

/** These files as they were, in index and working tree; all others as they are. */
async function partOf(
  transaction: Transaction,
  snapshot: WorkSnapshot,
  names: readonly BytePath[],
): Promise<TargetState> {
  const { work, unfinished, indexTree } = transaction;
  const then = await listTree(work, snapshot.indexTree);
  const back = new Set(names);
  const others = [...unfinished.items.values()].filter(({ name }) => !back.has(name));
  const changes = names.map((name) => ({ name, version: then.get(name) }));
  return {
    tree: await buildTree(work, indexTree, changes),
    items: [...others, ...snapshot.items.filter(({ name }) => back.has(name))],
    announced: unfinished.announced.filter((name) => !back.has(name)),
  };
}
