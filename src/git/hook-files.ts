import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readBoundedFile } from './read-bounded-file.js';

/** The entry where git looks for a hook. `runs`: git would run it. A file over a megabyte has no `text`. */
export type HookEntry =
  | { readonly kind: 'missing' | 'folder' | 'other' }
  | { readonly kind: 'file' | 'link'; readonly runs: boolean; readonly text?: string };

const largestHook = 2 ** 20;

/** What stands at a path; of a link, `text` and `runs` are those of what it leads to. Rejects only where the disk itself fails. */
export async function inspectHook(path: string): Promise<HookEntry> {
  const stats = await orMissing(fs.lstat(path));
  if (stats === undefined) return { kind: 'missing' };
  if (stats.isDirectory()) return { kind: 'folder' };
  if (!stats.isFile() && !stats.isSymbolicLink()) return { kind: 'other' };
  const target = stats.isFile() ? stats : await fs.stat(path).catch(() => undefined);
  const runs =
    target?.isFile() === true &&
    (await fs.access(path, fs.constants.X_OK).then(
      () => true,
      () => false,
    ));
  const text = target?.isFile() === true ? (await readBoundedFile(path, largestHook))?.toString('utf8') : undefined;
  return { kind: stats.isFile() ? 'file' : 'link', runs, ...(text !== undefined && { text }) };
}

/** Writes a file (`mode` says who may run it) and the folders on the way. Written to a temporary file and renamed, so that it is never incomplete. */
export async function replaceFile(path: string, text: string, mode = 0o755): Promise<void> {
  const beside = `${path}.${randomUUID()}`;
  await fs.mkdir(dirname(path), { recursive: true });
  try {
    await fs.writeFile(beside, text, { flag: 'wx', mode });
    await fs.rename(beside, path);
  } finally {
    await fs.rm(beside, { force: true });
  }
}

/** Gives a hook a second name; the first stays. A file is hard-linked, a link copied. Never overwrites. */
export async function preserveHook(hook: string, kept: string): Promise<void> {
  if ((await fs.lstat(hook)).isSymbolicLink()) await fs.symlink(await fs.readlink(hook), kept);
  else await fs.link(hook, kept);
}

/** Moves a preserved hook back, over what is there. */
export async function restoreHook(kept: string, path: string): Promise<void> {
  await fs.rename(kept, path);
}

/** Removes a file, if there is one. */
export async function removeFile(path: string): Promise<void> {
  await fs.rm(path, { force: true });
}

/** Removes a folder if it is empty. */
export async function removeEmptyFolder(path: string): Promise<void> {
  await fs.rmdir(path).catch(() => undefined);
}

/** The names in a folder; none if there is no such folder. */
export async function listNames(folder: string): Promise<readonly string[]> {
  return fs.readdir(folder).catch(() => []);
}

/** The folders of a repository's linked worktrees in git's common folder, and that folder itself. */
export async function listWorktreeFolders(commonDir: string): Promise<readonly string[]> {
  const linked = join(commonDir, 'worktrees');
  return [commonDir, ...(await listNames(linked)).map((name) => join(linked, name))];
}

async function orMissing<T>(found: Promise<T>): Promise<T | undefined> {
  return found.catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  });
}
