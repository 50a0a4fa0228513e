import { createHash } from 'node:crypto';
import type { Work } from '../work.js';
import { ancestorFolders, resolveDiskPath, type BytePath } from '../git-store/byte-path.js';

/** A file's raw content by the id that git computes without any filter, and its mode on disk. */
export interface RawBlob {
  readonly mode: '100644' | '100755' | '120000';
  readonly id: string;
  readonly bytes: number;
}

/** What is at a path of the working tree: a blob, or what else. A path behind a link or a file is missing. */
export type PathState = RawBlob | 'missing' | 'folder' | 'special';

/** The id of a blob; 64 characters where the repository uses SHA-256. */
export function hashBlob(content: Uint8Array, idLength: number): string {
  return createHash(idLength === 64 ? 'sha256' : 'sha1')
    .update(`blob ${content.length}\0`)
    .update(content)
    .digest('hex');
}

/** What is at a path on disk. Of a file larger than `mostBytes` the id is empty. */
export async function readRawBlob(
  work: Work,
  place: Buffer,
  idLength: number,
  mostBytes = Infinity,
): Promise<PathState> {
  const standing = await work.disk.stat(place);
  if (standing.kind !== 'file' && standing.kind !== 'link') return standing.kind;
  const mode = standing.kind === 'link' ? '120000' : standing.executable ? '100755' : '100644';
  if (standing.bytes > mostBytes) return { mode, id: '', bytes: standing.bytes };
  const content = await work.disk.read(place);
  return { mode, id: hashBlob(content, idLength), bytes: content.length };
}

/** What is at a path of the working tree. */
export async function readWorkingFile(
  work: Work,
  name: BytePath,
  idLength: number,
  mostBytes?: number,
): Promise<PathState> {
  if ((await findObstacle(work, name)) !== undefined) return 'missing';
  return readRawBlob(work, resolveDiskPath(work.repository.root, name), idLength, mostBytes);
}

/** The ancestor nearest to the root that is no folder. */
export async function findObstacle(work: Work, name: BytePath): Promise<BytePath | undefined> {
  for (const folder of ancestorFolders(name)) {
    const { kind } = await work.disk.stat(resolveDiskPath(work.repository.root, folder));
    if (kind === 'missing') return undefined;
    if (kind !== 'folder') return folder;
  }
  return undefined;
}

export function isRawBlob(found: PathState | undefined): found is RawBlob {
  return typeof found === 'object';
}

export function isSameBlob(one: RawBlob | undefined, other: PathState | undefined): boolean {
  return isRawBlob(other) && one?.id === other.id && one.mode === other.mode;
}
