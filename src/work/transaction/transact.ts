import {
  beginOperation,
  lockIndex,
  copyIndex,
  writeIndexTree,
  requireIdleGit,
  requireReadableBranch,
  requireSettled,
  type Amid,
} from './begin-operation.js';
import { hashBlob } from '../../git/objects.js';
import { updateRefs, switchHead, type Head, type RefChange } from '../git-store/branches.js';
import { joinDiskPath } from '../git-store/byte-path.js';
import { readIdLength } from '../git-store/git-objects.js';
import { requireStillAlone } from '../find-other-checkout.js';
import { keepWhatComes } from './keep-what-comes.js';
import { runGit, stateFolder, type Work } from '../work.js';
import { writeJournal, type Journal } from './journal.js';
import { attempt, toHalfway, toRefusal, OperationError, type OperationOutcome } from '../operation-outcome.js';
import { endOperation, rollBack, hasCommitted } from './roll-back.js';
import { tornJournalMessage, abandonOperation, recoverOperations } from './recover-operations.js';
import { readUnfinished, type UnfinishedWork } from '../snapshot/read-unfinished.js';

/** An operation under way. The working tree, the index and refs change only in `swapFiles` and `conclude`. */
export interface Transaction {
  readonly work: Work;
  readonly folder: string;
  readonly head: Head;
  readonly idLength: number;
  /** A copy of git's index, which replaces it in the end. */
  readonly index: string;
  readonly unfinished: UnfinishedWork;
  /** The tree of what is staged; of paths in conflict our side. */
  readonly indexTree: string;
  readonly journal: () => Journal;
  /** Records in the journal what is about to be done. */
  readonly updateJournal: (more: Partial<Journal>) => Promise<void>;
}

/** The end of an operation: what to say, where refs move and to which branch HEAD, once its files are in place. */
export interface Conclusion<T> {
  readonly sentence: string;
  readonly result: T;
  readonly refs?: readonly RefChange[];
  readonly branch?: string;
}

export interface TransactionOptions {
  /** May run in the middle of that, and with files in conflict. */
  readonly amid?: Amid;
}

/**
 * Runs an operation wholly or not at all: git's index is locked, the unfinished work is read, each change is journaled before it is
 * made. An expected error rolls everything back and becomes a refusal; what cannot be rolled back now is rolled back by the next
 * operation. An error in our own code is thrown after the rollback. Where another git cleared away what was being written, all of it is
 * rolled back and done again.
 */
export async function transact<T>(
  work: Work,
  what: string,
  body: (transaction: Transaction) => Promise<Conclusion<T>>,
  options: TransactionOptions = {},
): Promise<OperationOutcome<T>> {
  return attempt(() => despiteClearing(() => transactOnce(work, what, body, options)));
}

async function transactOnce<T>(
  work: Work,
  what: string,
  body: (transaction: Transaction) => Promise<Conclusion<T>>,
  options: TransactionOptions,
): Promise<OperationOutcome<T>> {
  let begun: Journal | undefined;
  const folder = `${stateFolder(work)}/op`;
  const note = async (more: Partial<Journal>): Promise<void> => {
    const next = { ...(begun as Journal), ...more };
    await writeJournal(work, folder, next);
    begun = next;
  };
  try {
    await recoverFirst(work);
    const idLength = await readIdLength(work);
    begun = await beginOperation(work, what, idLength);
    requireReadableBranch(begun);
    await lockIndex(work, begun);
    await requireIdleGit(work, options.amid);
    const index = await copyIndex(work, folder);
    const unfinished = await readUnfinished(work, index, idLength);
    if (options.amid === undefined) requireSettled(unfinished);
    const indexTree = await writeIndexTree(work, folder, index, unfinished, idLength);
    const { head } = begun;
    const transaction = { work, folder, head, idLength, index, unfinished, indexTree, updateJournal: note };
    const { sentence, result, refs, branch } = await body({ ...transaction, journal: () => begun as Journal });
    await despiteClearing(() => keepWhatComes(transaction, refs, branch));
    await conclude(transaction, begun, refs ?? [], branch);
    return { done: true, sentence, ...result };
  } catch (error) {
    const refusal = toRefusal(error);
    const kept = begun && (await rollBackNow(work, folder, begun));
    if (!refusal) throw error;
    if (kept === undefined || kept === 'as-before') {
      if (refusal.reason === 'cleared') throw error;
      return refusal;
    }
    if (kept === 'left') return toHalfway(refusal);
    const sentence =
      'The commit was made, though not all after it could be done. Look at your change before you go on.';
    return { ...refusal, reason: 'interrupted', sentence };
  }
}

/** How often something is tried that another git cleared away as it was written. */
const mostTries = 4;

async function despiteClearing<T>(act: () => Promise<T>, tries = mostTries): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof OperationError) || error.reason !== 'cleared' || tries === 1) throw error;
    return despiteClearing(act, tries - 1);
  }
}

async function recoverFirst(work: Work): Promise<void> {
  const { operations, committed, torn } = await recoverOperations(work);
  if (torn > 0) throw new OperationError('interrupted', `${tornJournalMessage} Then try again.`);
  if (operations === 0) return;
  throw new OperationError(
    'interrupted',
    committed > 0
      ? 'An earlier step had been interrupted once its commit was made: the commit is in your change. Look at it, then try again.'
      : 'An earlier step had been interrupted. It was put back just now, so that all is as before it; look at your files, then try again.',
  );
}

async function conclude(
  { work, folder, index, idLength, head, updateJournal }: Omit<Transaction, 'journal'>,
  journal: Journal,
  refs: readonly RefChange[],
  branchAfter: string | undefined,
): Promise<void> {
  await runGit(work, ['update-index', '-q', '--unmerged', '--refresh'], { index, allowExit: [1] });
  const indexAfter = hashBlob(await work.disk.read(joinDiskPath(index)), idLength);
  await updateJournal({ refs: [...journal.refs, ...refs], branchAfter, indexAfter });
  await updateRefs(work, refs);
  if (branchAfter !== undefined && branchAfter !== head.branch) {
    await switchHead(work, branchAfter);
    await requireStillAlone(work, branchAfter);
  }
  await work.disk.replace(joinDiskPath(index), joinDiskPath(work.repository.gitDir, 'index'));
  await endOperation(work, folder, journal);
}

/** Whether everything is as it was, git had committed already (what is left to complete waits for the next operation), or neither. */
async function rollBackNow(work: Work, folder: string, journal: Journal): Promise<'as-before' | 'committed' | 'left'> {
  let committed = false;
  try {
    committed = await hasCommitted(work, { folder, journal });
    await rollBack(work, { folder, journal });
    return committed ? 'committed' : 'as-before';
  } catch {
    await abandonOperation(work, journal).catch(() => undefined);
    return committed ? 'committed' : 'left';
  }
}
