import { relative, sep } from 'node:path';
import { keepAs, lookAtHook, putFile, takeAway } from '../repository/hook-files.js';
import { CannotGuard, guardEvents, type GuardOutcome, type GuardRequest } from './guard.js';
import { findGuardPlace, type GuardPlace } from './guard-place.js';
import { statusOf } from './guard-status.js';
import { isGuardHook } from './hook-text.js';
import { refuseInstead, standInstead, standInsteadNoMore } from './instead.js';
import { toolOf } from './known-hooks.js';
import { forgetRepository, recallRepository, rememberRepository } from './known-repositories.js';
import { lookAtOwnHook, textOf, type OwnHook } from './own-hook.js';
import { takeOwnHooks } from './remove-guard.js';
import { recordRuntimes } from './runtimes.js';
import { shim } from './shim.js';
import { withPlace } from './with-place.js';

/**
 * Turns the guard on for a repository, or repairs it: any number of times. No hook of another's is changed or lost; where one cannot
 * be kept safely nothing is done, and the sentence says what to do instead. Writes nothing into the working tree.
 */
export async function installGuard(request: GuardRequest): Promise<GuardOutcome> {
  return withPlace(request, async (place) => {
    const { repository, user } = place;
    refuseUserFolder(place);
    if (place.scope === 'command') {
      throw new CannotGuard(
        'Git was started with a folder of hooks of its own (core.hooksPath on its command line or in its environment), so no guard can be put there. Start it without that setting.',
      );
    }
    const { kind } = await lookAtHook(place.own);
    // A link leads to hooks that are not this repository's alone.
    const beside = place.others === place.own && (kind === 'folder' || kind === 'missing');
    const hooks = beside ? await Promise.all(guardEvents.map((event) => lookAtOwnHook(place, event))) : [];
    hooks.forEach(refuseHook);
    if (!beside) await refuseInstead(place);
    await putFile(`${user}/guard.sh`, shim);
    await recordRuntimes(user, request.user);
    const known = await recallRepository(user, repository.commonDir);
    const madeFolder = known?.madeFolder === true || (beside && kind === 'missing');
    await rememberRepository(user, repository.commonDir, { madeFolder });
    if (beside) {
      for (const hook of hooks) await installBeside(hook);
      await standInsteadNoMore(place);
    } else {
      if (!(await standInstead(place, request))) {
        await forgetRepository(user, repository.commonDir);
        throw new CannotGuard(
          'Another setting of git’s core.hooksPath counts more than the one that the guard needs. Take it away, then try again.',
        );
      }
      await takeOwnHooks(place);
    }
    return { kind: 'done', status: await statusOf(await findGuardPlace(repository, request), request.environment) };
  });
}

/** The guard's own files must not lie where a commit can change them. */
function refuseUserFolder({ user, repository }: GuardPlace): void {
  const way = relative(repository.root, user);
  if (way !== '..' && !way.startsWith(`..${sep}`)) {
    throw new CannotGuard(
      `The guard’s own folder, ${user}, lies inside this repository, where a commit could change it. Set XDG_DATA_HOME to a folder outside, then try again.`,
    );
  }
  if (/[\n\r]/.test(user)) {
    throw new CannotGuard(
      'Your own folder for programs’ data has a line break in its name. Set XDG_DATA_HOME to another folder, then try again.',
    );
  }
}

/** Refuses, before anything is done, a hook that cannot be kept. */
function refuseHook({ at, entry, kept, keptEntry, legacyIsGuard }: OwnHook): void {
  if (entry.kind === 'folder' || entry.kind === 'other') {
    throw new CannotGuard(`${at} is no file, so no hook can stand there. Move it away, then try again.`);
  }
  if (entry.kind === 'missing' || isGuardHook(textOf(entry)) || legacyIsGuard || keptEntry.kind === 'missing') return;
  if (textOf(entry) !== undefined && textOf(entry) === textOf(keptEntry)) return;
  const tool = toolOf(at, textOf(entry));
  if (tool === undefined || tool !== toolOf(at, textOf(keptEntry))) {
    throw new CannotGuard(
      `There are two hooks of which only one can run after the guard: ${at} and ${kept}. Put what is to run into the first, delete the second, then try again.`,
    );
  }
}

async function installBeside({
  at,
  entry,
  kept,
  keptEntry,
  legacy,
  legacyIsGuard,
  old,
  oldIsGuard,
  text,
}: OwnHook): Promise<void> {
  const isGuard = isGuardHook(textOf(entry));
  if (legacyIsGuard && !isGuard && entry.kind !== 'missing') {
    await putFile(legacy, text);
    return;
  }
  if (entry.kind !== 'missing' && !isGuard) {
    // What a tool wrote before is out of date now that it wrote it anew.
    if (keptEntry.kind !== 'missing') await takeAway(kept);
    await keepAs(at, kept);
  }
  await putFile(at, text);
  if (oldIsGuard) await takeAway(old);
}
