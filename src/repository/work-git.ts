import { spawn } from 'node:child_process';
import { notStarted } from './git.js';
import type { Git } from './git.js';
import { emptyVariable } from './git-environment.js';
import { GitTrouble } from './git-trouble.js';

export interface WorkGitOptions {
  readonly input?: string | Uint8Array;
  /** The index to work on in place of the repository's own: an absolute path. */
  readonly index?: string;
  /** Run with her hooks and settings as `git` in a terminal would. */
  readonly hooks?: boolean;
  /** May reach the network, and asks nothing there. */
  readonly network?: boolean;
  /** Milliseconds; two minutes where it is left out. */
  readonly timeout?: number;
  /** Added to what git is run with. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** What came of a git command: its exit code, what it wrote, and the first 8,192 characters of what it said beside. */
export interface WorkReply {
  readonly code: number;
  readonly output: Buffer;
  readonly said: string;
}

/** Runs one git command in the repository's root. Rejects with a `GitTrouble` where git cannot be started or takes too long. */
export type RunWorkGit = (args: readonly string[], options?: WorkGitOptions) => Promise<WorkReply>;

/** Git for changing a repository. Nothing that it runs reaches into submodules, starts a hook or, unless `trusted`, a filter's program. */
export function openWorkGit(git: Git, trusted: boolean): RunWorkGit {
  const { program, args: closed, cwd, env } = git.command([]);
  const own = ['-C', git.cwd, '--no-pager'];
  const prefix = [...(trusted ? withoutFilters(closed) : closed), ...settings];
  return (args, options = {}) => {
    const { hooks = false, network = false, index, environment = {} } = options;
    const variables: NodeJS.ProcessEnv = { ...env, ...environment };
    for (const name of ['GIT_INDEX_FILE', ...(hooks ? closing : []), ...(network ? offline : [])])
      Reflect.deleteProperty(variables, name);
    if (index !== undefined) variables['GIT_INDEX_FILE'] = index;
    return run(program, [...(hooks ? own : prefix), ...args], { cwd, env: variables }, options);
  };
}

const settings = ['submodule.recurse=false', 'gc.auto=0', 'advice.statusHints=false', 'rerere.enabled=false'].flatMap(
  (setting) => ['-c', setting],
);

const offline = ['GIT_ALLOW_PROTOCOL', 'GIT_NO_LAZY_FETCH'];
/** What would be handed on to a hook, and change what its own git commands do. */
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

function run(
  program: string,
  args: readonly string[],
  place: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
  { input, timeout = 120_000 }: WorkGitOptions,
): Promise<WorkReply> {
  return new Promise((fulfil, reject) => {
    const child = spawn(program, args, { ...place, windowsHide: true, stdio: ['pipe', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    let said = '';
    const clock = setTimeout(() => {
      // Asked kindly first: git then takes its own locks away.
      child.kill('SIGTERM');
      child.stdout.destroy();
      child.stderr.destroy();
      reject(
        new GitTrouble(
          'timeout',
          `Git took longer than ${timeout / 1000} seconds and was stopped. Try again when the computer or the network is less busy.`,
        ),
      );
    }, timeout);
    child.on('error', (error) => {
      clearTimeout(clock);
      reject(notStarted(error));
    });
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      if (said.length < 8192) said += chunk.toString('utf8');
    });
    child.on('close', (code) => {
      clearTimeout(clock);
      fulfil({ code: code ?? 128, output: Buffer.concat(output), said });
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
