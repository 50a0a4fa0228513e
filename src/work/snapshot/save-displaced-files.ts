import { updateRefs } from '../git-store/update-refs.js';
import { createBackupRef } from './backup-refs.js';
import { resolveTree } from '../git-store/git-objects.js';
import type { Head } from '../transaction/journal.js';
import type { BytePath } from '../git-store/byte-path.js';
import type { RawBlob } from '../working-tree/raw-blob.js';
import { writeWorkSnapshot } from './work-snapshot.js';
import type { Work } from '../work.js';

/** A file that lies elsewhere than its name says. */
export interface DisplacedFile {
  readonly name: BytePath;
  readonly piece: RawBlob;
  readonly diskPath: Buffer;
}

/** Saves files that were set aside as a backup of a branch at a commit, and returns its ref. `why` is what the list of backups says. */
export async function saveDisplacedFiles(
  work: Work,
  why: string,
  { branch, commit }: Head,
  files: readonly DisplacedFile[],
): Promise<string> {
  const places = new Map(files.map(({ name, diskPath }) => [name, diskPath]));
  const snapshot = await writeWorkSnapshot(
    work,
    {
      why,
      at: work.now().toISOString(),
      branch,
      head: commit,
      indexTree: await resolveTree(work, commit),
      items: files.map(({ name, piece }) => ({ name, piece })),
      announced: [],
      discarded: files.map(({ name }) => name),
    },
    (name) => places.get(name) as Buffer,
  );
  const change = createBackupRef(snapshot);
  await updateRefs(work, [change]);
  return change.name;
}
