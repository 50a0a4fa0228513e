import { parentsOf } from './base.js';
import { changeRefsBack, readHead } from './change-refs.js';
import { markOf, placeOf, readJournal, stateFolder, type Journal, type Step } from './journal.js';
import { keepSetAside, type SetAside } from './keep-set-aside.js';
import { forgetMerge, longestOperation, takeLeftLocks, waitForGit } from './left-behind.js';
import { Stop } from './outcome.js';
import { isPiece, pieceAt, type Piece } from './piece.js';
import { swapBack, type Swap } from './swap-files.js';
import { clearTorn } from './torn-journal.js';
import type { Work } from './work.js';

/**
 * Puts back what an operation has done so far: files, HEAD and refs, the index. What she wrote to the same files since goes into a
 * backup. Ends in the state that the operation began in, however often it is interrupted itself. Gives the backups' refs.
 */
export async function rollBack(work: Work, swap: Swap): Promise<readonly string[]> {
  const { folder, journal } = swap;
  // Over and done, or put back already: nothing of it may be touched again.
  if ((await work.disk.look(placeOf(folder))).kind === 'missing') return [];
  if (await wasCommitted(work, journal)) {
    await forgetMerge(work);
    await indexOn(work, folder);
    await endOperation(work, folder, journal);
    return [];
  }
  await swapBack(work, swap);
  await changeRefsBack(work, journal.refs, journal.head, journal.branchAfter);
  await indexBack(work, swap);
  const backups = await keepRescued(work, swap);
  await endOperation(work, folder, journal);
  return backups;
}

/** The operation is over the moment its folder has another name: what is not cleared away then is cleared away by the next one. */
export async function endOperation(work: Work, folder: string, journal: Journal): Promise<void> {
  const done = placeOf(stateFolder(work), `done-${journal.id}`);
  await work.disk.replace(placeOf(folder), done);
  try {
    await unlock(work, markOf(journal));
    await work.disk.removeAll(done);
  } catch {
    return;
  }
}

/** What came of looking for operations that were interrupted. */
export interface Recovered {
  /** How many were put back. */
  readonly operations: number;
  /** How many could not be, since what they had noted of themselves is lost. Nothing of hers was touched for that. */
  readonly torn: number;
  /** Backups of what was written over them meanwhile. */
  readonly backups: readonly string[];
}

/** Of an operation whose notes are lost. */
export const cutOff =
  'The computer stopped in the middle of a step, and what it had noted is lost. Your files are as they stand: look at them before you go on. "Bring back" lists what was kept.';

/** Puts back every operation that a process left behind when it ended. Ends with `busy` where one is still at work. */
export async function recover(work: Work): Promise<Recovered> {
  const folder = stateFolder(work);
  if ((await work.disk.look(placeOf(folder))).kind === 'missing') return { operations: 0, torn: 0, backups: [] };
  const names = (await work.disk.list(placeOf(folder))).map((name) => name.toString('latin1'));
  const begun = names.includes('op') ? await endedOperation(work) : undefined;
  await waitForGit(work, names);
  if (begun !== undefined) {
    await leave(work, begun);
    names.push(`left-${begun.id}`);
  }
  const backups: string[] = [];
  let [operations, torn] = [0, 0];
  if (names.includes('op') && begun === undefined && (await isTorn(work, `${folder}/op`))) {
    backups.push(...(await clearTorn(work, `${folder}/op`)));
    torn += 1;
  }
  for (const name of names.filter((each) => each.startsWith('left-'))) {
    const place = `${folder}/${name}`;
    const journal = await readJournal(work, place);
    if (journal === undefined) {
      backups.push(...(await clearTorn(work, place)));
      torn += 1;
    } else {
      if (!work.isAlive(journal.process)) await takeLeftLocks(work, journal);
      backups.push(...(await rollBack(work, { folder: place, journal })));
      operations += 1;
    }
  }
  for (const name of names.filter((each) => /^done-|^start-/.test(each))) {
    const [, owner] = /^start-(\d+)-/.exec(name) ?? [];
    if (owner === undefined || !work.isAlive(Number(owner))) await work.disk.removeAll(placeOf(folder, name));
  }
  await unlock(work);
  return { operations, torn, backups };
}

/** Still without a journal, and not done meanwhile by who was at it. */
async function isTorn(work: Work, folder: string): Promise<boolean> {
  return (await work.disk.look(placeOf(folder))).kind === 'folder' && (await readJournal(work, folder)) === undefined;
}

/** An operation that failed and could not be put back at once: the next one does it. */
export async function leave(work: Work, { id }: Journal): Promise<void> {
  const folder = stateFolder(work);
  await work.disk.replace(placeOf(folder, 'op'), placeOf(folder, `left-${id}`));
}

/** Whether HEAD stands on a commit right on top of where it stood. */
export async function wasCommitted(work: Work, { head, commits }: Journal): Promise<boolean> {
  if (!commits) return false;
  const { branch, commit } = await readHead(work);
  if (branch !== head.branch || commit === undefined || commit === head.commit) return false;
  return (await parentsOf(work, commit))[0] === head.commit;
}

/** The index of the operation, which counts on the commit, in place of hers. */
async function indexOn(work: Work, folder: string): Promise<void> {
  const index = placeOf(folder, 'index');
  if ((await work.disk.look(index)).kind !== 'missing')
    await work.disk.replace(index, placeOf(work.repository.gitDir, 'index'));
}

/** The operation that was under way when its process ended; `undefined` where its journal is lost. */
async function endedOperation(work: Work): Promise<Journal | undefined> {
  const journal = await readJournal(work, `${stateFolder(work)}/op`);
  if (journal === undefined) return undefined;
  const age = work.now().getTime() - journal.at;
  if (age < longestOperation && work.isAlive(journal.process)) {
    throw new Stop(
      'busy',
      'PM Zone is at work in this repository in another window. Wait until it is done, then try again.',
    );
  }
  return journal;
}

/** Takes git's lock away where it is ours: of this operation, or of one whose process has ended. */
async function unlock(work: Work, mark?: string): Promise<void> {
  const lock = placeOf(work.repository.gitDir, 'index.lock');
  if ((await work.disk.look(lock)).kind !== 'file') return;
  const text = (await work.disk.read(lock)).toString('latin1');
  const [, owner] = /^PM Zone (\d+) \S+\n$/.exec(text) ?? [];
  const ours = mark === undefined ? owner !== undefined && !work.isAlive(Number(owner)) : text === mark;
  if (ours) await work.disk.remove(lock);
}

/** Her index, byte for byte, where ours was put in its place and nobody has changed it since. */
async function indexBack(work: Work, { folder, journal }: Swap): Promise<void> {
  if (journal.indexAfter === undefined) return;
  const place = placeOf(work.repository.gitDir, 'index');
  const found = await pieceAt(work, place, journal.idLength);
  if (!isPiece(found) || found.id !== journal.indexAfter) return;
  const [before, copy] = [placeOf(folder, 'index.before'), placeOf(folder, 'index.back')];
  if ((await work.disk.look(before)).kind === 'missing') return work.disk.remove(place);
  await work.disk.remove(copy);
  await work.disk.copy(before, copy);
  await work.disk.replace(copy, place);
}

/** A backup for each round of what was moved out of the way. */
async function keepRescued(work: Work, swap: Swap): Promise<readonly string[]> {
  const rescued = `${swap.folder}/rescued`;
  if ((await work.disk.look(placeOf(rescued))).kind === 'missing') return [];
  const backups: string[] = [];
  for (const round of await work.disk.list(placeOf(rescued)))
    backups.push(await keepRound(work, swap.journal, `${rescued}/${round.toString('latin1')}`));
  return backups;
}

async function keepRound(work: Work, { what, head, steps, idLength }: Journal, round: string): Promise<string> {
  const files: SetAside[] = [];
  for (const number of await work.disk.list(placeOf(round))) {
    const { name } = steps[Number(number.toString('latin1'))] as Step;
    const place = placeOf(round, number.toString('latin1'));
    // Only what has content was moved there.
    files.push({ name, piece: (await pieceAt(work, place, idLength)) as Piece, place });
  }
  return keepSetAside(work, `what was written while "${what}" was interrupted`, head, files);
}
