import type { Repository } from '../../git/repository.js';
import type { GuardRequest } from '../guard-outcome.js';
import { userFolder } from '../user-folder.js';
import { locateHooks, type HooksLocation } from './locate-hooks.js';

/** Where the guard's files are, for one user and one repository. */
export interface GuardLocation extends HooksLocation {
  readonly repository: Repository;
  /** The user's folder of the guard: `guard.sh`, `runtimes`, `hooks/` and `repositories/`. */
  readonly userFolder: string;
  /** The guard's folder of hooks, to which `core.hooksPath` is redirected. */
  readonly redirectFolder: string;
}

/** The setting that redirects `core.hooksPath`: a section of the guard's own, so that it comes last and counts. */
export const includeKey = 'includeIf.gitdir:**.path';
/** The file that it includes, beside the configuration file. */
export const includeFile = 'pm-zone/guard.config';

/** Locates the guard's files. Rejects with a `GitError`. */
export async function locateGuard(
  repository: Repository,
  { environment, user }: Pick<GuardRequest, 'environment' | 'user'>,
): Promise<GuardLocation> {
  const folder = userFolder(environment, user);
  const instead = `${folder}/hooks`;
  return { ...(await locateHooks(repository, instead)), repository, userFolder: folder, redirectFolder: instead };
}
