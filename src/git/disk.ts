import { constants } from 'node:fs';
import { lstat, open, readdir, readlink } from 'node:fs/promises';

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
  /** The names of what lies directly in the root; none where it cannot be read. */
  listRoot(): Promise<readonly string[]>;
}

/** Opens the working tree in `root`. Whether a folder is a link is looked up once for the lifetime of the disk. */
export function openDisk(root: string): Disk {
  const folders = new Map<string, Promise<boolean>>();
  // Names are kept as one character a byte, since not all are UTF-8.
  const toAbsolute = (name: string): Buffer => Buffer.concat([Buffer.from(`${root}/`), Buffer.from(name, 'latin1')]);
  const isFolder = (name: string): Promise<boolean> => {
    const known = folders.get(name);
    if (known) return known;
    const found = isPlainFolder(toAbsolute(name), name === '' ? Promise.resolve(true) : isFolder(parentOf(name)));
    folders.set(name, found);
    return found;
  };
  return {
    async read(path, maxBytes) {
      const name = (typeof path === 'string' ? Buffer.from(path) : path).toString('latin1');
      if (name.includes('\0') || name.split('/').some((segment) => ['', '.', '..'].includes(segment)))
        return { kind: 'unreadable' };
      return (await isFolder(parentOf(name))) ? readEntry(toAbsolute(name), maxBytes) : { kind: 'missing' };
    },
    listRoot: () => readdir(root).catch(() => []),
  };
}

function parentOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('/')));
}

async function isPlainFolder(absolute: Buffer, parent: Promise<boolean>): Promise<boolean> {
  const stats = (await parent) ? await lstat(absolute).catch(() => undefined) : undefined;
  return stats?.isDirectory() === true;
}

async function readEntry(absolute: Buffer, maxBytes: number): Promise<DiskEntry> {
  try {
    const stats = await lstat(absolute);
    if (stats.isDirectory()) return { kind: 'folder' };
    if (stats.isSymbolicLink()) {
      const content = await readlink(absolute, { encoding: 'buffer' });
      return { kind: 'symbolic-link', bytes: content.length, content };
    }
    return stats.isFile() ? await readFile(absolute, maxBytes) : { kind: 'unreadable' };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { kind: code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable' };
  }
}

async function readFile(absolute: Buffer, maxBytes: number): Promise<DiskEntry> {
  // The file may have been replaced by a link or a pipe meanwhile: do not follow the one nor wait for the other.
  const handle = await open(absolute, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const stats = await handle.stat();
    const entry = { kind: 'file', bytes: stats.size, executable: (stats.mode & 0o100) !== 0 } as const;
    if (stats.size > maxBytes) return entry;
    // A file that is being cut off gives less than it had; what it grows by meanwhile is not read.
    const content = Buffer.alloc(stats.size);
    const { bytesRead } = await handle.read(content, 0, content.length, 0);
    return { ...entry, bytes: bytesRead, content: content.subarray(0, bytesRead) };
  } finally {
    await handle.close();
  }
}
