import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Check } from '../../src/review/check.js';
import { pmZone, type Answer } from './command-line.js';
import { pilot, type PilotOptions } from './pilot.js';
import type { TemporaryRepository } from './repository.js';

export interface Told {
  readonly code: number;
  /** What git and its hooks said on standard error. */
  readonly said: string;
  /** Its first line: all that an editor's dialog shows. */
  readonly first: string;
}

/** A pilot's repository with the real command line and the real git, hooks and all. */
export interface Guarded extends TemporaryRepository {
  /** The user's folder of the guard. */
  readonly user: string;
  /** `pm-zone guard …` in the root, or in another folder. */
  guard(action: string, cwd?: string, ...more: readonly string[]): Promise<Answer>;
  /** Runs any program in the root, as a terminal does. */
  run(program: string, args: readonly string[], more?: RunMore): Told;
  /** `git commit` with its hooks. */
  commitWith(args: readonly string[], more?: RunMore): Told;
  /** Stages a locked path and commits: the guard has to refuse. */
  tryLocked(more?: RunMore): Told;
  /** Stages an editable path and commits. */
  tryOwn(more?: RunMore): Told;
}

export interface RunMore {
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
export function guarded(options?: PilotOptions): Guarded {
  return withGuard(pilot(options));
}

/** The same tools for a repository that was made otherwise. */
export function withGuard(repository: TemporaryRepository): Guarded {
  const run: Guarded['run'] = (command, args, { cwd = repository.root, environment = {} } = {}) => {
    const { status, stderr, error } = spawnSync(command, args, {
      cwd,
      env: { ...repository.environment, ...environment },
      encoding: 'utf8',
      timeout: 60_000,
    });
    if (error) throw error;
    return { code: status ?? -1, said: stderr, first: stderr.split('\n')[0] ?? '' };
  };
  let count = 0;
  const commitOf = (path: string, more: RunMore = {}): Told => {
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
    user: join(repository.environment['HOME'] as string, '.local', 'share', 'pm-zone', 'guard'),
    guard: (action, cwd = repository.root, ...more) =>
      pmZone({ root: cwd, environment: repository.environment }, ['guard', action, ...more], { program }),
    run,
    commitWith: (args, more) => run('git', ['commit', '-q', ...args], more),
    tryLocked: (more) => commitOf(locked, more),
    tryOwn: (more) => commitOf('src/home/note.md', more),
  };
}
