import { readHead } from '../git-store/update-refs.js';
import { formatLockMark, joinDiskPath, stateFolder, writeJournal, type Journal } from './journal.js';
import { busyMessage, OperationError } from '../operation-outcome.js';
import type { Work } from '../work.js';

/**
 * Claims the one folder that operations share, with a journal in it of which nothing is carried out yet. Ends with `busy` where
 * another operation holds it.
 */
export async function beginOperation(work: Work, what: string, idLength: number): Promise<Journal> {
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
    for (const folder of ['new', 'old']) await work.disk.makeFolder(joinDiskPath(start, folder));
    await writeJournal(work, start, journal);
    await work.disk.replace(joinDiskPath(start), joinDiskPath(state, 'op'));
    await work.disk.flush(joinDiskPath(state));
    return journal;
  } catch (error) {
    await work.disk.removeAll(joinDiskPath(start));
    throw ['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code as string)
      ? new OperationError('busy', busyMessage)
      : error;
  }
}

/** Takes git's lock on the index and marks it as the operation's. Ends with `busy` where another process holds it for half a second. */
export async function lockIndex(work: Work, journal: Journal): Promise<void> {
  const place = joinDiskPath(work.repository.gitDir, 'index.lock');
  const mark = joinDiskPath(stateFolder(work), 'op', 'lock');
  await work.disk.write(mark, Buffer.from(formatLockMark(journal)), 'file');
  await work.disk.flush(mark);
  for (let tries = 0; ; tries++) {
    try {
      // A hard link: the lock never exists without its owner's mark.
      await work.disk.link(mark, place);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (tries === 4) throw new OperationError('busy', busyMessage);
      await new Promise((fulfil) => setTimeout(fulfil, 100));
    }
  }
}
