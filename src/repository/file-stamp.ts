import { lstat } from 'node:fs/promises';

/**
 * Stands for a file's content without reading it, for a file that is only ever replaced as a whole, as git does with its own: which
 * file it is, its size and its times in nanoseconds. `undefined` where there is none. Taken before the file is read, an equal stamp
 * later means that nothing came in between. Never rejects.
 */
export async function fileStamp(path: string): Promise<string | undefined> {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs } = await lstat(path, { bigint: true });
    return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
  } catch {
    return undefined;
  }
}
