import { writeIndex } from './index-entries.js';
import { placeOf } from './journal.js';
import type { Name } from './names.js';
import type { Transaction } from './transact.js';
import type { Version } from './versions-in.js';
import { git, gitLine } from './work.js';

/**
 * The tree of what is staged with these paths as they are in `versions`; without a version a path is gone. Made on a copy of the index,
 * so that her own stays as it is.
 */
export async function mendedTree(
  { work, folder, index, indexTree, idLength }: Transaction,
  names: readonly Name[],
  versions: ReadonlyMap<Name, Version>,
): Promise<string> {
  const mended = `${folder}/index.mended`;
  await work.disk.copy(placeOf(index), placeOf(mended));
  await git(work, ['read-tree', '--reset', '-i', indexTree], { index: mended });
  await writeIndex(
    work,
    mended,
    names.map((name) => ({ name, version: versions.get(name) })),
    idLength,
  );
  return gitLine(work, ['write-tree', '--missing-ok'], { index: mended });
}
