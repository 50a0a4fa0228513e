import { restoreHook, removeFile, removeEmptyFolder, listWorktreeFolders } from '../git/hook-files.js';
import { refusedCommitFile } from '../git/refused-commit-file.js';
import { guardEvents, type GuardOutcome, type GuardRequest } from './guard-outcome.js';
import { locateGuard, withGuardLocation, type GuardLocation } from './hooks/guard-location.js';
import { buildGuardStatus } from './read-guard-status.js';
import { removeRedirect } from './hooks/hooks-path-redirect.js';
import { readOwnHook, type OwnHook } from './hooks/own-hook.js';
import { removeKnownRepository, readKnownRepository } from './hooks/known-repositories.js';

/**
 * Turns the guard off for a repository: removes what `installGuard` made and restores what was there, byte for byte. Never
 * touches anyone else's hook. Does nothing where nothing was installed.
 */
export async function removeGuard(request: GuardRequest): Promise<GuardOutcome> {
  return withGuardLocation(request, async (place) => {
    const { repository, userFolder } = place;
    const known = await readKnownRepository(userFolder, repository.commonDir);
    await removeOwnHooks(place);
    if (known?.madeFolder === true) await removeEmptyFolder(place.ownFolder);
    await removeRedirect(place, 'everywhere');
    for (const folder of await listWorktreeFolders(repository.commonDir)) {
      for (const name of ['pm-zone-judged', refusedCommitFile]) await removeFile(`${folder}/${name}`);
    }
    await removeKnownRepository(userFolder, repository.commonDir);
    return buildGuardStatus(await locateGuard(repository, request), request.environment);
  });
}

/** Removes the guard's hooks from git's own folder and restores those that it kept. */
export async function removeOwnHooks(place: GuardLocation): Promise<void> {
  for (const event of guardEvents) await removeOwnHook(await readOwnHook(place, event));
}

async function removeOwnHook(hook: OwnHook): Promise<void> {
  const { at, entry, isGuard, kept, keptEntry, keptIsOlder, legacy, legacyIsGuard, old, oldIsGuard } = hook;
  const hasKept = keptEntry.kind !== 'missing';
  if (isGuard || (entry.kind === 'missing' && hasKept)) {
    if (hasKept) await restoreHook(kept, at);
    else await removeFile(at);
  } else if (hasKept && keptIsOlder) {
    // The tool wrote its hook anew; what was kept is an older one of its own.
    await removeFile(kept);
  } else if (hasKept && legacyIsGuard) {
    // pre-commit ran the guard as the hook that it found: now it runs what the guard had kept.
    await restoreHook(kept, legacy);
  }
  if (legacyIsGuard && (!hasKept || keptIsOlder)) await removeFile(legacy);
  if (oldIsGuard) await removeFile(old);
}
