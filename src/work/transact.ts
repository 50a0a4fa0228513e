import { beginOperation, lockIndex } from './begin-operation.js';
import { changeRefs, moveHead } from './change-refs.js';
import { copyIndex, treeOfIndex } from './copy-index.js';
import { placeOf, stateFolder, writeJournal, type Head, type Journal, type RefChange } from './journal.js';
import { refusalFrom, Stop, type Outcome } from './outcome.js';
import { blobId } from './piece.js';
import { refuseUnderWay } from './refuse-under-way.js';
import { endOperation, rollBack, wasCommitted } from './roll-back.js';
import { cutOff, leave, recover } from './recover.js';
import { readUnfinished, type Unfinished } from './unfinished.js';
import { git, gitLine, type Work } from './work.js';

/** An operation under way. The working tree, the index and refs change only in `swapFiles` and `conclude`. */
export interface Transaction {
  readonly work: Work;
  readonly folder: string;
  readonly head: Head;
  readonly idLength: number;
  /** A copy of git's index, which replaces it in the end. */
  readonly index: string;
  readonly unfinished: Unfinished;
  /** The tree of what is staged; of paths in conflict our side. */
  readonly indexTree: string;
  readonly journal: () => Journal;
  /** Records in the journal what is about to be done. */
  readonly note: (more: Partial<Journal>) => Promise<void>;
}

/** The end of an operation: what to say, where refs move and to which branch HEAD, once its files are in place. */
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
 * Runs an operation wholly or not at all: git's index is locked, the unfinished work is read, each change is journaled before it is
 * made. An expected error rolls everything back and becomes a refusal; what cannot be rolled back now is rolled back by the next
 * operation. An error in our own code is thrown after the rollback.
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
    begun = await beginOperation(work, what, idLength);
    await lockIndex(work, begun);
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
    const kept = begun && (await rollBackNow(work, folder, begun));
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

/** Whether everything is as it was, or git had committed already and the operation was completed. */
async function rollBackNow(work: Work, folder: string, journal: Journal): Promise<'as-before' | 'committed' | 'left'> {
  try {
    const committed = await wasCommitted(work, journal);
    await rollBack(work, { folder, journal });
    return committed ? 'committed' : 'as-before';
  } catch {
    await leave(work, journal).catch(() => undefined);
    return 'left';
  }
}
