import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A git process that was noted: who started it, its number, and when, in milliseconds since 1970. */
export interface RunningGit {
  readonly owner: number;
  readonly process: number;
  readonly at: number;
}

/**
 * Notes a git process in a folder, as an empty file, so that it is known to run on where this process ends before it does. Gives what takes the note
 * away again. Where there is no such folder there is nothing that would wait for it.
 */
export function noteGit(folder: string, { owner, process, at }: RunningGit): () => void {
  const path = join(folder, `git-${owner}-${process}-${at}`);
  try {
    // At once: this process may end at any moment.
    writeFileSync(path, '');
  } catch {
    return () => undefined;
  }
  return () => {
    try {
      rmSync(path, { force: true });
    } catch {
      // The next one to look takes it away.
    }
  };
}

/** What a note says by its name; `undefined` for any other file. */
export function readNote(name: string): RunningGit | undefined {
  const [, owner, process, at] = /^git-(\d+)-(\d+)-(\d+)$/.exec(name) ?? [];
  return at === undefined ? undefined : { owner: Number(owner), process: Number(process), at: Number(at) };
}

/** Whether a process of this computer still runs, by its number. `states`: where Linux has what processes are at. */
export function isRunning(id: number, states = '/proc'): boolean {
  try {
    process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !isDead(`${states}/${id}/stat`);
}

/** Whether it has ended and only waits for its parent to ask how: on Linux, where some never ask. */
function isDead(path: string): boolean {
  try {
    const stat = readFileSync(path, 'latin1');
    return /^ [ZXx]/.test(stat.slice(stat.lastIndexOf(')') + 1));
  } catch {
    return false;
  }
}
