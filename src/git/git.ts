import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { emptyVariable, gitEnvironment, nullDevice } from './process/git-environment.js';
import { watchChild } from './process/watch-child.js';
import { GitError, parseGitError } from './git-error.js';

export interface GitOptions {
  readonly environment?: NodeJS.ProcessEnv;
  /** The program to run; defaults to `git` on the PATH. */
  readonly program?: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  /** More output than this is a `too-much`; defaults to 256 MB. */
  readonly maxBytes?: number;
  /** Milliseconds; defaults to a minute. */
  readonly timeout?: number;
  /** Exit codes besides 0 that are not a failure. */
  readonly allowExit?: readonly number[];
  /** Called with what git said on the way where it did not fail, if it said anything. */
  readonly onSaid?: (said: string) => void;
}

/** A program to start, without a shell. */
export interface GitCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** A running git process with open pipes. */
export type GitProcess = ChildProcessByStdio<Writable, Readable, Readable>;

/** Git in one folder. */
export interface Git {
  readonly cwd: string;
  /** Runs one git command and resolves to its output; rejects only with a `GitError`. */
  run(args: readonly string[], options?: RunOptions): Promise<Buffer>;
  /** How to start a command, for a long-running process. */
  command(args: readonly string[]): GitCommand;
  /** The same git, in the same environment, in another folder; without the programs of these filters. */
  at(cwd: string, filters?: readonly string[]): Git;
}

/** Overrides settings of a repository or a user that would start programs or change git's output. */
const settings = [
  'core.fsmonitor=false',
  `core.hooksPath=${nullDevice}`,
  'core.quotePath=false',
  // Else git looks at length and seconds alone, and does not see what keeps both.
  'core.checkStat=default',
  'core.trustctime=true',
  'diff.renames=false',
  'diff.relative=false',
  'diff.ignoreSubmodules=none',
  'log.showSignature=false',
  'log.showRoot=true',
  'log.follow=false',
  'i18n.logOutputEncoding=UTF-8',
];

const megabyte = 2 ** 20;

/** Git in `cwd`, hardened so that a repository's own settings can neither run a program nor hide a change. */
export function openGit(cwd: string, { environment = process.env, program = 'git' }: GitOptions = {}): Git {
  const folder = resolve(cwd);
  return gitIn(folder, program, gitEnvironment(folder, environment, process.cwd()));
}

function gitIn(folder: string, program: string, env: NodeJS.ProcessEnv, filters: readonly string[] = []): Git {
  const command = (args: readonly string[]): GitCommand => ({
    program,
    args: [
      '-C',
      folder,
      '--no-pager',
      ...settings.flatMap((setting) => ['-c', setting]),
      ...filters.flatMap(withoutFilter),
      ...args,
    ],
    // Windows looks for programs in the current folder first: never start git in a folder that a repository fills.
    cwd: dirname(process.execPath),
    env,
  });
  return {
    cwd: folder,
    command,
    run: (args, options = {}) => run(command(args), folder, options),
    at: (place, others = filters) => gitIn(resolve(place), program, env, others),
  };
}

/** If a file's time does not tell whether it changed, git runs the file's filter; one without programs does nothing. */
function withoutFilter(name: string): readonly string[] {
  return ['clean', 'smudge', 'process', 'required'].flatMap((key) =>
    // `-c` takes what is before the first `=` for the name.
    name.includes('=') ? [`--config-env=filter.${name}.${key}=${emptyVariable}`] : ['-c', `filter.${name}.${key}=`],
  );
}

function run(command: GitCommand, folder: string, options: RunOptions): Promise<Buffer> {
  const { input, maxBytes = 256 * megabyte, timeout = 60_000, allowExit = [], onSaid } = options;
  return new Promise((fulfil, reject) => {
    const child = spawn(command.program, command.args, {
      cwd: command.cwd,
      env: command.env,
      windowsHide: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const output: Buffer[] = [];
    let stderr = '';
    let bytes = 0;
    // A program that git started may survive it and keep the pipes open: do not wait for it.
    const giveUp = (why: GitError): void => {
      clearTimeout(clock);
      unwatch();
      child.kill('SIGKILL');
      child.stdout.destroy();
      child.stderr.destroy();
      reject(why);
    };
    const slow = `Git took longer than ${timeout / 1000} seconds and was stopped. Try again when the computer is less busy.`;
    const clock = setTimeout(() => giveUp(new GitError('timeout', slow)), timeout);
    const unwatch = watchChild(child, { folder, environment: command.env, onBlocked: giveUp });
    child.on('error', (error) => {
      clearTimeout(clock);
      unwatch();
      reject(createStartError(error));
    });
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= maxBytes) output.push(chunk);
      else giveUp(tooMuch(maxBytes));
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (stderr.length < 8192) stderr += chunk.toString('utf8');
    });
    child.on('close', (code) => {
      clearTimeout(clock);
      unwatch();
      if (code === 0 || (code !== null && allowExit.includes(code))) {
        if (stderr !== '') onSaid?.(stderr);
        fulfil(Buffer.concat(output, bytes));
      } else reject(parseGitError(stderr, folder));
    });
    // Git may exit before it has read everything; its exit code tells the result.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** Why git could not be started at all. */
export function createStartError(error: NodeJS.ErrnoException): GitError {
  return error.code === 'ENOENT'
    ? new GitError(
        'git-missing',
        'Git was not found on this computer. Install it from https://git-scm.com and open a new terminal.',
      )
    : new GitError(
        'failed',
        `Git could not be started (${error.message}). Check that it is installed and that you may run it.`,
      );
}

function tooMuch(maxBytes: number): GitError {
  return new GitError(
    'too-much',
    `Git's answer is larger than ${Math.round(maxBytes / megabyte)} MB, which is more than can be looked at. Make the change smaller.`,
  );
}
