import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realGit, type GitRun } from './record-git.js';

/** A program as it is started from a shell; its output is discarded. */
export interface Program {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly input?: Buffer;
}

/** Milliseconds from start to end. Throws where the program could not do its work (exit code 2 and above, or a signal). */
export function timeProgram({ program, args, cwd, env, input }: Program): number {
  const start = process.hrtime.bigint();
  const ended = spawnSync(program, args, {
    cwd,
    env,
    ...(input && { input }),
    stdio: [input ? 'pipe' : 'ignore', 'ignore', 'pipe'],
  });
  const spent = Number(process.hrtime.bigint() - start) / 1e6;
  if (ended.status === null || ended.status > 1) {
    throw new Error(`${[program, ...args].join(' ')} failed: ${ended.stderr.toString('utf8')}`);
  }
  return spent;
}

/** Milliseconds of programs that run one after the other. */
export function timePrograms(programs: readonly Program[]): number {
  return programs.reduce((sum, program) => sum + timeProgram(program), 0);
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
