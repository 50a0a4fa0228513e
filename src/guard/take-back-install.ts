import { guardEvents, type GuardRequest } from './guard-outcome.js';
import { locateGuard, type GuardLocation } from './hooks/guard-location.js';
import { removeRedirect } from './hooks/hooks-path-redirect.js';
import { removeKnownRepository } from './hooks/known-repositories.js';
import { readOwnHook } from './hooks/own-hook.js';
import { removeOwnHooks } from './remove-guard.js';

/**
 * Takes back an installation that the disk or git did not let come to its end, as far as they let this. The guard's own files stay as
 * long as git is led to them: without them no commit could be made, or no hook at all would run.
 */
export async function takeBackInstall(
  place: GuardLocation,
  request: Pick<GuardRequest, 'environment' | 'user'>,
): Promise<void> {
  try {
    await removeOwnHooks(place);
    await removeRedirect(place);
  } catch {
    // What could not be taken back is seen below.
  }
  const now = await locateGuard(place.repository, request);
  if (!(await isAnythingLeft(now))) await removeKnownRepository(place.userFolder, place.repository.commonDir);
}

/** Does git call anything of the guard's in this repository? */
export async function isAnythingLeft(place: GuardLocation): Promise<boolean> {
  if (`${place.folder}/`.startsWith(`${place.redirectFolders}/`)) return true;
  const own = await Promise.all(guardEvents.map((event) => readOwnHook(place, event)));
  return own.some(({ isGuard, legacyIsGuard }) => isGuard || legacyIsGuard);
}
