import { lstat, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Why a file was not made: something lies there already, or its folder leads elsewhere by a link or is no folder. */
export type NotCreated = 'exists' | 'not-a-folder';

/**
 * Makes a new file at a path from the root (`/` between) and the folders on the way. Never writes over anything, never through a
 * link. `undefined` when it was made; rejects with what the disk says (full, not allowed).
 */
export async function createFile(root: string, path: string, text: string): Promise<NotCreated | undefined> {
  const segments = path.split('/');
  const name = segments.splice(-1).join('');
  let folder = root;
  for (const segment of segments) {
    folder = join(folder, segment);
    await mkdir(folder).catch(ignoreExisting);
    if (!(await lstat(folder)).isDirectory()) return 'not-a-folder';
  }
  try {
    await writeFile(join(folder, name), text, { flag: 'wx' });
    return undefined;
  } catch (error) {
    ignoreExisting(error);
    return 'exists';
  }
}

function ignoreExisting(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
}
