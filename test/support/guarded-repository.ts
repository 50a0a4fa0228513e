import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Check } from '../../src/review/check.js';
import { pmZone, type CommandLineResult } from './run-command-line.js';
import { pilotRepository, type PilotOptions } from './pilot-repository.js';
import type { TemporaryRepository } from './temporary-repository.js';

export interface CommandResult {
  readonly code: number;
  /** What git and its hooks said on standard error. */
  readonly stderr: string;
  /** Its first line: all that an editor's dialog shows. */
  readonly firstLine: string;
}

/** A pilot's repository with the real command line and the real git, hooks and all. */
export interface GuardedRepository extends TemporaryRepository {
  /** The user's folder of the guard. */
  readonly userFolder: string;
  /** `pm-zone guard …` in the root, or in another folder. */
  guard(action: string, cwd?: string, ...more: readonly string[]): Promise<CommandLineResult>;
  /** Runs any program in the root, as a terminal does. */
  run(program: string, args: readonly string[], more?: RunOptions): CommandResult;
  /** `git commit` with its hooks. */
  commitWith(args: readonly string[], more?: RunOptions): CommandResult;
  /** Stages a locked path and commits: the guard has to refuse. */
  tryLocked(more?: RunOptions): CommandResult;
  /** Stages an editable path and commits. */
  tryEditable(more?: RunOptions): CommandResult;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

const program = join(__dirname, '..', '..', 'src', 'bin.js');

export const locked = 'src/auth/login.ts';

/** In the place of the check `zone`, one that throws. */
export function failingCheck(words: string): Check {
  return {
    id: 'zone',
    section: 'Scope',
    severity: 'blocker',
    due: 'commit',
    run: () => {
      throw new Error(words);
    },
  };
}

/** `Maya` on `pm/home`, with nothing of a guard yet. */
export function createGuardedRepository(options?: PilotOptions): GuardedRepository {
  return withGuardTools(pilotRepository(options));
}

/** The same tools for a repository that was made otherwise. */
export function withGuardTools(repository: TemporaryRepository): GuardedRepository {
  const run: GuardedRepository['run'] = (command, args, { cwd = repository.root, environment = {} } = {}) => {
    const { status, stderr, error } = spawnSync(command, args, {
      cwd,
      env: { ...repository.environment, ...environment },
      encoding: 'utf8',
      timeout: 60_000,
    });
    if (error) throw error;
    return { code: status ?? -1, stderr: stderr, firstLine: stderr.split('\n')[0] ?? '' };
  };
  let count = 0;
  const commitOf = (path: string, more: RunOptions = {}): CommandResult => {
    count += 1;
    const root = more.cwd ?? repository.root;
    run('sh', ['-c', `mkdir -p "$(dirname ${path})" && echo 'a${count}' >> ${path}`], { cwd: root });
    run('git', ['add', '--', path], more);
    const told = run('git', ['commit', '-q', '-m', `Change ${count}`], more);
    if (told.code !== 0) run('git', ['reset', '-q', '--hard'], { cwd: root });
    return told;
  };
  return {
    ...repository,
    userFolder: join(repository.environment['HOME'] as string, '.local', 'share', 'pm-zone', 'guard'),
    guard: (action, cwd = repository.root, ...more) =>
      pmZone({ root: cwd, environment: repository.environment }, ['guard', action, ...more], { program }),
    run,
    commitWith: (args, more) => run('git', ['commit', '-q', ...args], more),
    tryLocked: (more) => commitOf(locked, more),
    tryEditable: (more) => commitOf('src/home/note.md', more),
  };
}
