import { joinDiskPath } from '../git-store/byte-path.js';
import { releaseObjects } from '../git-store/kept-objects.js';
import { readJournal, type Journal } from './journal.js';
import { listFolder, stateFolder, type Work } from '../work.js';
import { longestOperation, removeStaleLocks, waitForOrphanedGit } from './orphaned-git.js';
import { OperationError } from '../operation-outcome.js';
import { rollBack, unlockIndex } from './roll-back.js';
import { readHead } from '../git-store/branches.js';
import { readIdLength } from '../git-store/git-objects.js';
import { saveDisplacedFiles } from '../snapshot/save-displaced-files.js';

/** The result of looking for interrupted operations. */
export interface RecoveryResult {
  /** How many were rolled back, or completed. */
  readonly operations: number;
  /** What each of these was: `switch`. */
  readonly steps: readonly string[];
  /** How many of these were completed, since git had made their commit. */
  readonly committed: number;
  /** How many could not be, since their journal is lost. The working tree was not touched for that. */
  readonly torn: number;
  /** Backups of what was written to the same files meanwhile. */
  readonly backups: readonly string[];
}

const nothing: RecoveryResult = { operations: 0, steps: [], committed: 0, torn: 0, backups: [] };

/** The message for an operation whose journal is lost. */
export const tornJournalMessage =
  'The computer stopped in the middle of a step, and what it had noted is lost. Your files are as they stand: look at them before you go on. “Bring Back…” lists what was kept.';

/** Rolls back, or completes, every operation that a process left behind when it ended. Ends with `busy` where one is still at work. */
export async function recoverOperations(work: Work): Promise<RecoveryResult> {
  const folder = stateFolder(work);
  if ((await work.disk.stat(joinDiskPath(folder))).kind === 'missing') return nothing;
  const names = [...(await listFolder(work, folder))];
  const begun = names.includes('op') ? await endedOperation(work) : undefined;
  await waitForOrphanedGit(work, names);
  if (begun !== undefined) {
    await abandonOperation(work, begun);
    names.push(`left-${begun.id}`);
  }
  const backups: string[] = [];
  const steps: string[] = [];
  let [operations, committed, torn] = [0, 0, 0];
  if (names.includes('op') && begun === undefined && (await isTorn(work, `${folder}/op`))) {
    backups.push(...(await clearTornOperation(work, `${folder}/op`)));
    torn += 1;
  }
  for (const name of names.filter((each) => each.startsWith('left-'))) {
    const place = `${folder}/${name}`;
    const journal = await readJournal(work, place);
    if (journal === undefined) {
      backups.push(...(await clearTornOperation(work, place)));
      torn += 1;
    } else {
      if (!work.isAlive(journal.process)) await removeStaleLocks(work, journal);
      const rolled = await rollBack(work, { folder: place, journal });
      backups.push(...rolled.backups);
      operations += 1;
      steps.push(journal.what);
      if (rolled.committed) committed += 1;
    }
  }
  for (const name of names.filter((each) => /^done-|^start-/.test(each))) {
    const [, owner] = /^start-(\d+)-/.exec(name) ?? [];
    if (owner === undefined || !work.isAlive(Number(owner))) await work.disk.removeAll(joinDiskPath(folder, name));
  }
  await unlockIndex(work);
  return { operations, steps, committed, torn, backups };
}

/** Still without a journal, and not done meanwhile by who was at it. */
async function isTorn(work: Work, folder: string): Promise<boolean> {
  const { kind } = await work.disk.stat(joinDiskPath(folder));
  return kind === 'folder' && (await readJournal(work, folder)) === undefined;
}

/** Leaves an operation that could not be rolled back at once to the next one. */
export async function abandonOperation(work: Work, { id }: Journal): Promise<void> {
  const folder = stateFolder(work);
  await work.disk.replace(joinDiskPath(folder, 'op'), joinDiskPath(folder, `left-${id}`));
}

/** The operation that was under way when its process ended; `undefined` where its journal is lost. */
async function endedOperation(work: Work): Promise<Journal | undefined> {
  const journal = await readJournal(work, `${stateFolder(work)}/op`);
  if (journal === undefined) return undefined;
  const age = work.now().getTime() - journal.at;
  if (age < longestOperation && work.isAlive(journal.process)) {
    throw new OperationError(
      'busy',
      'PM Zone is at work in this repository in another window. Wait until it is done, then try again.',
    );
  }
  return journal;
}

/**
 * Removes an operation whose journal is lost, as when the power failed: what it had set aside becomes backups, under numbers since the
 * names are lost with the journal, and git's index is unlocked. The working tree stays as it is. Returns the backups' refs.
 */
async function clearTornOperation(work: Work, folder: string): Promise<readonly string[]> {
  const backups: string[] = [];
  const rounds = (await listFolder(work, `${folder}/rescued`)).map((round) => `${folder}/rescued/${round}`);
  const why = 'what had been set aside when the computer stopped in the middle of a step';
  const [head, idLength] = [await readHead(work), await readIdLength(work)];
  for (const place of [`${folder}/old`, ...rounds]) {
    const files = { folder: place, numbers: await listFolder(work, place), idLength };
    const nameOf = (number: string): string => `set-aside/${number}`;
    backups.push(...(await saveDisplacedFiles(work, folder, why, head, { ...files, nameOf })));
  }
  await freeIndex(work, folder);
  await releaseObjects(work, folder);
  await work.disk.removeAll(joinDiskPath(folder));
  return backups;
}

/** Git's lock is the operation's where it says what the operation's own mark says, also where both were lost. */
async function freeIndex(work: Work, folder: string): Promise<void> {
  const [mark, lock] = [joinDiskPath(folder, 'lock'), joinDiskPath(work.repository.gitDir, 'index.lock')];
  for (const place of [mark, lock]) if ((await work.disk.stat(place)).kind !== 'file') return;
  if ((await work.disk.read(mark)).equals(await work.disk.read(lock))) await work.disk.remove(lock);
}
