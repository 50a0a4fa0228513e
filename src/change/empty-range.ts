import type { Tip } from '../git/find-base.js';
import { GitError } from '../git/git-error.js';

/** Said of a range that changes nothing, where somebody is waited for to judge it. */
export function emptyRange(base: Pick<Tip, 'ref'>, head: { readonly ref: string }): GitError {
  return new GitError(
    'empty-range',
    `${head.ref} changes nothing that ${base.ref} does not have already, so there is nothing to review. Check that your work is committed and that both names are right.`,
  );
}
