import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** One run of git by somebody else, so that it can be run again by itself. */
export interface GitRun {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly input: Buffer;
}

/**
 * Runs a command once and returns the git processes that it started, in order. A script named `git`, first on the PATH, notes each
 * one's arguments, folder, environment and input and passes it on, so that a floor never drifts from what is really run. `said`: what
 * the command says beside its output.
 */
export function recordGit(
  program: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  said: 'inherit' | 'ignore' = 'inherit',
): readonly GitRun[] {
  const folder = mkdtempSync(join(tmpdir(), 'pm-zone-bench-'));
  try {
    const notes = join(folder, 'notes');
    mkdirSync(notes);
    writeFileSync(join(folder, 'git'), wrapper(notes, realGit()), { mode: 0o755 });
    const path = `${folder}${delimiter}${env['PATH'] ?? ''}`;
    spawnSync(program, args, { cwd, env: { ...env, PATH: path }, stdio: ['ignore', 'ignore', said] });
    return readdirSync(notes)
      .sort()
      .map((name) => readRun(join(notes, name), env['PATH']));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The program that `git` on the PATH is. */
export function realGit(): string {
  const found = spawnSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' });
  return found.stdout.trim();
}

/** Input is copied only for commands that read it: others may be given a pipe that stays open. */
function wrapper(notes: string, git: string): string {
  return `#!/bin/sh
note="${notes}/$(date +%s%N)-$$"
mkdir "$note"
printf '%s\\0' "$@" > "$note/args"
pwd > "$note/cwd"
env -0 > "$note/env"
: > "$note/input"
case " $* " in
  *" --batch"*|*" --stdin"*) tee "$note/input" | "${git}" "$@" ;;
  *) exec "${git}" "$@" ;;
esac
`;
}

function readRun(note: string, path: string | undefined): GitRun {
  const listOf = (name: string): string[] => readFileSync(join(note, name), 'utf8').split('\0').slice(0, -1);
  const env = listOf('env').map((each): [string, string] => [
    each.slice(0, each.indexOf('=')),
    each.slice(each.indexOf('=') + 1),
  ]);
  return {
    args: listOf('args'),
    cwd: readFileSync(join(note, 'cwd'), 'utf8').trim(),
    env: { ...Object.fromEntries(env), PATH: path },
    input: readFileSync(join(note, 'input')),
  };
}
