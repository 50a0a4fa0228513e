import type { Repository } from '../repository/repository.js';
import type { GuardRequest } from './guard.js';
import { userFolder } from './user-folder.js';
import { whereHooksRun, type HooksPlace } from './where-hooks-run.js';

/** Where the guard's files are, for one user and one repository. */
export interface GuardPlace extends HooksPlace {
  readonly repository: Repository;
  /** The user's folder of the guard: `guard.sh`, `runtimes`, `hooks/` and `repositories/`. */
  readonly user: string;
  /** The guard's folder of hooks, to which `core.hooksPath` is redirected. */
  readonly instead: string;
}

/** The setting that redirects `core.hooksPath`: a section of the guard's own, so that it comes last and counts. */
export const includeKey = 'includeIf.gitdir:**.path';
/** The file that it includes, beside the configuration file. */
export const includeFile = 'pm-zone/guard.config';

/** Locates the guard's files. Rejects with a `GitError`. */
export async function findGuardPlace(
  repository: Repository,
  { environment, user }: Pick<GuardRequest, 'environment' | 'user'>,
): Promise<GuardPlace> {
  const folder = userFolder(environment, user);
  const instead = `${folder}/hooks`;
  return { ...(await whereHooksRun(repository, instead)), repository, user: folder, instead };
}
