import { parseGitProcessNote } from '../../git/git-process-note.js';
import { readParents } from '../git-store/commit-graph.js';
import { joinDiskPath } from '../git-store/byte-path.js';
import { stateFolder, runGitLine, type Work } from '../work.js';
import type { Journal } from './journal.js';
import { OperationError } from '../operation-outcome.js';

/** Milliseconds: no operation runs longer. An older journal belongs to a dead process, even if another one has its number now. */
export const longestOperation = 600_000;

/** Milliseconds to wait for a git whose operation was killed. */
const patience = 3000;

/** Milliseconds: no git holds the lock of a ref longer. */
const longestHold = 2000;

/**
 * Waits for git processes that run on although the one that started them has ended, so that nothing changes under what is put back.
 * Ends with `busy` where one takes long, such as a check of the repository before a commit.
 */
export async function waitForOrphanedGit(work: Work, names: readonly string[]): Promise<void> {
  const start = work.now().getTime();
  for (const name of names) {
    const note = parseGitProcessNote(name);
    if (note === undefined || work.isAlive(note.owner)) continue;
    while (work.isAlive(note.process) && work.now().getTime() - note.at < longestOperation) {
      if (work.now().getTime() - start > patience) {
        throw new OperationError(
          'busy',
          'Git is still at work on a step that was interrupted. Wait until it is done, then try again.',
        );
      }
      await pause(20);
    }
    await work.disk.remove(joinDiskPath(stateFolder(work), name));
  }
}

/**
 * Removes the locks that a git of an operation left behind when it was killed: on the refs that the operation changes, made since it
 * began, and held for longer than any git does.
 */
export async function removeStaleLocks(work: Work, { head, refs, commits, at }: Journal): Promise<void> {
  const { gitDir, commonDir } = work.repository;
  const names = new Set(refs.map(({ name }) => name));
  if (commits) names.add(`refs/heads/${String(head.branch)}`);
  const locks = [
    joinDiskPath(gitDir, 'HEAD.lock'),
    joinDiskPath(commonDir, 'packed-refs.lock'),
    ...[...names].map((name) => joinDiskPath(commonDir, `${name}.lock`)),
  ];
  for (const lock of locks) {
    for (;;) {
      const found = await work.disk.stat(lock);
      // The clock of a disk is behind by some milliseconds.
      if (found.kind !== 'file' || found.modifiedAt < at - 1000) break;
      const held = work.now().getTime() - found.modifiedAt;
      if (held > longestHold) await work.disk.remove(lock);
      else await pause(longestHold - held + 1);
    }
  }
}

/** Removes the merge state that git removes once a merge is committed; it may have been killed just before. */
export async function clearMergeState(work: Work): Promise<void> {
  const place = (name: string): Buffer => joinDiskPath(work.repository.gitDir, name);
  if ((await work.disk.stat(place('MERGE_HEAD'))).kind === 'file') {
    const merged = (await work.disk.read(place('MERGE_HEAD'))).toString('latin1').trim();
    // Another merge has begun since.
    if (!(await readParents(work, await runGitLine(work, ['rev-parse', 'HEAD']))).includes(merged)) return;
  }
  for (const name of mergeStateFiles) await work.disk.remove(place(name));
}

/** Git's own files of a merge under way. */
export const mergeStateFiles = ['MERGE_HEAD', 'MERGE_MSG', 'MERGE_MODE', 'AUTO_MERGE'] as const;

function pause(milliseconds: number): Promise<void> {
  return new Promise((fulfil) => setTimeout(fulfil, Math.max(1, milliseconds)));
}
