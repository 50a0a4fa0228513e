import { createHash } from 'node:crypto';
import { namesIn, putFile, readBounded, takeAway, takeEmptyFolder } from '../repository/hook-files.js';

/** What is recorded of a repository with the guard. */
export interface Remembered {
  /** The guard made git's folder of hooks, which was not there. */
  readonly madeFolder: boolean;
}

/**
 * Records that a repository of this user has the guard, so that its own files go with the last of them. One file each: its
 * common folder, and `hooks` where the guard made the folder of hooks.
 */
export async function rememberRepository(user: string, commonDir: string, { madeFolder }: Remembered): Promise<void> {
  await putFile(recordPath(user, commonDir), `${commonDir}\n${madeFolder ? 'hooks\n' : ''}`, 0o644);
}

export async function recallRepository(user: string, commonDir: string): Promise<Remembered | undefined> {
  const text = await readBounded(recordPath(user, commonDir), 2 ** 16);
  return text && { madeFolder: text.toString('utf8').endsWith('\nhooks\n') };
}

/** Removes the record of a repository; with the last one everything of the guard goes from the user's folder. */
export async function forgetRepository(user: string, commonDir: string): Promise<void> {
  await takeAway(recordPath(user, commonDir));
  await takeEmptyFolder(`${user}/repositories`);
  if ((await namesIn(`${user}/repositories`)).length > 0) return;
  for (const name of await namesIn(`${user}/hooks`)) await takeAway(`${user}/hooks/${name}`);
  await takeEmptyFolder(`${user}/hooks`);
  await takeAway(`${user}/guard.sh`);
  await takeAway(`${user}/runtimes`);
  await takeEmptyFolder(user);
  await takeEmptyFolder(user.slice(0, user.lastIndexOf('/')));
}

function recordPath(user: string, commonDir: string): string {
  return `${user}/repositories/${createHash('sha256').update(commonDir).digest('hex').slice(0, 16)}`;
}
