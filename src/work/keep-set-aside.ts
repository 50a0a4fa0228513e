import { changeRefs } from './change-refs.js';
import { backupRef } from './backup-refs.js';
import { treeOf } from './git-objects.js';
import type { Head } from './journal.js';
import type { Name } from './names.js';
import type { Piece } from './piece.js';
import { writeSnapshot } from './snapshot.js';
import type { Work } from './work.js';

/** A file that stands at another place than its name says. */
export interface SetAside {
  readonly name: Name;
  readonly piece: Piece;
  readonly place: Buffer;
}

/** Makes a backup of files that were set aside, on a branch at a commit, and gives its ref. `why` is what the list of backups says. */
export async function keepSetAside(
  work: Work,
  why: string,
  { branch, commit }: Head,
  files: readonly SetAside[],
): Promise<string> {
  const places = new Map(files.map(({ name, place }) => [name, place]));
  const snapshot = await writeSnapshot(
    work,
    {
      why,
      at: work.now().toISOString(),
      branch,
      head: commit,
      indexTree: await treeOf(work, commit),
      items: files.map(({ name, piece }) => ({ name, piece })),
      announced: [],
      discarded: files.map(({ name }) => name),
    },
    (name) => places.get(name) as Buffer,
  );
  const change = backupRef(snapshot);
  await changeRefs(work, [change]);
  return change.name;
}
