import { spawn } from 'node:child_process';
import { openCatPipe, unsupportedBatchError, type CatPipe, type GitObject } from './cat-file-pipe.js';
import type { Git } from '../git.js';

/** A running `git cat-file` for any number of requests; it ends with this process at the latest and never keeps it alive. */
export interface CatFile {
  /** `undefined` if git knows no such object. A name with a NUL, or with a line break if git is older than 2.38, is never found. */
  info(name: string): Promise<GitObject | undefined>;
  contents(name: string): Promise<GitObject | undefined>;
  close(): void;
}

/** Starts `git cat-file` at once: one process, or two with a git before 2.38. Rejections are `GitError`s. */
export function openCatFile(git: Git, timeout = 60_000): CatFile {
  let pipe: CatPipe | undefined = openPipe(git, ['cat-file', '--batch-command', '-z', '--buffer'], timeout, 'flush\0');
  let classic: { readonly info: CatPipe; readonly contents: CatPipe } | undefined;
  const ask = async (verb: 'info' | 'contents', name: string): Promise<GitObject | undefined> => {
    if (name === '' || name.includes('\0')) return undefined;
    const asked = pipe;
    try {
      if (asked) return await asked.request(`${verb} ${name}\0`, name, verb === 'contents');
    } catch (error) {
      if (error !== unsupportedBatchError) throw error;
      pipe = undefined;
    }
    if (name.includes('\n')) return undefined;
    classic ??= {
      info: openPipe(git, ['cat-file', '--batch-check'], timeout),
      contents: openPipe(git, ['cat-file', '--batch'], timeout),
    };
    return classic[verb].request(`${name}\n`, name, verb === 'contents');
  };
  return {
    info: (name) => ask('info', name),
    contents: (name) => ask('contents', name),
    close() {
      pipe?.close();
      classic?.info.close();
      classic?.contents.close();
    },
  };
}

function openPipe(git: Git, args: readonly string[], timeout: number, flush?: string): CatPipe {
  const { program, args: all, cwd, env } = git.command(args);
  return openCatPipe(
    git,
    spawn(program, all, { cwd, env, windowsHide: true, stdio: ['pipe', 'pipe', 'pipe'] }),
    timeout,
    flush,
  );
}
