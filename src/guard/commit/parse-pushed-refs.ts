import { GitError } from '../../git/git-error.js';

/** A ref that is pushed. Whether it is new, moved on or overwritten there makes no difference to what it holds. */
export interface PushedRef {
  /** As git names it here: a branch, a tag, `HEAD`, an expression. */
  readonly name: string;
  readonly oid: string;
  /** In full: `refs/heads/main`. */
  readonly remoteName: string;
}

/**
 * Reads what git writes to `pre-push`: a line for each ref, with its name and id here and there. Refs that are deleted are left out,
 * an id of zeros. Throws a `GitError` for anything else.
 */
export function parsePushedRefs(input: string): readonly PushedRef[] {
  return input
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      // A name here may be an expression with spaces in it (`HEAD@{one week ago}`).
      const found = /^(.*) ([0-9a-f]{40}|[0-9a-f]{64}) (\S+) (?:[0-9a-f]{40}|[0-9a-f]{64})$/.exec(line);
      if (found === null)
        throw new GitError('failed', 'Git said what is to be shared (pushed) in a form that cannot be read.');
      const [, name = '', oid = '', remoteName = ''] = found;
      return /^0+$/.test(oid) ? [] : [{ name, oid, remoteName }];
    });
}
