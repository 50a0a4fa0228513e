import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { Git } from '../git/git.js';

/** Git commands that were started in one go. */
export interface StartedTogether {
  /** The folder that git was started in. */
  readonly cwd: string;
  /** What this command wrote; `undefined` where it was not among them, failed or took too long: run by itself it tells why. */
  output(args: readonly string[]): Promise<Buffer | undefined>;
  /** The one that stays open to be asked. What it complains of is not heard. */
  readonly lasting: ChildProcessByStdio<Writable, Readable, null>;
}

export interface TogetherOptions {
  /** The system it is for, this one where it is left out: Windows has no shell of POSIX's. */
  readonly platform?: NodeJS.Platform;
  /** Milliseconds after which a group is not waited for; a minute where it is left out. */
  readonly timeout?: number;
  /** More bytes than this from a group are no output; 256 MB where it is left out. */
  readonly maxBytes?: number;
}

/**
 * Starts groups of git commands side by side, and `lasting` with them, for the price of one: starting a process copies much of a large
 * one like this, and little of a shell; and each pipe to it costs, so the commands of a group run one after the other and share one.
 * `groups` (at most six) and `lasting` are fixed words of ours: nothing that a repository or a person wrote is part of the shell's
 * script. `undefined` where it cannot be done: then they are run one by one.
 */
export function startTogether(
  git: Git,
  groups: readonly (readonly (readonly string[])[])[],
  lasting: readonly string[],
  { platform = process.platform, timeout = 60_000, maxBytes = 2 ** 28 }: TogetherOptions = {},
): StartedTogether | undefined {
  if (platform === 'win32') return undefined;
  const { program, args, cwd, env } = git.command([]);
  // No output holds this.
  const end = `pm-zone ${Math.random()} ${process.hrtime.bigint()}`;
  const child = spawn('/bin/sh', ['-c', scriptOf(groups, lasting, end), program, ...args], {
    cwd,
    env,
    windowsHide: true,
    stdio: ['pipe', 'pipe', 'ignore', ...groups.map(() => 'pipe' as const)],
  }) as StartedTogether['lasting'];
  if (child.pid === undefined) {
    child.on('error', () => undefined);
    return undefined;
  }
  // Whoever asks it holds it; by itself it keeps nobody waiting.
  for (const each of [child, child.stdin, child.stdout] as unknown as readonly Holdable[]) each.unref();
  const outputs = new Map(
    groups.flatMap((commands, group) => {
      const pipe = (child.stdio as readonly unknown[])[firstPipe + group] as Readable;
      const most = maxBytes + commands.length * (end.length + longestCode);
      const whole = readWhole(pipe, timeout, most).then((all) => outputsIn(all, Buffer.from(`\0${end} `)));
      return commands.map((command, at) => [command.join('\0'), whole.then((each) => each[at])] as const);
    }),
  );
  return { cwd: git.cwd, output: async (command) => outputs.get(command.join('\0')), lasting: child };
}

interface Holdable {
  unref(): void;
}

/** Where the first group writes. */
const firstPipe = 3;

/** Each group in the background with a pipe of its own; what is in the place of the shell in the end is `lasting`. */
function scriptOf(
  groups: readonly (readonly (readonly string[])[])[],
  lasting: readonly string[],
  end: string,
): string {
  const pipes = groups.map((_, at) => firstPipe + at);
  const closed = (kept?: number): string =>
    pipes
      .filter((pipe) => pipe !== kept)
      .map((pipe) => `${pipe}>&-`)
      .join(' ');
  const started = groups.map((commands, at) => {
    const pipe = firstPipe + at;
    const each = commands.map(
      (command) => `command "$0" "$@" ${command.map(quoted).join(' ')}; printf '\\000%s %d\\n' '${end}' $?`,
    );
    return `{ ${each.join('; ')}; } </dev/null >&${pipe} ${closed(pipe)} &`;
  });
  return [...started, `exec "$0" "$@" ${lasting.map(quoted).join(' ')} ${closed()}`].join('\n');
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/** An exit code, and what parts it from the rest. */
const longestCode = 6;

/** What comes out of it in time; nothing where that is more than `maxBytes`. */
function readWhole(pipe: Readable, timeout: number, maxBytes: number): Promise<Buffer> {
  return new Promise((fulfil) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const settle = (): void => {
      clearTimeout(clock);
      pipe.destroy();
      const [only] = chunks;
      fulfil(only !== undefined && chunks.length === 1 ? only : Buffer.concat(chunks, bytes));
    };
    const clock = setTimeout(settle, timeout);
    pipe.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes <= maxBytes) return;
      chunks.length = bytes = 0;
      settle();
    });
    pipe.on('error', settle);
    pipe.on('end', settle);
  });
}

/** What stands before each `end`, after which git's exit code and a line break follow; `undefined` for what failed. */
function outputsIn(all: Buffer, end: Buffer): readonly (Buffer | undefined)[] {
  const outputs: (Buffer | undefined)[] = [];
  for (let from = 0, at = all.indexOf(end); at >= 0; at = all.indexOf(end, from)) {
    const code = at + end.length;
    outputs.push(all[code] === zero ? all.subarray(from, at) : undefined);
    from = all.indexOf(10, code) + 1;
  }
  return outputs;
}

const zero = '0'.charCodeAt(0);
