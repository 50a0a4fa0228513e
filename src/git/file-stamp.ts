import { lstat } from 'node:fs/promises';

/**
 * A fingerprint of a file's content without reading it, for files that are always replaced as a whole, as git replaces its own: inode,
 * size and times in nanoseconds. `undefined` if there is no file. If taken before the file is read, an equal stamp later means that
 * the file has not changed. Never rejects.
 */
export async function readFileStamp(path: string): Promise<string | undefined> {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs } = await lstat(path, { bigint: true });
    return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
  } catch {
    return undefined;
  }
}
