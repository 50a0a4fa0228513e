import { createStartError, type Git, type GitProcess } from '../git.js';
import { GitError, parseGitError } from '../git-error.js';
import { watchChild } from './watch-child.js';

/** A git object. `content` is missing if it was not requested, or is larger than requested. */
export interface GitObject {
  readonly oid: string;
  readonly type: string;
  readonly bytes: number;
  readonly content?: Buffer;
}

/** Sends requests; `line` names the object, `withContent` requests its content. Rejects when git exits or takes too long. */
export interface CatPipe {
  request(line: string, name: string, withContent: boolean): Promise<GitObject | undefined>;
  close(): void;
}

interface Question {
  readonly nameBytes: number;
  readonly withContent: boolean;
  readonly fulfil: (reply: GitObject | undefined) => void;
  readonly reject: (error: Error) => void;
}

/** Git's exit code for an option it does not know: `--batch-command -z` came with git 2.38. */
const usage = 129;
/** This git does not support `--batch-command -z`; the caller falls back to `--batch`. */
export const unsupportedBatchError = new Error('git is too old for --batch-command -z');

/**
 * Talks to a running `git cat-file --batch…`, one request after the other, and keeps the event loop alive only while one waits. `flush` is
 * what has git answer, where it collects requests.
 */
export function openCatPipe(git: Git, child: GitProcess, timeout: number, flush = ''): CatPipe {
  const questions: Question[] = [];
  const chunks: Buffer[] = [];
  let held = 0;
  let wanted = 1;
  let stderr = '';
  let ended: Error | undefined;
  let clock: NodeJS.Timeout | undefined;
  let unwatch = (): void => undefined;
  const handles = [child, child.stdout, child.stdin, child.stderr] as unknown as readonly Pick<
    NodeJS.Timeout,
    'ref' | 'unref'
  >[];

  /** Requests of one tick are written together: each write wakes git up. */
  let lines = '';
  const send = (): void => {
    child.stdin.write(lines + flush);
    lines = '';
  };
  const hold = (): void => {
    for (const handle of handles) {
      if (questions.length > 0) handle.ref();
      else handle.unref();
    }
    clearTimeout(clock);
    unwatch();
    if (questions.length === 0) return;
    clock = setTimeout(() => end(new GitError('timeout', slow(timeout))), timeout);
    unwatch = watchChild(child, { folder: git.cwd, environment: git.command([]).env, onBlocked: end });
  };
  const end = (error: Error): void => {
    ended ??= error;
    child.kill('SIGKILL');
    for (const question of questions.splice(0)) question.reject(error);
    hold();
  };
  child.on('error', (error) => end(createStartError(error)));
  child.on('close', (code) => end(code === usage ? unsupportedBatchError : parseGitError(stderr, git.cwd)));
  child.stdin.on('error', () => undefined);
  child.stderr.on('data', (chunk: Buffer) => {
    if (stderr.length < 8192) stderr += chunk.toString('utf8');
  });
  child.stdout.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    held += chunk.length;
    if (held < wanted) return;
    let rest = chunks.length === 1 ? chunk : Buffer.concat(chunks, held);
    for (;;) {
      const [question] = questions;
      const answer = question && readAnswer(rest, question);
      if (typeof answer !== 'object') {
        wanted = answer ?? 1;
        break;
      }
      questions.shift();
      rest = rest.subarray(answer.length);
      question?.fulfil(answer.reply);
    }
    chunks.splice(0, chunks.length, ...(rest.length > 0 ? [rest] : []));
    held = rest.length;
    hold();
  });
  hold();
  return {
    request: (line, name, withContent) =>
      new Promise((fulfil, reject) => {
        if (ended !== undefined) {
          reject(ended);
          return;
        }
        questions.push({ nameBytes: Buffer.byteLength(name), withContent, fulfil, reject });
        if (questions.length === 1) hold();
        if (lines === '') queueMicrotask(send);
        lines += line;
      }),
    close: () => end(new GitError('failed', 'The repository was closed while it was being read. Try again.')),
  };
}

/** The answer at the start of `rest` with its length, or the number of bytes that are needed at least. */
function readAnswer(
  rest: Buffer,
  question: Question,
): { readonly reply: GitObject | undefined; readonly length: number } | number {
  const newline = rest.indexOf(10);
  if (newline < 0) return rest.length + 1;
  const found = /^([0-9a-f]{40,64}) (commit|tree|blob|tag) (\d+)$/.exec(
    rest.toString('latin1', 0, Math.min(newline, 120)),
  );
  if (!found) {
    // "NAME missing": the name may hold line breaks, so the line ends after it.
    const end = rest.indexOf(10, question.nameBytes);
    return end < 0 ? Math.max(rest.length, question.nameBytes) + 1 : { reply: undefined, length: end + 1 };
  }
  const [, oid = '', type = '', size = ''] = found;
  const bytes = Number(size);
  if (!question.withContent) return { reply: { oid, type, bytes }, length: newline + 1 };
  const end = newline + 1 + bytes;
  if (rest.length < end + 1) return end + 1;
  return { reply: { oid, type, bytes, content: rest.subarray(newline + 1, end) }, length: end + 1 };
}

function slow(timeout: number): string {
  return `Git took longer than ${timeout / 1000} seconds to read a file and was stopped. Try again when the computer is less busy.`;
}
