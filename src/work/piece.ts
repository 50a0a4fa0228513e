import { createHash } from 'node:crypto';
import type { Work } from './work.js';
import { foldersAbove, placeIn, type Name } from './names.js';

/** A file's raw content by the id that git computes without any filter, and its mode on disk. */
export interface Piece {
  readonly mode: '100644' | '100755' | '120000';
  readonly id: string;
  readonly bytes: number;
}

/** What is at a path of the working tree: a blob, or what else. A path behind a link or a file is missing. */
export type Found = Piece | 'missing' | 'folder' | 'special';

/** The id of a blob; 64 characters where the repository uses SHA-256. */
export function blobId(content: Uint8Array, idLength: number): string {
  return createHash(idLength === 64 ? 'sha256' : 'sha1')
    .update(`blob ${content.length}\0`)
    .update(content)
    .digest('hex');
}

/** What is at a path on disk. Of a file larger than `mostBytes` the id is empty. */
export async function pieceAt(work: Work, place: Buffer, idLength: number, mostBytes = Infinity): Promise<Found> {
  const standing = await work.disk.look(place);
  switch (standing.kind) {
    case 'file':
    case 'link': {
      const mode = standing.kind === 'link' ? '120000' : standing.executable ? '100755' : '100644';
      if (standing.bytes > mostBytes) return { mode, id: '', bytes: standing.bytes };
      const content = await work.disk.read(place);
      return { mode, id: blobId(content, idLength), bytes: content.length };
    }
    default:
      return standing.kind;
  }
}

/** What is at a path of the working tree. */
export async function pieceInTree(work: Work, name: Name, idLength: number, mostBytes?: number): Promise<Found> {
  if ((await obstacleAbove(work, name)) !== undefined) return 'missing';
  return pieceAt(work, placeIn(work.repository.root, name), idLength, mostBytes);
}

/** The ancestor nearest to the root that is no folder. */
export async function obstacleAbove(work: Work, name: Name): Promise<Name | undefined> {
  for (const folder of foldersAbove(name)) {
    const { kind } = await work.disk.look(placeIn(work.repository.root, folder));
    if (kind === 'missing') return undefined;
    if (kind !== 'folder') return folder;
  }
  return undefined;
}

export function isPiece(found: Found | undefined): found is Piece {
  return typeof found === 'object';
}

export function isSame(one: Piece | undefined, other: Found | undefined): boolean {
  return isPiece(other) && one?.id === other.id && one.mode === other.mode;
}
