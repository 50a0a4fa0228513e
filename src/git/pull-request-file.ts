import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file's name in the folder of git that belongs to the working tree. */
const name = 'pm-zone-pull-request.md';

/**
 * Leaves a pull request's description where no commit takes it, over the one from before, and gives its path. `undefined` where the disk does
 * not take it.
 */
export function writePullRequestFile(gitDir: string, description: string): string | undefined {
  const path = join(gitDir, name);
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
