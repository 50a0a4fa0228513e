import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { lstat, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Why a file was not created: something exists there already, or a folder on the way is a link or a file. */
export type CreateFileFailure = 'exists' | 'not-a-folder';

/**
 * Creates a file at a `/`-separated path from the root, with the folders on the way. Never overwrites, never writes through a link.
 * Resolves to `undefined` when it was created; rejects with the error of the disk (full, not permitted).
 */
export async function createFile(root: string, path: string, text: string): Promise<CreateFileFailure | undefined> {
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

/** The file's name in the folder of git that belongs to the working tree. */
const pullRequestFile = 'pm-zone-pull-request.md';

/**
 * Leaves a pull request's description where no commit takes it, over the one from before, and gives its path. `undefined` where the disk does
 * not take it.
 */
export function writePullRequestFile(gitDir: string, description: string): string | undefined {
  const path = join(gitDir, pullRequestFile);
  try {
    // What was left there by a run that was killed, or is no file at all.
    rmSync(`${path}.new`, { force: true });
    writeFileSync(`${path}.new`, description, { flag: 'wx' });
    renameSync(`${path}.new`, path);
    return path;
  } catch {
    return undefined;
  }
}
