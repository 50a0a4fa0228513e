import {
  inspectHook,
  preserveHook,
  replaceFile,
  removeFile,
  removeEmptyFolder,
  listWorktreeFolders,
  type HookEntry,
} from '../../git/hook-files.js';
import { GuardError, type GuardRequest } from '../guard-outcome.js';
import { locateGuard, includeFile, includeKey, type GuardLocation } from './guard-location.js';
import { forwardedHooks, isGuardHook, keptHookName, renderHook, unforwardableHooks } from './render-hook.js';
import { hookEntryText, isRunnable } from './own-hook.js';

/** Refuses, before anything is done, what cannot be forwarded. */
export async function refuseRedirect({ otherFolder, ownFolder }: GuardLocation): Promise<void> {
  if (/[\n\r]/.test(otherFolder)) {
    throw new GuardError('The folder of hooks that git runs has a line break in its name. Rename it, then try again.');
  }
  for (const name of unforwardableHooks) {
    const entry = await inspectHook(`${otherFolder}/${name}`);
    if (isRunnable(entry) && !isHuskyFiller(name, entry)) {
      if (otherFolder === ownFolder) {
        throw new GuardError(
          `The hook ${name} in ${ownFolder} cannot be kept when the guard stands before that folder, and another hook there goes by what it is called, so that the guard cannot stand beside it. Take one of the two away, then try again.`,
        );
      }
      throw new GuardError(
        `The hook ${name} in ${otherFolder} cannot be kept when the guard stands before that folder. Copy the hooks that this repository needs into ${ownFolder}, take core.hooksPath away, then try again.`,
      );
    }
  }
}

/** Husky 4 made a file for this hook of a server too, which does nothing unless a team wrote a command for it. */
function isHuskyFiller(name: string, entry: HookEntry): boolean {
  return name === 'push-to-checkout' && /^#!\/bin\/sh\n# husky\n/.test(hookEntryText(entry) ?? '');
}

/**
 * Makes git run the guard's folder of hooks instead of one that is not this repository's alone (a global one, husky's, one in the
 * working tree), to whose hooks it forwards everything. No file there is touched: one section at the end of the repository's own
 * configuration says so, and it still counts when a tool sets core.hooksPath anew.
 * `false`: another setting counts more, and nothing was changed.
 */
export async function redirectHooksPath(
  place: GuardLocation,
  request: Pick<GuardRequest, 'environment' | 'user'>,
): Promise<boolean> {
  const { userFolder, redirectFolder, repository } = place;
  for (const event of forwardedHooks) {
    await keepPlacedHook(`${redirectFolder}/${event}`);
    await replaceFile(`${redirectFolder}/${event}`, renderHook(userFolder, 'instead', event));
  }
  const [scope, folder] =
    place.scope === 'worktree' ? ['--worktree', repository.gitDir] : ['--local', repository.commonDir];
  await replaceFile(
    `${folder}/${includeFile}`,
    `[core]\n\thooksPath = "${redirectFolder.replace(/[\\"]/g, '\\$&')}"\n`,
    0o644,
  );
  if (place.folder === redirectFolder) return true;
  await unset(place, scope);
  await repository.git.run(['config', scope, '--add', includeKey, includeFile]);
  if ((await locateGuard(repository, request)).folder === redirectFolder) return true;
  await removeRedirect(place);
  return false;
}

/**
 * Keeps what a tool wrote in the guard's place, where git says that this repository's hooks lie: the guard runs it instead of the one
 * that it forwards to, as git would have. What the same tool wrote before is out of date.
 */
async function keepPlacedHook(at: string): Promise<void> {
  const [entry, kept] = [await inspectHook(at), keptHookName(at)];
  if (isGuardHook(hookEntryText(entry)) || (entry.kind !== 'file' && entry.kind !== 'link')) return;
  await removeFile(kept);
  await preserveHook(at, kept);
}

/** Removes the section and its file: here, or in every worktree of the repository. */
export async function removeRedirect(place: GuardLocation, where: 'here' | 'everywhere' = 'here'): Promise<void> {
  const { commonDir, gitDir } = place.repository;
  await unset(place, '--local');
  await unset(place, '--worktree');
  for (const folder of where === 'here' ? [commonDir, gitDir] : await listWorktreeFolders(commonDir)) {
    await removeFile(`${folder}/${includeFile}`);
    await removeEmptyFolder(`${folder}/pm-zone`);
  }
}

/** 5: there is no such setting; 128: git keeps no configuration for each worktree here. */
async function unset({ repository }: GuardLocation, scope: string): Promise<void> {
  await repository.git.run(['config', scope, '--fixed-value', '--unset-all', includeKey, includeFile], {
    allowExit: [5, 128],
  });
}
