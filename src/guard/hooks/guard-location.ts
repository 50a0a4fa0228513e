import { openRepository, type Repository } from '../../git/repository.js';
import { GuardError, type GuardOutcome, type GuardRequest, type GuardStatus } from '../guard-outcome.js';
import { userFolder } from '../user-folder.js';
import { locateHooks, type HooksLocation } from './locate-hooks.js';
import { repositoryKey } from './repository-key.js';
import { GitError, toPlainLine } from '../../git/git-error.js';

/** Where the guard's files are, for one user and one repository. */
export interface GuardLocation extends HooksLocation {
  readonly repository: Repository;
  /** The user's folder of the guard: `guard.sh`, `runtimes`, `hooks/` and `repositories/`. */
  readonly userFolder: string;
  /** Where the guard's folders of hooks lie, one for each repository. It was itself the one for all of them once. */
  readonly redirectFolders: string;
  /** The one to which `core.hooksPath` is redirected; a repository that was moved or copied keeps the one that it has. */
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
  const redirectFolders = `${folder}/hooks`;
  const located = await locateHooks(repository, redirectFolders);
  const redirectFolder = located.folder.startsWith(`${redirectFolders}/`)
    ? located.folder
    : `${redirectFolders}/${repositoryKey(repository.commonDir)}`;
  return { ...located, repository, userFolder: folder, redirectFolders, redirectFolder };
}

/** Opens the repository, locates the guard's files and closes it after; `use` gives the status, an expected error becomes a sentence. */
export async function withGuardLocation(
  request: GuardRequest,
  use: (place: GuardLocation) => Promise<GuardStatus>,
): Promise<GuardOutcome> {
  try {
    const repository = await openRepository(request.cwd, { environment: request.environment });
    try {
      return { kind: 'done', status: await use(await locateGuard(repository, request)) };
    } finally {
      repository.close();
    }
  } catch (error) {
    if (error instanceof GitError) return { kind: 'refused', sentence: error.sentence };
    if (error instanceof GuardError) return { kind: 'refused', sentence: error.message };
    if (error instanceof Error && 'syscall' in error) {
      const what = `The disk did not allow it (${toPlainLine(error.message)}).`;
      return {
        kind: 'refused',
        sentence: `${what} Check that you may write there and that there is room, then try again.`,
      };
    }
    throw error;
  }
}
