import { GitError } from '../git/git-error.js';
import { MissingBaseError } from '../policy/policy-session.js';
import { UsageError } from './command.js';

/** What stopped a command, in one sentence: the one that an expected error has, else its first line. */
export function errorSentence(error: unknown): string {
  if (error instanceof UsageError || error instanceof MissingBaseError) return error.message;
  if (error instanceof GitError) return error.sentence;
  const reason = String(error).replace(/\n.*$/s, '');
  return `something went wrong that PM Zone did not expect: ${reason}. Nothing was changed.`;
}
