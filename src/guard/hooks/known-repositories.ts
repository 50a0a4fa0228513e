import { createHash } from 'node:crypto';
import { readBoundedFile } from '../../git/read-bounded-file.js';
import { listNames, replaceFile, removeFile, removeEmptyFolder } from '../../git/hook-files.js';

/**
 * Records that a repository of this user has the guard, so that its own files go with the last of them. One file each: its
 * common folder, and `hooks` where the guard made git's folder of hooks, which was not there (`madeFolder`).
 */
export async function recordRepository(user: string, commonDir: string, madeFolder: boolean): Promise<void> {
  await replaceFile(recordPath(user, commonDir), `${commonDir}\n${madeFolder ? 'hooks\n' : ''}`, 0o644);
}

/** What is recorded of a repository with the guard. */
export async function readKnownRepository(
  user: string,
  commonDir: string,
): Promise<{ readonly madeFolder: boolean } | undefined> {
  const text = await readBoundedFile(recordPath(user, commonDir), 2 ** 16);
  return text && { madeFolder: text.toString('utf8').endsWith('\nhooks\n') };
}

/** Removes the record of a repository; with the last one everything of the guard goes from the user's folder. */
export async function removeKnownRepository(user: string, commonDir: string): Promise<void> {
  await removeFile(recordPath(user, commonDir));
  await removeEmptyFolder(`${user}/repositories`);
  if ((await listNames(`${user}/repositories`)).length > 0) return;
  for (const name of await listNames(`${user}/hooks`)) await removeFile(`${user}/hooks/${name}`);
  await removeEmptyFolder(`${user}/hooks`);
  await removeFile(`${user}/guard.sh`);
  await removeFile(`${user}/runtimes`);
  await removeEmptyFolder(user);
  await removeEmptyFolder(user.slice(0, user.lastIndexOf('/')));
}

function recordPath(user: string, commonDir: string): string {
  return `${user}/repositories/${createHash('sha256').update(commonDir).digest('hex').slice(0, 16)}`;
}
