import { toPlainLine } from '../../git/git-error.js';
import { OperationError, toOperationError } from '../operation-outcome.js';

/** Why `git commit` made no commit, from what was said. A hook's first line is its whole message. */
export function toCommitError(said: string, output: Buffer): OperationError {
  const text = `${said}\n${output.toString('utf8')}`;
  if (
    /No space left on device|\.lock': File exists|empty ident|unable to auto-detect email|Please tell me who/.test(text)
  ) {
    return /ident|auto-detect|tell me who/.test(text)
      ? new OperationError(
          'git',
          'Git does not know your name and email yet, so it cannot commit for you. Set both, then try again.',
        )
      : toOperationError(said);
  }
  const line = text.split('\n').find((each) => each.trim() !== '') ?? 'it gave no reason';
  return new OperationError('hook', `The commit was refused by a check of this repository: ${toPlainLine(line)}`);
}
