import { writeIndex } from './index-entries.js';
import { placeOf } from './journal.js';
import type { Unfinished } from './unfinished.js';
import { git, gitLine, type Work } from './work.js';

/** Copies git's index into the operation's folder, twice where it exists: to work on, and as it was. Returns the former's path. */
export async function copyIndex(work: Work, folder: string): Promise<string> {
  const original = placeOf(work.repository.gitDir, 'index');
  const index = `${folder}/index`;
  if ((await work.disk.look(original)).kind === 'missing') await git(work, ['read-tree', '--empty'], { index });
  else {
    await work.disk.copy(original, placeOf(folder, 'index.before'));
    await work.disk.copy(original, placeOf(index));
  }
  return index;
}

/** The tree of an index. Paths in conflict count with our side, in another copy, since git writes no tree of a conflicted index. */
export async function treeOfIndex(
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
