import { toPlainLine } from '../../git/git-error.js';
import { readHead } from '../git-store/branches.js';
import { formatLockMark, writeJournal, type Journal } from './journal.js';
import { decodePath, joinDiskPath, summarizePaths } from '../git-store/byte-path.js';
import { stateFolder, runGit, runGitLine, type Work } from '../work.js';
import { busyMessage, OperationError } from '../operation-outcome.js';
import { updateIndex, type IndexEntries } from '../git-store/index-entries.js';

/** What git may be in the middle of as an operation begins. */
export type Amid = 'merge' | 'rebase';

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

/** Ends the operation where the name of the branch cannot be read: what is kept under it would never come back. */
export function requireReadableBranch({ head: { branch = '' } }: Journal): void {
  // What is no UTF-8 was replaced by this sign as git's answer was read.
  if (!branch.includes('\uFFFD')) return;
  throw new OperationError(
    'no-branch',
    `The name of the branch that you are on, “${toPlainLine(branch)}”, has letters that cannot be read (they are not in UTF-8). Ask your engineering DRI to rename it here (git branch -m NEW-NAME), then try again.`,
  );
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

/** Copies git's index into the operation's folder, twice where it exists: to work on, and as it was. Returns the former's path. */
export async function copyIndex(work: Work, folder: string): Promise<string> {
  const original = joinDiskPath(work.repository.gitDir, 'index');
  const index = `${folder}/index`;
  if ((await work.disk.stat(original)).kind === 'missing') await runGit(work, ['read-tree', '--empty'], { index });
  else {
    await work.disk.copy(original, joinDiskPath(folder, 'index.before'));
    await work.disk.copy(original, joinDiskPath(index));
  }
  return index;
}

/** The tree of an index. Paths in conflict count with our side, in another copy, since git writes no tree of a conflicted index. */
export async function writeIndexTree(
  work: Work,
  folder: string,
  index: string,
  { conflicts, entries }: IndexEntries,
  idLength: number,
): Promise<string> {
  if (conflicts.size === 0) return runGitLine(work, ['write-tree', '--missing-ok'], { index });
  const settled = `${folder}/index.settled`;
  await work.disk.copy(joinDiskPath(index), joinDiskPath(settled));
  const changes = [...conflicts].flatMap((name) => {
    const version = entries.get(name);
    return [{ name, version: undefined }, ...(version ? [{ name, version }] : [])];
  });
  await updateIndex(work, settled, changes, idLength);
  return runGitLine(work, ['write-tree', '--missing-ok'], { index: settled });
}

/** Ends the operation where git is in the middle of something else than this, which the operation goes on with or takes back. */
export async function requireIdleGit(work: Work, amid: Amid | undefined): Promise<void> {
  // In the middle of a rebase git may be in that of each step, too.
  if (amid === 'rebase') return;
  for (const [file, what] of underWay) {
    const { kind } = await work.disk.stat(joinDiskPath(work.repository.gitDir, file));
    if (kind === 'missing' || (amid === 'merge' && file === 'MERGE_HEAD')) continue;
    throw new OperationError(
      'under-way',
      `Git is in the middle of ${what} here. Finish it or take it back first, then try again.`,
    );
  }
}

/** Ends the operation where files are in conflict: what only the index has of both sides is in no commit and no file. */
export function requireSettled({ conflicts }: IndexEntries): void {
  if (conflicts.size === 0) return;
  const names = [...conflicts];
  const [stand, them] = names.length === 1 ? ['stands', 'it'] : ['stand', 'them'];
  throw new OperationError(
    'conflict',
    `${summarizePaths(names)} ${stand} in two versions that git has not settled (a conflict). Keep what is right of both, save, and stage ${them} (“+” in Source Control, or “git add”), then try again.`,
    names.map(decodePath),
  );
}

const underWay: readonly (readonly [file: string, what: string])[] = [
  ['MERGE_HEAD', "a merge (bringing others' changes together with yours)"],
  ['CHERRY_PICK_HEAD', 'a cherry-pick (taking over a step of another branch)'],
  ['REVERT_HEAD', 'a revert (undoing an earlier step)'],
  ['rebase-merge', "a rebase (putting your changes on top of others')"],
  ['rebase-apply', "a rebase (putting your changes on top of others')"],
  // Alone there between two of them, once the first is committed by hand.
  ['sequencer', 'taking over or undoing several commits in turn (cherry-pick, revert)'],
  ['BISECT_LOG', 'a search for the commit that broke something (bisect)'],
];
