import { GitError } from '../git/git-error.js';
import type { RunWorkGit, WorkGitResult } from '../git/work-git.js';
import { OpeningError } from './opening-error.js';
import { explainPush } from './push/explain-push.js';

export interface BranchToPush {
  readonly remote: string;
  readonly branch: string;
  /** The commit at its end. */
  readonly commit: string;
}

/** Milliseconds: a hook of the repository may run its tests meanwhile. */
const longestPush = 15 * 60_000;

/**
 * Brings a branch to its remote as a plain `git push` does, hooks and all; `false` where it is there already. Never forced: a remote that has
 * other commits keeps them. Rejects with an `OpeningError` that says why it failed and what to do.
 */
export async function pushBranch(git: RunWorkGit, { remote, branch, commit }: BranchToPush): Promise<boolean> {
  const ref = `refs/heads/${branch}`;
  const run = async (args: readonly string[]): Promise<WorkGitResult> => {
    try {
      return await git(args, { hooks: true, network: true, timeout: longestPush });
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      throw new OpeningError(error.kind === 'timeout' ? explainPush({ said: 'timed out' }, branch) : error.sentence);
    }
  };
  const look = (): Promise<WorkGitResult> => run(['ls-remote', '--end-of-options', remote, ref]);
  const isThere = ({ output }: WorkGitResult): boolean => output.toString('utf8').startsWith(`${commit}\t`);
  const before = await look();
  if (before.code !== 0) throw new OpeningError(explainPush(before, branch));
  if (isThere(before)) return false;
  const pushed = await run(['push', '--porcelain', '--set-upstream', '--end-of-options', remote, `${ref}:${ref}`]);
  // A run that was killed may still have been at it on the server.
  if (pushed.code !== 0 && !isThere(await look())) throw new OpeningError(explainPush(pushed, branch));
  return true;
}
