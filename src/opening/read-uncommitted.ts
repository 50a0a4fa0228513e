import type { RunWorkGit } from '../git/work-git.js';
import { parseGitError } from '../git/git-error.js';

/** The paths that `git status` calls changed or new, as it does for the user: what git ignores is none of them. */
export async function readUncommitted(git: RunWorkGit): Promise<readonly string[]> {
  const { code, output, said } = await git(
    ['status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=normal', '--ignore-submodules=none'],
    { hooks: true },
  );
  if (code !== 0) throw parseGitError(said, '.');
  return output
    .toString('utf8')
    .split('\0')
    .filter((entry) => entry !== '')
    .map((entry) => entry.slice(3));
}
