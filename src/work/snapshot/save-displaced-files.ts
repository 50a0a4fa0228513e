import { joinDiskPath, type BytePath } from '../git-store/byte-path.js';
import { updateRefs, type Head } from '../git-store/branches.js';
import { resolveTree } from '../git-store/git-objects.js';
import { isRawBlob, readRawBlob } from './raw-blob.js';
import type { ExistingFile } from './read-unfinished.js';
import { createBackupRef, writeWorkSnapshot } from './work-snapshot.js';
import type { Work } from '../work.js';

/** Files that lie under numbers in a folder, elsewhere than their names say. */
export interface DisplacedFiles {
  readonly folder: string;
  readonly numbers: readonly string[];
  readonly nameOf: (number: string) => BytePath;
  readonly idLength: number;
}

/**
 * Saves files that were set aside as a backup of a branch at a commit, and returns its ref; none where nothing was. `operation` is
 * the folder of the operation that ends with it, `why` what the list of backups says.
 */
export async function saveDisplacedFiles(
  work: Work,
  operation: string,
  why: string,
  { branch, commit }: Head,
  { folder, numbers, nameOf, idLength }: DisplacedFiles,
): Promise<readonly string[]> {
  const places = new Map<BytePath, Buffer>();
  const items: ExistingFile[] = [];
  for (const number of numbers) {
    const place = joinDiskPath(folder, number);
    const piece = await readRawBlob(work, place, idLength);
    if (!isRawBlob(piece)) continue;
    places.set(nameOf(number), place);
    items.push({ name: nameOf(number), piece });
  }
  if (items.length === 0) return [];
  const indexTree = await resolveTree(work, commit);
  const at = work.now().toISOString();
  const discarded = [...places.keys()];
  const manifest = { why, at, branch, head: commit, indexTree, items, announced: [], discarded };
  const change = createBackupRef(
    await writeWorkSnapshot(work, operation, manifest, (name) => places.get(name) as Buffer),
  );
  await updateRefs(work, [change]);
  return [change.name];
}
