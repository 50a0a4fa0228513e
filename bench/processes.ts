import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childrenProcessorTime } from './processor-time.js';
import { realGit, type GitRun } from './record-git.js';

/** A program as it is started from a shell; its output is discarded. */
export interface Program {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly input?: Buffer;
}

/** What a program took, in milliseconds. */
export interface Spent {
  /** From its start to its end. */
  readonly elapsed: number;
  /** That a processor worked for it and for what it waited for; see `childrenProcessorTime`. */
  readonly processor: number;
}

/** Throws where the program could not do its work (exit code 2 and above, or a signal). */
export function timeProgram({ program, args, cwd, env, input }: Program): Spent {
  const before = childrenProcessorTime();
  const start = process.hrtime.bigint();
  const ended = spawnSync(program, args, {
    cwd,
    env,
    ...(input && { input }),
    stdio: [input ? 'pipe' : 'ignore', 'ignore', 'pipe'],
  });
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
  const processor = childrenProcessorTime() - before;
  if (ended.status === null || ended.status > 1) {
    throw new Error(`${[program, ...args].join(' ')} failed: ${ended.stderr.toString('utf8')}`);
  }
  return { elapsed, processor };
}

/**
 * The floor of a command: Node starting an empty script and the git commands that it runs, one after the other. A git that is still
 * asked when the command ends is nobody's child then, and its processor time is counted for neither.
 */
export function timeFloor(empty: Program, git: readonly Program[]): { readonly node: Spent; readonly floor: Spent } {
  const node = timeProgram(empty);
  const all = git.map((program) => ({ ...timeProgram(program), isLeft: program.args.includes('--batch-command') }));
  return {
    node,
    floor: {
      elapsed: sum([node, ...all].map(({ elapsed }) => elapsed)),
      processor: sum([node, ...all.filter(({ isLeft }) => !isLeft)].map(({ processor }) => processor)),
    },
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Node starting a script with nothing in it. */
export function withEmptyScript<T>(use: (empty: Program) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'pm-zone-bench-'));
  try {
    writeFileSync(join(folder, 'empty.js'), '');
    return use({ program: process.execPath, args: [join(folder, 'empty.js')], cwd: folder, env: process.env });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Recorded runs of git as programs by themselves. */
export function asPrograms(runs: readonly GitRun[]): readonly Program[] {
  const program = realGit();
  return runs.map(({ args, cwd, env, input }) => ({ program, args, cwd, env, ...(input.length > 0 && { input }) }));
}
