import type { Repository } from '../repository/repository.js';
import type { GuardRequest } from './guard.js';
import { userFolder } from './user-folder.js';
import { whereHooksRun, type HooksPlace } from './where-hooks-run.js';

/** Everything that the guard has a place for, for one user and one repository. */
export interface GuardPlace extends HooksPlace {
  readonly repository: Repository;
  /** The user's folder of the guard: `guard.sh`, `runtimes`, `hooks/` and `repositories/`. */
  readonly user: string;
  /** The folder of hooks that stands instead of another one. */
  readonly instead: string;
}

/** The setting that puts the guard's folder instead of another: a section that is nobody else's, so that it comes last and counts. */
export const includeKey = 'includeIf.gitdir:**.path';
/** The file that it names, beside the configuration that it stands in. */
export const includeFile = 'pm-zone/guard.config';

/** Finds out where everything is. Rejects with a `GitError`. */
export async function findGuardPlace(
  repository: Repository,
  { environment, user }: Pick<GuardRequest, 'environment' | 'user'>,
): Promise<GuardPlace> {
  const folder = userFolder(environment, user);
  const instead = `${folder}/hooks`;
  return { ...(await whereHooksRun(repository, instead)), repository, user: folder, instead };
}
