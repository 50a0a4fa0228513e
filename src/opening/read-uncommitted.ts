import type { RunWorkGit } from '../git/work-git.js';
import { parseGitError } from '../git/git-error.js';

/** What stands before the path of a file that changed, of one in conflict, of a new one: format 2 of `git status`. */
const fields = /^(?:1(?: [^ ]+){7} |u(?: [^ ]+){9} |\? )/;

/** A submodule that is at another commit than it is noted at, which nobody staged. */
const strayed = /^1 \.M S/;

/**
 * The paths that `git status` calls changed or new, as it does for the user: what git ignores is none of them. Nor is what lies in a submodule,
 * which no commit here can hold, or a submodule that was left where it was when the branch was switched: both are no work of this branch.
 */
export async function readUncommitted(git: RunWorkGit): Promise<readonly string[]> {
  const { code, output, said } = await git(
    ['status', '--porcelain=v2', '-z', '--no-renames', '--untracked-files=normal', '--ignore-submodules=dirty'],
    { hooks: true },
  );
  if (code !== 0) throw parseGitError(said, '.');
  return output
    .toString('utf8')
    .split('\0')
    .filter((entry) => entry !== '' && !strayed.test(entry))
    .map((entry) => entry.replace(fields, ''));
}
