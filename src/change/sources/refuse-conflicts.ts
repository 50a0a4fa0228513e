import { GitError, toPlainLine } from '../../git/git-error.js';
import { joinSome } from '../../text/join-words.js';

/** Throws a `GitError` if there are unmerged files, named in git's bytes. */
export function refuseConflicts(names: readonly Buffer[]): void {
  const paths = [...new Set(names.map((name) => name.toString('utf8')))];
  if (paths.length === 0) return;
  throw new GitError(
    'unmerged',
    `${joinSome(paths.map(toPlainLine), 1)} ${paths.length > 1 ? 'are' : 'is'} in conflict: two branches changed the same lines, and git left both in. ` +
      `Open it, keep what is right of both, save it and add it (git add), then try again.`,
    paths,
  );
}
