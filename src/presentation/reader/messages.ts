import { GitError } from '../../git/git-error.js';
import type { ReaderCalls, WordsProgress } from './reader-calls.js';

/** A call, by a number of its own; or that the answer to an earlier one is no longer wanted. */
export type Request =
  | { readonly id: number; readonly call: keyof ReaderCalls; readonly asked: unknown }
  | { readonly id: number; readonly call: 'stop' };

/** What a call has come to, or how far it is. */
export type Reply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly progress: WordsProgress }
  | { readonly id: number; readonly error: SentError };

/** An error, as it travels between processes. */
type SentError =
  Pick<GitError, 'kind' | 'sentence' | 'paths'> | { readonly message: string; readonly stack: string | undefined };

export function packError(error: unknown): SentError {
  if (error instanceof GitError) return { kind: error.kind, sentence: error.sentence, paths: error.paths };
  return error instanceof Error
    ? { message: error.message, stack: error.stack }
    : { message: String(error), stack: undefined };
}

/** The same error again: a `GitError` is one. */
export function unpackError(sent: SentError): Error {
  if ('kind' in sent) return new GitError(sent.kind, sent.sentence, sent.paths);
  const error = new Error(sent.message);
  if (sent.stack !== undefined) error.stack = sent.stack;
  return error;
}
