import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { Git } from './git.js';

/** Git commands that were started in one go. */
export interface StartedTogether {
  /** The folder that git was started in. */
  readonly cwd: string;
  /** What this command wrote; `undefined` where it was not among them, failed or took too long: run by itself it tells why. */
  output(args: readonly string[]): Promise<Buffer | undefined>;
  /** The one that stays open to be asked. */
  readonly lasting: ChildProcessWithoutNullStreams;
}

export interface TogetherOptions {
  /** The system it is for, this one where it is left out: Windows has no shell of POSIX's. */
  readonly platform?: NodeJS.Platform;
  /** Milliseconds after which a command is not waited for; a minute where it is left out. */
  readonly timeout?: number;
  /** More bytes than this are no output; 256 MB where it is left out. */
  readonly maxBytes?: number;
}

/**
 * Starts git commands side by side, and `lasting` with them, for the price of one: starting a process copies much of a large one
 * like this, and little of a shell. `commands` (at most six) and `lasting` are fixed words of ours: nothing that a repository or a
 * person wrote is part of the shell's script. `undefined` where it cannot be done: then they are run one by one.
 */
export function startTogether(
  git: Git,
  commands: readonly (readonly string[])[],
  lasting: readonly string[],
  { platform = process.platform, timeout = 60_000, maxBytes = 2 ** 28 }: TogetherOptions = {},
): StartedTogether | undefined {
  if (platform === 'win32') return undefined;
  const { program, args, cwd, env } = git.command([]);
  // No output ends like this by itself, nor by being cut off.
  const end = `pm-zone ${Math.random()} ${process.hrtime.bigint()}`;
  const child = spawn('/bin/sh', ['-c', scriptOf(commands, lasting, end), program, ...args], {
    cwd,
    env,
    windowsHide: true,
    stdio: ['pipe', 'pipe', 'pipe', ...commands.map(() => 'pipe' as const)],
  });
  if (child.pid === undefined) {
    child.on('error', () => undefined);
    return undefined;
  }
  // Whoever asks it holds it; by itself it keeps nobody waiting.
  for (const each of [child, child.stdin, child.stdout, child.stderr] as unknown as readonly Holdable[]) each.unref();
  const outputs = new Map(
    commands.map((command, at) => {
      const pipe = (child.stdio as readonly unknown[])[firstPipe + at] as Readable;
      return [command.join('\0'), readWhole(pipe, Buffer.from(`\0${end}`), timeout, maxBytes)];
    }),
  );
  return { cwd: git.cwd, output: async (command) => outputs.get(command.join('\0')), lasting: child };
}

interface Holdable {
  unref(): void;
}

/** Where the first of the commands writes. */
const firstPipe = 3;

/** Each command in the background with a pipe of its own; what is in the place of the shell in the end is `lasting`. */
function scriptOf(commands: readonly (readonly string[])[], lasting: readonly string[], end: string): string {
  const pipes = commands.map((_, at) => firstPipe + at);
  const closed = (kept?: number): string =>
    pipes
      .filter((pipe) => pipe !== kept)
      .map((pipe) => `${pipe}>&-`)
      .join(' ');
  const started = commands.map((command, at) => {
    const pipe = firstPipe + at;
    const git = `command "$0" "$@" ${command.map(quoted).join(' ')}`;
    return `{ ${git} && printf '\\000%s' '${end}'; } </dev/null >&${pipe} 2>/dev/null ${closed(pipe)} &`;
  });
  return [...started, `exec "$0" "$@" ${lasting.map(quoted).join(' ')} ${closed()}`].join('\n');
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/** All that comes before `end`, where the pipe ends with it. */
function readWhole(pipe: Readable, end: Buffer, timeout: number, maxBytes: number): Promise<Buffer | undefined> {
  return new Promise((fulfil) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const settle = (output: Buffer | undefined): void => {
      clearTimeout(clock);
      pipe.destroy();
      fulfil(output);
    };
    const clock = setTimeout(() => settle(undefined), timeout);
    pipe.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > maxBytes + end.length) settle(undefined);
    });
    pipe.on('error', () => settle(undefined));
    pipe.on('end', () => {
      const [only] = chunks;
      const all = only !== undefined && chunks.length === 1 ? only : Buffer.concat(chunks, bytes);
      const length = bytes - end.length;
      settle(length >= 0 && all.subarray(length).equals(end) ? all.subarray(0, length) : undefined);
    });
  });
}
