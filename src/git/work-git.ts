import { spawn, type ChildProcess } from 'node:child_process';
import { createStartError, type Git } from './git.js';
import { emptyVariable } from './process/git-environment.js';
import { GitError } from './git-error.js';
import { writeGitProcessNote } from './git-process-note.js';
import { watchChild } from './process/watch-child.js';

export interface WorkGitOptions {
  readonly input?: string | Uint8Array;
  /** Absolute path of the index to use instead of the repository's own. */
  readonly index?: string;
  /** Run with the PM's hooks and settings, as `git` in a terminal would. */
  readonly hooks?: boolean;
  /** May reach the network, without prompts. */
  readonly network?: boolean;
  /** Milliseconds; defaults to two minutes. */
  readonly timeout?: number;
  /** Aborts it: rejects with a `GitError` of kind `stopped` once git has ended. */
  readonly signal?: AbortSignal | undefined;
  /** Additional environment variables. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** The result of a git command: its exit code, its standard output, and the first 8,192 characters of its standard error. */
export interface WorkGitResult {
  readonly code: number;
  readonly output: Buffer;
  readonly said: string;
}

/** Runs one git command in the repository's root. Rejects with a `GitError` if git cannot be started or takes too long. */
export type RunWorkGit = (args: readonly string[], options?: WorkGitOptions) => Promise<WorkGitResult>;

/**
 * Git for changing a repository. Nothing that it runs reaches into submodules, starts a hook or, unless `trusted`, a filter's program.
 * In `notes`, a folder, each process is noted as long as it runs.
 */
export function openWorkGit(git: Git, trusted: boolean, notes?: string): RunWorkGit {
  const { program, args: closed, cwd, env } = git.command([]);
  const own = ['-C', git.cwd, '--no-pager'];
  const prefix = [...(trusted ? withoutFilters(closed) : closed), ...settings];
  return (args, options = {}) => {
    const { hooks = false, network = false, index, environment = {} } = options;
    const variables: NodeJS.ProcessEnv = { ...env, ...environment };
    for (const name of ['GIT_INDEX_FILE', ...(hooks ? closing : []), ...(network ? offline : [])])
      Reflect.deleteProperty(variables, name);
    // Without it ssh would prompt in a terminal that nobody watches.
    const promptless = { SSH_ASKPASS: variables['SSH_ASKPASS'] ?? 'false', SSH_ASKPASS_REQUIRE: 'force' };
    if (network) Object.assign(variables, promptless);
    if (index !== undefined) variables['GIT_INDEX_FILE'] = index;
    return run(program, [...(hooks ? own : prefix), ...args], { cwd, env: variables, notes, folder: git.cwd }, options);
  };
}

/** Milliseconds between the polite signal and the kill. */
const gracePeriod = 2000;

const settings = ['submodule.recurse=false', 'gc.auto=0', 'advice.statusHints=false', 'rerere.enabled=false'].flatMap(
  (setting) => ['-c', setting],
);

const offline = ['GIT_ALLOW_PROTOCOL', 'GIT_NO_LAZY_FETCH'];
/** Variables that a hook would inherit, and that would change its own git commands. */
const closing = [
  ...offline,
  'GIT_LITERAL_PATHSPECS',
  'GIT_OPTIONAL_LOCKS',
  'GIT_NO_REPLACE_OBJECTS',
  'GIT_GRAFT_FILE',
  'GIT_PAGER',
  emptyVariable,
];

/** Settings are `-c` and a value; a filter's name with an equals sign comes as one `--config-env`. */
function withoutFilters(args: readonly string[]): readonly string[] {
  return args.filter((each, at) => {
    const setting = each === '-c' ? args[at + 1] : each;
    return !/^(?:--config-env=)?filter\./.test(setting as string);
  });
}

interface WorkPlace {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly notes: string | undefined;
  /** The repository's root. */
  readonly folder: string;
}

function run(
  program: string,
  args: readonly string[],
  { notes, folder, ...place }: WorkPlace,
  { input, timeout = 120_000, signal, network = false }: WorkGitOptions,
): Promise<WorkGitResult> {
  return new Promise((fulfil, reject) => {
    const child = spawn(program, args, {
      ...place,
      windowsHide: true,
      stdio: ['pipe', 'pipe', 'pipe'],
      // Programs that git starts to reach the network outlive it: a process group of their own is ended together.
      detached: network,
    });
    const { pid } = child;
    // A fetch changes nothing that anybody would have to wait for.
    const ended =
      notes === undefined || network || pid === undefined
        ? () => undefined
        : writeGitProcessNote(notes, { owner: process.pid, process: pid, at: Date.now() });
    const output: Buffer[] = [];
    let said = '';
    let stopped: GitError | undefined;
    let last: NodeJS.Timeout | undefined;
    const stop = (error: GitError): void => {
      stopped ??= error;
      // The polite signal first: git then removes its own locks.
      end(child, 'SIGTERM');
      last ??= setTimeout(() => end(child, 'SIGKILL'), gracePeriod);
      child.stdin.destroy();
      child.stdout.destroy();
      child.stderr.destroy();
    };
    const slow = `Git took longer than ${timeout / 1000} seconds and was stopped. Try again when the computer or the network is less busy.`;
    const clock = setTimeout(() => stop(new GitError('timeout', slow)), timeout);
    const unwatch = watchChild(child, {
      folder,
      environment: place.env,
      // What it changes is better finished than cut off; a fetch changes nothing.
      grace: network ? 0 : timeout / 1000,
      isGroup: network,
      onBlocked: stop,
    });
    const cancel = (): void => stop(new GitError('stopped', 'Stopped. Nothing was changed.'));
    const settle = (): void => {
      clearTimeout(clock);
      clearTimeout(last);
      unwatch();
      signal?.removeEventListener('abort', cancel);
      ended();
    };
    signal?.addEventListener('abort', cancel);
    if (signal?.aborted === true) cancel();
    child.on('error', (error) => {
      settle();
      reject(createStartError(error));
    });
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      if (said.length < 8192) said += chunk.toString('utf8');
    });
    child.on('close', (code) => {
      settle();
      if (stopped !== undefined) reject(stopped);
      else fulfil({ code: code ?? 128, output: Buffer.concat(output), said });
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** Ends a process with its group, if it leads one. */
function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(-Number(child.pid), signal);
  } catch {
    child.kill(signal);
  }
}
