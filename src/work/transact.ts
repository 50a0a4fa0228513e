import { changeRefs, moveHead, readHead } from './change-refs.js';
import { markOf, placeOf, stateFolder, writeJournal, type Head, type Journal, type RefChange } from './journal.js';
import { refusalFrom, Stop, locked, type Outcome } from './outcome.js';
import { blobId } from './piece.js';
import { cutOff, endOperation, leave, recover, rollBack, wasCommitted } from './roll-back.js';
import { readUnfinished, type Unfinished } from './unfinished.js';
import { git, gitLine, type Work } from './work.js';
import { writeIndex } from './index-entries.js';

/** An operation under way. Nothing of hers changes before `swapFiles` and `conclude`. */
export interface Transaction {
  readonly work: Work;
  readonly folder: string;
  readonly head: Head;
  readonly idLength: number;
  /** A copy of her index, which takes the place of hers in the end. */
  readonly index: string;
  readonly unfinished: Unfinished;
  /** The tree of what is staged; of paths in conflict our side. */
  readonly indexTree: string;
  readonly journal: () => Journal;
  /** Writes down what is about to be done. */
  readonly note: (more: Partial<Journal>) => Promise<void>;
}

/** What an operation comes to: what to tell, and where refs go, and to which branch HEAD, once its files are in place. */
export interface Conclusion<T> {
  readonly sentence: string;
  readonly result: T;
  readonly refs?: readonly RefChange[];
  readonly branch?: string;
}

export interface TransactOptions {
  /** May run while a merge is under way. */
  readonly merging?: boolean;
}

/**
 * Runs an operation so that it is done wholly or not at all: git's index is locked, her unfinished work is read, what changes is
 * written down before. Trouble puts everything back and comes out as a refusal; what cannot be put back now is put back by the next
 * operation. An error in our own code is thrown, after everything was put back.
 */
export async function transact<T>(
  work: Work,
  what: string,
  body: (transaction: Transaction) => Promise<Conclusion<T>>,
  options: TransactOptions = {},
): Promise<Outcome<T>> {
  let begun: Journal | undefined;
  const folder = `${stateFolder(work)}/op`;
  const note = async (more: Partial<Journal>): Promise<void> => {
    const next = { ...(begun as Journal), ...more };
    await writeJournal(work, folder, next);
    begun = next;
  };
  try {
    await recoverFirst(work);
    const idLength = (await gitLine(work, ['hash-object', '-t', 'tree', '--stdin'], { input: '' })).length;
    begun = await begin(work, what, idLength);
    await lock(work, begun);
    await refuseUnderWay(work, options.merging === true);
    const index = await copyIndex(work, folder);
    const unfinished = await readUnfinished(work, index, idLength);
    const indexTree = await treeOfIndex(work, folder, index, unfinished, idLength);
    const { head } = begun;
    const transaction = { work, folder, head, idLength, index, unfinished, indexTree, note };
    const { sentence, result, refs, branch } = await body({ ...transaction, journal: () => begun as Journal });
    await conclude(transaction, begun, refs ?? [], branch);
    return { done: true, sentence, ...result };
  } catch (error) {
    const refusal = refusalFrom(error);
    const kept = begun && (await putBack(work, folder, begun));
    if (!refusal) throw error;
    if (kept === undefined || kept === 'as-before') return refusal;
    const sentence =
      kept === 'committed'
        ? 'The commit was made, though not all after it could be done. Look at your change before you go on.'
        : `${refusal.sentence} Not everything could be put back yet; it will be before the next step.`;
    return { ...refusal, reason: 'interrupted', sentence };
  }
}

async function recoverFirst(work: Work): Promise<void> {
  const { operations, torn } = await recover(work);
  if (torn > 0) throw new Stop('interrupted', `${cutOff} Then try again.`);
  if (operations === 0) return;
  throw new Stop(
    'interrupted',
    'An earlier step had been interrupted. It was put back just now, so that all is as before it; look at your files, then try again.',
  );
}

/** Only one operation has the folder at a time. */
async function begin(work: Work, what: string, idLength: number): Promise<Journal> {
  const id = work.newId();
  const journal: Journal = {
    id,
    process: work.process,
    at: work.now().getTime(),
    what,
    idLength,
    head: await readHead(work),
    steps: [],
    refs: [],
    branchAfter: undefined,
    indexAfter: undefined,
    commits: false,
  };
  const state = stateFolder(work);
  const start = `${state}/start-${work.process}-${id}`;
  try {
    for (const folder of ['new', 'old']) await work.disk.makeFolder(placeOf(start, folder));
    await writeJournal(work, start, journal);
    await work.disk.replace(placeOf(start), placeOf(state, 'op'));
    await work.disk.flush(placeOf(state));
    return journal;
  } catch (error) {
    await work.disk.removeAll(placeOf(start));
    throw ['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code as string)
      ? new Stop('busy', locked)
      : error;
  }
}

async function lock(work: Work, journal: Journal): Promise<void> {
  const place = placeOf(work.repository.gitDir, 'index.lock');
  const mark = placeOf(stateFolder(work), 'op', 'lock');
  await work.disk.write(mark, Buffer.from(markOf(journal)), 'file');
  await work.disk.flush(mark);
  for (let tries = 0; ; tries++) {
    try {
      // Never there without saying whose it is.
      await work.disk.share(mark, place);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (tries === 4) throw new Stop('busy', locked);
      await new Promise((fulfil) => setTimeout(fulfil, 100));
    }
  }
}

const underWay: readonly (readonly [file: string, what: string])[] = [
  ['MERGE_HEAD', 'a merge'],
  ['CHERRY_PICK_HEAD', 'a cherry-pick'],
  ['REVERT_HEAD', 'a revert'],
  ['rebase-merge', 'a rebase'],
  ['rebase-apply', 'a rebase'],
];

async function refuseUnderWay(work: Work, merging: boolean): Promise<void> {
  for (const [file, what] of underWay) {
    const { kind } = await work.disk.look(placeOf(work.repository.gitDir, file));
    if (kind === 'missing' || (merging && file === 'MERGE_HEAD')) continue;
    throw new Stop(
      'under-way',
      `Git is in the middle of ${what} here (bringing others' changes together with yours). Finish it or take it back first, then try again.`,
    );
  }
}

async function copyIndex(work: Work, folder: string): Promise<string> {
  const hers = placeOf(work.repository.gitDir, 'index');
  const index = `${folder}/index`;
  if ((await work.disk.look(hers)).kind === 'missing') await git(work, ['read-tree', '--empty'], { index });
  else {
    await work.disk.copy(hers, placeOf(folder, 'index.before'));
    await work.disk.copy(hers, placeOf(index));
  }
  return index;
}

/** Of an index with conflicts git makes no tree: in a copy our side is taken. */
async function treeOfIndex(
  work: Work,
  folder: string,
  index: string,
  { conflicts, entries }: Unfinished,
  idLength: number,
): Promise<string> {
  if (conflicts.size === 0) return gitLine(work, ['write-tree', '--missing-ok'], { index });
  const settled = `${folder}/index.settled`;
  await work.disk.copy(placeOf(index), placeOf(settled));
  await writeIndex(
    work,
    settled,
    [...conflicts].flatMap((name) => {
      const version = entries.get(name);
      return [{ name, version: undefined }, ...(version ? [{ name, version }] : [])];
    }),
    idLength,
  );
  return gitLine(work, ['write-tree', '--missing-ok'], { index: settled });
}

async function conclude(
  { work, folder, index, idLength, head, note }: Omit<Transaction, 'journal'>,
  journal: Journal,
  refs: readonly RefChange[],
  branchAfter: string | undefined,
): Promise<void> {
  await git(work, ['update-index', '-q', '--unmerged', '--refresh'], { index, allowExit: [1] });
  const indexAfter = blobId(await work.disk.read(placeOf(index)), idLength);
  await note({ refs: [...journal.refs, ...refs], branchAfter, indexAfter });
  await changeRefs(work, refs);
  if (branchAfter !== undefined && branchAfter !== head.branch) await moveHead(work, branchAfter);
  await work.disk.replace(placeOf(index), placeOf(work.repository.gitDir, 'index'));
  await endOperation(work, folder, journal);
}

/** Whether all is as it was, or git had committed already and the operation was carried on to its end. */
async function putBack(work: Work, folder: string, journal: Journal): Promise<'as-before' | 'committed' | 'left'> {
  try {
    const committed = await wasCommitted(work, journal);
    await rollBack(work, { folder, journal });
    return committed ? 'committed' : 'as-before';
  } catch {
    await leave(work, journal).catch(() => undefined);
    return 'left';
  }
}
