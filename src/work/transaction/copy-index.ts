import { updateIndex } from '../git-store/index-entries.js';
import { joinDiskPath } from './journal.js';
import type { UnfinishedWork } from '../working-tree/read-unfinished.js';
import { runGit, runGitLine, type Work } from '../work.js';

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
  { conflicts, entries }: UnfinishedWork,
  idLength: number,
): Promise<string> {
  if (conflicts.size === 0) return runGitLine(work, ['write-tree', '--missing-ok'], { index });
  const settled = `${folder}/index.settled`;
  await work.disk.copy(joinDiskPath(index), joinDiskPath(settled));
  await updateIndex(
    work,
    settled,
    [...conflicts].flatMap((name) => {
      const version = entries.get(name);
      return [{ name, version: undefined }, ...(version ? [{ name, version }] : [])];
    }),
    idLength,
  );
  return runGitLine(work, ['write-tree', '--missing-ok'], { index: settled });
}
