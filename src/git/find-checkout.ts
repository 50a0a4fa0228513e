import { lstat, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * The folder of the git checkout that a file lies in by its real place, whatever links lead to it: this repository's, a linked working tree's, a
 * submodule's, or any other's. `undefined` where it lies in none, or is not there.
 */
export async function findCheckout(file: string): Promise<string | undefined> {
  const place = await realpath(file).catch(() => undefined);
  if (place === undefined) return undefined;
  for (let folder = dirname(place); ; folder = dirname(folder)) {
    const isCheckout = await lstat(join(folder, '.git')).then(
      () => true,
      () => false,
    );
    if (isCheckout) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
