import { changeRefs } from './change-refs.js';
import { backupRef } from './backup-refs.js';
import { treeOf } from './git-objects.js';
import type { Head } from './journal.js';
import type { Name } from './names.js';
import type { Piece } from './piece.js';
import { writeSnapshot } from './snapshot.js';
import type { Work } from './work.js';

/** A file that lies elsewhere than its name says. */
export interface SetAside {
  readonly name: Name;
  readonly piece: Piece;
  readonly place: Buffer;
}

/** Saves files that were set aside as a backup of a branch at a commit, and returns its ref. `why` is what the list of backups says. */
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
