import { putBack, takeAway, takeEmptyFolder, worktreeFolders } from '../repository/hook-files.js';
import { refusedFile } from '../repository/refused-file.js';
import { guardEvents, type GuardOutcome, type GuardRequest } from './guard.js';
import { findGuardPlace, type GuardPlace } from './guard-place.js';
import { statusOf } from './guard-status.js';
import { isGuardHook } from './hook-text.js';
import { standInsteadNoMore } from './instead.js';
import { toolOf } from './known-hooks.js';
import { forgetRepository, recallRepository } from './known-repositories.js';
import { lookAtOwnHook, textOf, type OwnHook } from './own-hook.js';
import { withPlace } from './with-place.js';

/**
 * Turns the guard off for a repository: removes what `installGuard` made and restores what was there, byte for byte. Never
 * touches anyone else's hook. Does nothing where nothing was installed.
 */
export async function removeGuard(request: GuardRequest): Promise<GuardOutcome> {
  return withPlace(request, async (place) => {
    const { repository, user } = place;
    const known = await recallRepository(user, repository.commonDir);
    await takeOwnHooks(place);
    if (known?.madeFolder === true) await takeEmptyFolder(place.own);
    await standInsteadNoMore(place, 'everywhere');
    for (const folder of await worktreeFolders(repository.commonDir)) {
      for (const name of ['pm-zone-judged', refusedFile]) await takeAway(`${folder}/${name}`);
    }
    await forgetRepository(user, repository.commonDir);
    return { kind: 'done', status: await statusOf(await findGuardPlace(repository, request), request.environment) };
  });
}

/** Removes the guard's hooks from git's own folder and restores those that it kept. */
export async function takeOwnHooks(place: GuardPlace): Promise<void> {
  for (const event of guardEvents) await takeOwnHook(await lookAtOwnHook(place, event));
}

async function takeOwnHook({
  at,
  entry,
  kept,
  keptEntry,
  legacy,
  legacyIsGuard,
  old,
  oldIsGuard,
}: OwnHook): Promise<void> {
  const hasKept = keptEntry.kind !== 'missing';
  const tool = toolOf(at, textOf(entry));
  const isSame = tool !== undefined && tool === toolOf(at, textOf(keptEntry));
  if (isGuardHook(textOf(entry)) || (entry.kind === 'missing' && hasKept)) {
    if (hasKept) await putBack(kept, at);
    else await takeAway(at);
  } else if (hasKept && isSame) {
    // The tool wrote its hook anew; what was kept is an older one of its own.
    await takeAway(kept);
  } else if (hasKept && legacyIsGuard) {
    // pre-commit ran the guard as the hook that it found: now it runs what the guard had kept.
    await putBack(kept, legacy);
  }
  if (legacyIsGuard && (!hasKept || isSame)) await takeAway(legacy);
  if (oldIsGuard) await takeAway(old);
}
