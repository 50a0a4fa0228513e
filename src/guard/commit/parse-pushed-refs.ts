import { GitError } from '../../git/git-error.js';

/** A ref that is pushed. Whether it is new, moved on or overwritten there makes no difference to what it holds; one that is deleted there holds nothing. */
export interface PushedRef {
  /** As git names it here: a branch, a tag, `HEAD`, an expression. */
  readonly name: string;
  /** `undefined`: it is deleted there. */
  readonly oid: string | undefined;
  /** In full: `refs/heads/main`. */
  readonly remoteName: string;
}

/** One that is not deleted. */
export type HeldRef = PushedRef & { readonly oid: string };

/**
 * Reads what git writes to `pre-push`: a line for each ref, with its name and id here and there, zeros where there is none. Refs that stay as they
 * are there are left out. Throws a `GitError` for anything else.
 */
export function parsePushedRefs(input: string): readonly PushedRef[] {
  return input
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      // A name here may be an expression with spaces in it (`HEAD@{one week ago}`).
      const found = /^(.*) ([0-9a-f]{40}|[0-9a-f]{64}) (\S+) ([0-9a-f]{40}|[0-9a-f]{64})$/.exec(line);
      if (found === null)
        throw new GitError('failed', 'Git said what is to be shared (pushed) in a form that cannot be read.');
      const [, name = '', oid = '', remoteName = '', there] = found;
      return oid === there ? [] : [{ name, oid: /^0+$/.test(oid) ? undefined : oid, remoteName }];
    });
}
