import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Repository } from '../git/repository.js';
import { isProcessRunning } from '../git/git-process-note.js';
import { openWorkDisk, type WorkDisk } from '../git/work-disk.js';
import { openWorkGit, type RunWorkGit, type WorkGitOptions } from '../git/work-git.js';
import { toOperationError } from './operation-outcome.js';

/** A repository to change, with the doors through which all changes go. */
export interface Work {
  readonly repository: Repository;
  readonly run: RunWorkGit;
  readonly disk: WorkDisk;
  readonly process: number;
  /** Whether a process of this computer still runs, by its number. */
  readonly isAlive: (process: number) => boolean;
  readonly now: () => Date;
  readonly newId: () => string;
}

export interface WorkOptions extends Partial<Omit<Work, 'repository'>> {
  /** Programs that the git settings name as filters (Git LFS) may run. */
  readonly runsFilters?: boolean;
}

/** Opens a repository for work. The operations read HEAD anew, so it may stay open as long as the repository does. */
export function openWork(repository: Repository, options: WorkOptions = {}): Work {
  const { runsFilters = false, ...given } = options;
  return {
    repository,
    run: openWorkGit(repository.git, runsFilters, stateFolder({ repository })),
    disk: openWorkDisk(),
    process: process.pid,
    isAlive: (id) => isProcessRunning(id),
    now: () => new Date(),
    newId: randomUUID,
    ...given,
  };
}

/** The folder of PM Zone in the folder of git that belongs to this working tree. */
export function stateFolder({ repository }: Pick<Work, 'repository'>): string {
  return join(repository.gitDir, 'pm-zone');
}

/** Runs git and returns its output; ends the operation where it fails with an exit code that is not allowed. */
export async function runGit(
  work: Work,
  args: readonly string[],
  options: WorkGitOptions & { readonly allowExit?: readonly number[] } = {},
): Promise<Buffer> {
  const { code, output, said } = await work.run(args, options);
  if (code !== 0 && options.allowExit?.includes(code) !== true) throw toOperationError(said);
  return output;
}

/** As `runGit`, for an answer in lines. */
export async function runGitLines(work: Work, args: readonly string[]): Promise<readonly string[]> {
  return (await runGit(work, args)).toString('utf8').split('\n').slice(0, -1);
}

/** As `runGit`, for an answer of one line. */
export async function runGitLine(
  work: Work,
  args: readonly string[],
  options: Parameters<typeof runGit>[2] = {},
): Promise<string> {
  return (await runGit(work, args, options)).toString('utf8').replace(/\n$/, '');
}

/** The names in a folder of an operation; none where there is no such folder. */
export async function listFolder(work: Work, folder: string): Promise<readonly string[]> {
  if ((await work.disk.stat(Buffer.from(folder))).kind !== 'folder') return [];
  return (await work.disk.list(Buffer.from(folder))).map((name) => name.toString('latin1'));
}
