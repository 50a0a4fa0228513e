import { readBoundedFile } from '../../git/read-bounded-file.js';
import { inspectHook, listNames, replaceFile, removeFile, removeEmptyFolder } from '../../git/hook-files.js';
import { hookEntryText } from './own-hook.js';
import { isGuardHook } from './render-hook.js';
import { repositoryKey } from './repository-key.js';

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
  await removeGuardHooks(`${user}/hooks`);
  await removeFile(`${user}/guard.sh`);
  await removeFile(`${user}/runtimes`);
  await removeEmptyFolder(user);
  await removeEmptyFolder(user.slice(0, user.lastIndexOf('/')));
}

/** Removes the guard's hooks in a folder and below; what somebody else put there stays. */
async function removeGuardHooks(place: string): Promise<void> {
  const entry = await inspectHook(place);
  if (isGuardHook(hookEntryText(entry))) await removeFile(place);
  if (entry.kind !== 'folder') return;
  for (const name of await listNames(place)) await removeGuardHooks(`${place}/${name}`);
  await removeEmptyFolder(place);
}

function recordPath(user: string, commonDir: string): string {
  return `${user}/repositories/${repositoryKey(commonDir)}`;
}
