import { GitError } from '../git/git-error.js';
import type { Git } from '../git/git.js';

/** More say the same. */
const mostCommits = 60;

/** Who made the latest commits in some folders, up to one commit, and what these say; nothing where git cannot tell. */
export async function readMessages(git: Git, commit: string, folders: readonly string[]): Promise<string> {
  const args = ['log', `--max-count=${mostCommits}`, '--format=%an %cn%n%B', commit, '--', ...folders];
  try {
    return (await git.run(args)).toString('utf8');
  } catch (error) {
    if (error instanceof GitError) return '';
    throw error;
  }
}
