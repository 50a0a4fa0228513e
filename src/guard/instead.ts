import { lookAtHook, putFile, takeAway, takeEmptyFolder, worktreeFolders } from '../repository/hook-files.js';
import { CannotGuard, type GuardRequest } from './guard.js';
import { findGuardPlace, includeFile, includeKey, type GuardPlace } from './guard-place.js';
import { hookText, notPassedOn, passedOn } from './hook-text.js';
import { runs } from './own-hook.js';

/** Refuses, before anything is done, what cannot be forwarded. */
export async function refuseInstead({ others, own }: GuardPlace): Promise<void> {
  if (/[\n\r]/.test(others)) {
    throw new CannotGuard('The folder of hooks that git runs has a line break in its name. Rename it, then try again.');
  }
  for (const name of notPassedOn) {
    if (runs(await lookAtHook(`${others}/${name}`))) {
      throw new CannotGuard(
        `The hook ${name} in ${others} cannot be kept when the guard stands before that folder. Copy the hooks that this repository needs into ${own}, take core.hooksPath away, then try again.`,
      );
    }
  }
}

/**
 * Makes git run the guard's folder of hooks instead of one that is not this repository's alone (a global one, husky's, one in the
 * working tree), to whose hooks it forwards everything. No file there is touched: one section at the end of the repository's own
 * configuration says so, and it still counts when a tool sets core.hooksPath anew.
 * `false`: another setting counts more, and nothing was changed.
 */
export async function standInstead(
  place: GuardPlace,
  request: Pick<GuardRequest, 'environment' | 'user'>,
): Promise<boolean> {
  const { user, instead, repository } = place;
  for (const event of passedOn) await putFile(`${instead}/${event}`, hookText(user, 'instead', event));
  const [scope, folder] =
    place.scope === 'worktree' ? ['--worktree', repository.gitDir] : ['--local', repository.commonDir];
  await putFile(`${folder}/${includeFile}`, `[core]\n\thooksPath = "${instead.replace(/[\\"]/g, '\\$&')}"\n`, 0o644);
  if (place.folder === instead) return true;
  await unset(place, scope);
  await repository.git.run(['config', scope, '--add', includeKey, includeFile]);
  if ((await findGuardPlace(repository, request)).folder === instead) return true;
  await standInsteadNoMore(place);
  return false;
}

/** Removes the section and its file: here, or in every worktree of the repository. */
export async function standInsteadNoMore(place: GuardPlace, where: 'here' | 'everywhere' = 'here'): Promise<void> {
  const { commonDir, gitDir } = place.repository;
  await unset(place, '--local');
  await unset(place, '--worktree');
  for (const folder of where === 'here' ? [commonDir, gitDir] : await worktreeFolders(commonDir)) {
    await takeAway(`${folder}/${includeFile}`);
    await takeEmptyFolder(`${folder}/pm-zone`);
  }
}

/** 5: there is no such setting; 128: git keeps no configuration for each worktree here. */
async function unset({ repository }: GuardPlace, scope: string): Promise<void> {
  await repository.git.run(['config', scope, '--fixed-value', '--unset-all', includeKey, includeFile], {
    allowExit: [5, 128],
  });
}
