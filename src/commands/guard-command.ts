import { homedir } from 'node:os';
import { resolve } from 'node:path';
import {
  guardEvents,
  guidance,
  type GuardOutcome,
  type GuardRequest,
  type GuardStatus,
} from '../guard/guard-outcome.js';
import { judgeCommit, type HookAnswer } from '../guard/judge-commit.js';
import { GitError } from '../git/git-error.js';
import {
  UsageError,
  textOption,
  writeAnswer,
  type Command,
  type ExitCode,
  type ParsedArguments,
  type CommandHost,
} from './command.js';

/** Loaded on demand: a commit waits for none of them. */
const actions: ReadonlyMap<string, () => Promise<(request: GuardRequest) => Promise<GuardOutcome>>> = new Map([
  ['install', async () => (await import('../guard/install-guard.js')).installGuard],
  ['remove', async () => (await import('../guard/remove-guard.js')).removeGuard],
  ['status', async () => (await import('../guard/read-guard-status.js')).readGuardStatus],
]);

/** The commit guard: git hooks that review each commit before it is made. `run EVENT` is what the hooks themselves call. */
export const guardCommand: Command = {
  name: 'guard',
  summary: 'review each commit before it is made, by git hooks',
  usage: 'install | remove | status',
  formats: ['text', 'json'],
  options: {},
  help: [
    ['install', 'turn it on here, or repair it; hooks that are there are kept and run'],
    ['remove', 'turn it off, and put everything back as it was'],
    ['status', 'whether it is on, and why not'],
  ],
  positionals: 'many',
  run: async (typed, world): Promise<ExitCode> => {
    const [name = '', ...rest] = typed.positionals;
    if (name === 'run') return runHook(rest, typed, world);
    const load = actions.get(name);
    if (load === undefined || rest.length > 0) {
      throw new UsageError('pm-zone guard takes one of install, remove and status.');
    }
    const action = await load();
    const outcome = await action({
      cwd: resolve(world.cwd, textOption(typed, 'cwd') ?? '.'),
      environment: world.environment,
      user: userOf(world),
    });
    if (outcome.kind === 'refused') throw new UsageError(outcome.sentence);
    const { status } = outcome;
    writeAnswer(
      typed,
      world,
      () => ({ ...status, guidance }),
      () => describeStatus(status),
    );
    return name === 'status' && !status.on ? 1 : 0;
  },
};

/** Refusals go to standard error, where editors look for them; standard output is the hook's own. */
async function runHook(
  [event = '', ...args]: readonly string[],
  typed: ParsedArguments,
  world: CommandHost,
): Promise<ExitCode> {
  const cwd = resolve(world.cwd, textOption(typed, 'cwd') ?? '.');
  const request = { cwd, environment: world.environment };
  try {
    const answer = await askHook(event, args, request, world);
    for (const line of answer.lines) world.warn(line);
    if (answer.refused) return 1;
    world.write(answer.pairs ? 'pair\n' : 'alone\n');
    return 0;
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    world.warn(`Not ${event === 'pre-push' ? 'pushed, so not shared' : 'committed'}: ${error.sentence}`);
    return 2;
  }
}

/** A commit waits for the first alone; the others are loaded on demand. */
async function askHook(
  event: string,
  [first, second = '']: readonly string[],
  request: Pick<GuardRequest, 'cwd' | 'environment'>,
  world: CommandHost,
): Promise<HookAnswer> {
  if (event === 'pre-commit') return judgeCommit(request);
  if (event === 'pre-merge-commit' || event === 'pre-applypatch') {
    return (await import('../guard/judge-pick.js')).judgePick(request, event);
  }
  if (first !== undefined && event === 'commit-msg') {
    return (await import('../guard/judge-message.js')).judgeMessage({ ...request, file: first });
  }
  if (first !== undefined && event === 'prepare-commit-msg') {
    return (await import('../guard/judge-pick.js')).judgePick(request, event, first);
  }
  if (first !== undefined && event === 'pre-push') {
    const input = Buffer.from(await world.readStdin()).toString('utf8');
    return (await import('../guard/judge-push.js')).judgePush({ ...request, remote: first, url: second, input });
  }
  throw new UsageError(`pm-zone guard run is for git’s hooks: ${guardEvents.join(', ')}.`);
}

function userOf({ environment, program }: CommandHost): GuardRequest['user'] {
  return {
    platform: process.platform,
    home: environment['HOME'] ?? homedir(),
    program: program ?? '',
    runtime: process.execPath,
    isEditor: environment['ELECTRON_RUN_AS_NODE'] !== undefined,
  };
}

function describeStatus(status: GuardStatus): readonly string[] {
  return [
    status.sentence,
    ...status.chain.map(
      ({ event, what, place }) =>
        `  ${event}: ${what}${place === undefined ? '' : ` in ${place}`} runs${status.on ? ' as well' : ''}`,
    ),
    ...(status.on && status.runtime !== undefined
      ? [`  runs with ${status.runtime.kind === 'editor' ? 'the editor’s own Node' : 'Node'}: ${status.runtime.place}`]
      : []),
    guidance,
  ];
}
