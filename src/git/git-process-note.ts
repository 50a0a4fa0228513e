import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A recorded git process: the process id of its owner, its own, and the start in milliseconds since 1970. */
export interface GitProcessNote {
  readonly owner: number;
  readonly process: number;
  readonly at: number;
}

/**
 * Records a git process as an empty file in a folder, so that it is known to be running if this process ends first. Returns a function
 * that removes the file. Does nothing if there is no such folder.
 */
export function writeGitProcessNote(folder: string, { owner, process, at }: GitProcessNote): () => void {
  const path = join(folder, `git-${owner}-${process}-${at}`);
  try {
    // Synchronous: this process may end at any moment.
    writeFileSync(path, '');
  } catch {
    return () => undefined;
  }
  return () => {
    try {
      rmSync(path, { force: true });
    } catch {
      // The next reader removes it.
    }
  };
}

/** Parses the name of a note; `undefined` for any other file. */
export function parseGitProcessNote(name: string): GitProcessNote | undefined {
  const [, owner, process, at] = /^git-(\d+)-(\d+)-(\d+)$/.exec(name) ?? [];
  return at === undefined ? undefined : { owner: Number(owner), process: Number(process), at: Number(at) };
}

/** Whether a process is still running. `states` is Linux's `/proc`. */
export function isProcessRunning(id: number, states = '/proc'): boolean {
  try {
    process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !isDead(`${states}/${id}/stat`);
}

/** Whether it is a zombie: on Linux some parents never reap. */
function isDead(path: string): boolean {
  try {
    const stat = readFileSync(path, 'latin1');
    return /^ [ZXx]/.test(stat.slice(stat.lastIndexOf(')') + 1));
  } catch {
    return false;
  }
}
