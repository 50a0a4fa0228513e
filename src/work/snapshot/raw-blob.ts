import { hashBlob } from '../../git/objects.js';
import type { Work } from '../work.js';
import { ancestorFolders, resolveDiskPath, type BytePath } from '../git-store/byte-path.js';

/** A file's raw content by the id that git computes without any filter, and its mode on disk. */
export interface RawBlob {
  readonly mode: '100644' | '100755' | '120000';
  readonly id: string;
  readonly bytes: number;
  /** Of a file, as on disk: more than git keeps. What older versions kept does not have it. */
  readonly permissions?: number;
}

/** What is at a path of the working tree: a blob, or what else. A path behind a link or a file is missing. */
export type PathState = RawBlob | 'missing' | 'folder' | 'special';

/** What is at a path on disk. Of a file larger than `mostBytes` the id is empty. */
export async function readRawBlob(
  work: Work,
  place: Buffer,
  idLength: number,
  mostBytes = Infinity,
): Promise<PathState> {
  const standing = await work.disk.stat(place);
  if (standing.kind !== 'file' && standing.kind !== 'link') return standing.kind;
  const kind =
    standing.kind === 'link'
      ? { mode: '120000' as const }
      : { mode: standing.executable ? ('100755' as const) : ('100644' as const), permissions: standing.permissions };
  if (standing.bytes > mostBytes) return { ...kind, id: '', bytes: standing.bytes };
  const content = await work.disk.read(place);
  return { ...kind, id: hashBlob(content, idLength), bytes: content.length };
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

/** The same content and mode, and the same permissions where both are known. */
export function isSameBlob(one: RawBlob | undefined, other: PathState | undefined): boolean {
  if (!isRawBlob(other) || !isSameForGit(one, other)) return false;
  const [given, found] = [one?.permissions, other.permissions];
  return given === undefined || found === undefined || given === found;
}

/** As far as git can tell. */
export function isSameForGit(one: RawBlob | undefined, other: PathState | undefined): boolean {
  return isRawBlob(other) && one?.id === other.id && one.mode === other.mode;
}
