import { relative, sep } from 'node:path';
import { preserveHook, inspectHook, replaceFile, removeFile } from '../git/hook-files.js';
import { GuardError, guardEvents, type GuardOutcome, type GuardRequest } from './guard-outcome.js';
import { locateGuard, withGuardLocation, type GuardLocation } from './hooks/guard-location.js';
import { buildGuardStatus } from './read-guard-status.js';
import { refuseRedirect, redirectHooksPath, removeRedirect } from './hooks/hooks-path-redirect.js';
import { wouldMissItsName } from './hooks/asks-for-its-name.js';
import { expectsHooksPath } from './hooks/expects-hooks-path.js';
import { readOwnHook, hookEntryText, type OwnHook } from './hooks/own-hook.js';
import { readKnownRepository, recordRepository } from './hooks/known-repositories.js';
import { removeOwnHooks } from './remove-guard.js';
import { isAnythingLeft, takeBackInstall } from './take-back-install.js';
import { recordRuntimes } from './runtimes.js';
import { guardShim } from './hooks/shim.js';

/**
 * Turns the guard on for a repository, or repairs it: any number of times. No hook of another's is changed or lost; where one cannot
 * be kept safely nothing is done, and the sentence says what to do instead. Writes nothing into the working tree.
 */
export async function installGuard(request: GuardRequest): Promise<GuardOutcome> {
  return withGuardLocation(request, async (place) => {
    const { repository, userFolder } = place;
    refuseUserFolder(place);
    if (place.scope === 'command') {
      throw new GuardError(
        'Git was started with a folder of hooks of its own (core.hooksPath on its command line or in its environment), so no guard can be put there. Start it without that setting.',
      );
    }
    const { kind } = await inspectHook(place.ownFolder);
    // A link leads to hooks that are not this repository's alone.
    const isOwn = place.otherFolder === place.ownFolder && (kind === 'folder' || kind === 'missing');
    const hooks = isOwn ? await Promise.all(guardEvents.map((event) => readOwnHook(place, event))) : [];
    hooks.forEach(refuseHook);
    // Beside the guard a hook would run under another name, and git may be led elsewhere: before a folder neither matters.
    const beside = isOwn && !hooks.some(wouldMissItsName) && !(await expectsHooksPath(repository.root));
    if (!beside) await refuseRedirect(place);
    const known = await readKnownRepository(userFolder, repository.commonDir);
    const madeFolder = known?.madeFolder === true || (beside && kind === 'missing');
    const isNew = known === undefined && !(await isAnythingLeft(place));
    try {
      await replaceFile(`${userFolder}/guard.sh`, guardShim);
      await recordRuntimes(userFolder, request.user);
      await recordRepository(userFolder, repository.commonDir, madeFolder);
      if (beside) {
        for (const hook of hooks) await installBeside(hook);
        await removeRedirect(place);
      } else await installBefore(place, request);
    } catch (error) {
      if (isNew) await takeBackInstall(place, request);
      throw error;
    }
    return buildGuardStatus(await locateGuard(repository, request), request.environment);
  });
}

/** The guard's own files must not lie where a commit can change them. */
function refuseUserFolder({ userFolder, repository }: GuardLocation): void {
  const way = relative(repository.root, userFolder);
  if (way !== '..' && !way.startsWith(`..${sep}`)) {
    throw new GuardError(
      `The guard’s own folder, ${userFolder}, lies inside this repository, where a commit could change it. Set XDG_DATA_HOME to a folder outside, then try again.`,
    );
  }
  if (/[\n\r]/.test(userFolder)) {
    throw new GuardError(
      'Your own folder for programs’ data has a line break in its name. Set XDG_DATA_HOME to another folder, then try again.',
    );
  }
}

/** Refuses, before anything is done, a hook that cannot be kept. */
function refuseHook({ at, entry, isGuard, kept, keptEntry, keptIsOlder, legacyIsGuard }: OwnHook): void {
  if (entry.kind === 'folder' || entry.kind === 'other') {
    throw new GuardError(`${at} is no file, so no hook can stand there. Move it away, then try again.`);
  }
  if (entry.kind === 'missing' || isGuard || legacyIsGuard || keptEntry.kind === 'missing' || keptIsOlder) return;
  if (hookEntryText(entry) !== undefined && hookEntryText(entry) === hookEntryText(keptEntry)) return;
  throw new GuardError(
    `There are two hooks of which only one can run after the guard: ${at} and ${kept}. Put what is to run into the first, delete the second, then try again.`,
  );
}

async function installBefore(place: GuardLocation, request: GuardRequest): Promise<void> {
  if (!(await redirectHooksPath(place, request))) {
    throw new GuardError(
      'Another setting of git’s core.hooksPath counts more than the one that the guard needs. Take it away, then try again.',
    );
  }
  // What git runs in the other worktrees stays: there nothing is redirected.
  if (place.scope !== 'worktree') await removeOwnHooks(place);
}

async function installBeside(hook: OwnHook): Promise<void> {
  const { at, entry, isGuard, kept, keptEntry, legacy, legacyIsGuard, old, oldIsGuard, text } = hook;
  if (legacyIsGuard && !isGuard && entry.kind !== 'missing') {
    await replaceFile(legacy, text);
    return;
  }
  if (entry.kind !== 'missing' && !isGuard) {
    // What a tool wrote before is out of date now that it wrote it anew.
    if (keptEntry.kind !== 'missing') await removeFile(kept);
    await preserveHook(at, kept);
  }
  await replaceFile(at, text);
  if (oldIsGuard) await removeFile(old);
}
