import { writeIndex } from './index-entries.js';
import { placeOf } from './journal.js';
import type { Unfinished } from './unfinished.js';
import { git, gitLine, type Work } from './work.js';

/** Copies her index into the operation's folder, twice where it is there: to work on, and as it was. Gives the former's path. */
export async function copyIndex(work: Work, folder: string): Promise<string> {
  const hers = placeOf(work.repository.gitDir, 'index');
  const index = `${folder}/index`;
  if ((await work.disk.look(hers)).kind === 'missing') await git(work, ['read-tree', '--empty'], { index });
  else {
    await work.disk.copy(hers, placeOf(folder, 'index.before'));
    await work.disk.copy(hers, placeOf(index));
  }
  return index;
}

/** The tree of an index; of paths in conflict our side, in another copy, since git makes no tree of those. */
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
