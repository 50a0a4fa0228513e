import { readParents } from '../git-store/commit-graph.js';
import { revertRefs, readHead, updateRefs, type Head } from '../git-store/branches.js';
import { formatLockMark, type Journal, type FileSwap } from './journal.js';
import { releaseObjects } from '../git-store/kept-objects.js';
import { joinDiskPath, type BytePath } from '../git-store/byte-path.js';
import { listFolder, runGitLine, stateFolder, type Work } from '../work.js';
import { autostashFile } from '../snapshot/read-autostash.js';
import { saveAutostash } from '../snapshot/save-autostash.js';
import { saveDisplacedFiles } from '../snapshot/save-displaced-files.js';
import { keepWhatComes } from './keep-what-comes.js';
import { clearMergeState, mergeStateFiles } from './orphaned-git.js';
import { OperationError, toOperationError } from '../operation-outcome.js';
import { isRawBlob, readRawBlob } from '../snapshot/raw-blob.js';
import { revertSwap, type OperationRecord } from './swap-files.js';

/** What came of an operation that was rolled back. */
export interface RolledBack {
  /** Git had made its commit already: it was completed instead. */
  readonly committed: boolean;
  /** The refs of backups that were made on the way. */
  readonly backups: readonly string[];
}

/**
 * Undoes what an operation has done so far: files, HEAD and refs, the index. What was written to the same files since goes into a
 * backup. Ends in the state that the operation began in, however often it is interrupted itself, or, once git has committed, in that which
 * it was to end in.
 */
export async function rollBack(work: Work, swap: OperationRecord): Promise<RolledBack> {
  const { folder, journal } = swap;
  // Finished, or rolled back already: nothing of it may be touched again.
  if ((await work.disk.stat(joinDiskPath(folder))).kind === 'missing') return { committed: false, backups: [] };
  if (await hasCommitted(work, swap)) {
    await clearMergeState(work);
    const backups = await keepAutostash(work, swap);
    await installIndex(work, swap);
    await endOperation(work, folder, journal);
    return { committed: true, backups };
  }
  await revertSwap(work, swap);
  await revertRefs(work, journal.refs, journal.head, journal.branchAfter);
  await restoreIndex(work, swap);
  const backups = await saveRescued(work, swap);
  await endOperation(work, folder, journal);
  return { committed: false, backups };
}

/** The operation is over the moment its folder is renamed: what cannot be removed then is removed by the next operation. */
export async function endOperation(work: Work, folder: string, journal: Journal): Promise<void> {
  const done = joinDiskPath(stateFolder(work), `done-${journal.id}`);
  await releaseObjects(work, folder);
  await work.disk.replace(joinDiskPath(folder), done);
  try {
    await unlockIndex(work, formatLockMark(journal));
    await work.disk.removeAll(done);
  } catch {
    return;
  }
}

/** Whether HEAD is on a commit whose first parent is where it was. One that another git took something of is taken back first. */
export async function hasCommitted(
  work: Work,
  { folder, journal: { head, commits } }: OperationRecord,
): Promise<boolean> {
  if (!commits) return false;
  await takeBackBrokenCommit(work, folder, head);
  const { branch, commit } = await readHead(work);
  if (branch !== head.branch || commit === undefined || commit === head.commit) return false;
  return (await readParents(work, commit))[0] === head.commit;
}

/** Git makes a commit and names it in two steps, and a git that clears up in between takes what is not named yet. */
async function takeBackBrokenCommit(work: Work, folder: string, { branch, commit: before }: Head): Promise<void> {
  const name = `refs/heads/${String(branch)}`;
  const walk = ['rev-list', '--objects', '--quiet', '--missing=allow-promisor', name];
  const { code, said } = await work.run(before === undefined ? walk : [...walk, `^${before}`]);
  if (code === 0 || toOperationError(said).reason !== 'cleared') return;
  // `readRef` refuses a ref that is broken.
  await updateRefs(work, [{ name, before: await runGitLine(work, ['rev-parse', '--verify', name]), after: before }]);
  for (const file of mergeStateFiles) {
    const [copy, place] = [joinDiskPath(folder, file), joinDiskPath(work.repository.gitDir, file)];
    if ((await work.disk.stat(copy)).kind === 'file') await work.disk.replace(copy, place);
  }
}

/** Puts the operation's index, which matches the commit, in place, once both are kept. */
async function installIndex(work: Work, { folder, journal: { idLength, head } }: OperationRecord): Promise<void> {
  const index = `${folder}/index`;
  if ((await work.disk.stat(joinDiskPath(index))).kind === 'missing') return;
  await keepWhatComes({ work, folder, index, idLength, head });
  await work.disk.replace(joinDiskPath(index), joinDiskPath(work.repository.gitDir, 'index'));
}

/** Git puts back what it set aside before a merge once that is committed; it may have been killed just before. Returns the backup's ref. */
async function keepAutostash(work: Work, { folder, journal: { head } }: OperationRecord): Promise<readonly string[]> {
  // Another merge has begun since.
  if ((await work.disk.stat(joinDiskPath(work.repository.gitDir, 'MERGE_HEAD'))).kind !== 'missing') return [];
  const changes = await saveAutostash(work, folder, head.branch).catch((error: unknown) => {
    // What cannot be read stays where it is.
    if (error instanceof OperationError && error.reason === 'git') return [];
    throw error;
  });
  await updateRefs(work, changes);
  if (changes.length > 0) await work.disk.remove(joinDiskPath(work.repository.gitDir, autostashFile));
  return changes.map(({ name }) => name);
}

/** Removes git's lock where it is ours: of this operation, or of one whose process has ended. */
export async function unlockIndex(work: Work, mark?: string): Promise<void> {
  const lock = joinDiskPath(work.repository.gitDir, 'index.lock');
  if ((await work.disk.stat(lock)).kind !== 'file') return;
  const text = (await work.disk.read(lock)).toString('latin1');
  const [, owner] = /^PM Zone (\d+) \S+\n$/.exec(text) ?? [];
  const ours = mark === undefined ? owner !== undefined && !work.isAlive(Number(owner)) : text === mark;
  if (ours) await work.disk.remove(lock);
}

/** Restores git's index, byte for byte, where ours was put in its place and nobody has changed it since. */
async function restoreIndex(work: Work, { folder, journal }: OperationRecord): Promise<void> {
  if (journal.indexAfter === undefined) return;
  const place = joinDiskPath(work.repository.gitDir, 'index');
  const found = await readRawBlob(work, place, journal.idLength);
  if (!isRawBlob(found) || found.id !== journal.indexAfter) return;
  const [before, copy] = [joinDiskPath(folder, 'index.before'), joinDiskPath(folder, 'index.back')];
  if ((await work.disk.stat(before)).kind === 'missing') return work.disk.remove(place);
  await work.disk.remove(copy);
  await work.disk.copy(before, copy);
  await work.disk.replace(copy, place);
}

/** A backup for each round of what was moved out of the way. */
async function saveRescued(work: Work, { folder, journal }: OperationRecord): Promise<readonly string[]> {
  const { what, head, steps, idLength } = journal;
  const nameOf = (number: string): BytePath => (steps[Number(number)] as FileSwap).name;
  const backups: string[] = [];
  for (const round of await listFolder(work, `${folder}/rescued`)) {
    const place = `${folder}/rescued/${round}`;
    const files = { folder: place, numbers: await listFolder(work, place), nameOf, idLength };
    const why = `what was written while “${what}” was interrupted`;
    backups.push(...(await saveDisplacedFiles(work, folder, why, head, files)));
  }
  return backups;
}
