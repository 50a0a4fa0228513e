import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, lstatSync, openSync, readlinkSync, readSync } from 'node:fs';
import { readdir } from 'node:fs/promises';

/** The entry at a path of the working tree. A file of more bytes than requested has no `content`. */
export type DiskEntry =
  | { readonly kind: 'file'; readonly bytes: number; readonly executable: boolean; readonly content?: Buffer }
  | { readonly kind: 'symbolic-link'; readonly bytes: number; readonly content: Buffer }
  | { readonly kind: 'folder' | 'missing' | 'unreadable' };

/** The files of a working tree. Links are never followed, also not on the way, and nothing outside is read. */
export interface Disk {
  /**
   * `path` is git's: bytes from the root, slashes between (a string stands for its UTF-8). A path behind a link is `missing`, as it
   * is to git. Never rejects.
   */
  read(path: string | Buffer, maxBytes: number): Promise<DiskEntry>;
  /**
   * The id that git would give the unfiltered content of a plain file, read piece by piece; `undefined` for all else and for what has more than
   * 1 GB. `idLength` is that of the repository's ids. Never rejects.
   */
  hash(path: string | Buffer, idLength: number): Promise<string | undefined>;
  /** The names of what lies directly in the root; none where it cannot be read. */
  listRoot(): Promise<readonly string[]>;
}

/**
 * Opens the working tree in `root`. Whether a folder is a link is looked up once for the lifetime of the disk. One file is read in one go:
 * handing each of five calls to another thread takes four times as long as the calls.
 */
export function openDisk(root: string): Disk {
  const folders = new Map<string, boolean>();
  // Names are kept as one character a byte, since not all are UTF-8.
  const toAbsolute = (name: string): Buffer => Buffer.concat([Buffer.from(`${root}/`), Buffer.from(name, 'latin1')]);
  const isFolder = (name: string): boolean => {
    const known = folders.get(name);
    if (known !== undefined) return known;
    const found = (name === '' || isFolder(parentOf(name))) && isPlainFolder(toAbsolute(name));
    folders.set(name, found);
    return found;
  };
  const look = <T>(
    path: string | Buffer,
    use: (absolute: Buffer) => T,
    none: (kind: 'missing' | 'unreadable') => T,
  ): T => {
    const name = (typeof path === 'string' ? Buffer.from(path) : path).toString('latin1');
    if (name.includes('\0') || name.split('/').some((segment) => ['', '.', '..'].includes(segment)))
      return none('unreadable');
    try {
      return isFolder(parentOf(name)) ? use(toAbsolute(name)) : none('missing');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return none(code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable');
    }
  };
  return {
    read: (path, maxBytes) =>
      Promise.resolve(
        look<DiskEntry>(
          path,
          (absolute) => readEntry(absolute, maxBytes),
          (kind) => ({ kind }),
        ),
      ),
    hash: (path, idLength) =>
      Promise.resolve(
        look(
          path,
          (absolute) => hashFile(absolute, idLength),
          () => undefined,
        ),
      ),
    listRoot: () => readdir(root).catch(() => []),
  };
}

function parentOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('/')));
}

function isPlainFolder(absolute: Buffer): boolean {
  try {
    return lstatSync(absolute).isDirectory();
  } catch {
    return false;
  }
}

function readEntry(absolute: Buffer, maxBytes: number): DiskEntry {
  const stats = lstatSync(absolute);
  if (stats.isDirectory()) return { kind: 'folder' };
  if (stats.isSymbolicLink()) {
    const content = readlinkSync(absolute, { encoding: 'buffer' });
    return { kind: 'symbolic-link', bytes: content.length, content };
  }
  return stats.isFile() ? readFile(absolute, maxBytes) : { kind: 'unreadable' };
}

function readFile(absolute: Buffer, maxBytes: number): DiskEntry {
  return inFile(absolute, (file): DiskEntry => {
    const stats = fstatSync(file);
    const entry = { kind: 'file', bytes: stats.size, executable: (stats.mode & 0o100) !== 0 } as const;
    if (stats.size > maxBytes) return entry;
    // A file that is being cut off gives less than it had; what it grows by meanwhile is not read.
    const content = Buffer.alloc(stats.size);
    const bytes = readSync(file, content, 0, content.length, 0);
    return { ...entry, bytes, content: content.subarray(0, bytes) };
  });
}

const mostHashed = 2 ** 30;

function hashFile(absolute: Buffer, idLength: number): string | undefined {
  return inFile(absolute, (file) => {
    const stats = fstatSync(file);
    if (!stats.isFile() || stats.size > mostHashed) return undefined;
    const hash = createHash(idLength === 64 ? 'sha256' : 'sha1').update(`blob ${stats.size}\0`);
    const piece = Buffer.alloc(2 ** 20);
    for (let left = stats.size; left > 0;) {
      const bytes = readSync(file, piece, 0, Math.min(left, piece.length), null);
      if (bytes === 0) return undefined;
      hash.update(piece.subarray(0, bytes));
      left -= bytes;
    }
    return hash.digest('hex');
  });
}

/** The file may have been replaced by a link or a pipe meanwhile: the one is not followed, and the other not waited for. */
function inFile<T>(absolute: Buffer, use: (file: number) => T): T {
  const file = openSync(absolute, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    return use(file);
  } finally {
    closeSync(file);
  }
}
