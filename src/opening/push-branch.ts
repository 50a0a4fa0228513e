import { GitError } from '../git/git-error.js';
import type { RunWorkGit, WorkGitResult } from '../git/work-git.js';
import { OpeningError } from './opening-error.js';
import type { OpeningFace } from './opening-face.js';
import { explainPush } from './push/explain-push.js';

export interface BranchToPush {
  readonly remote: string;
  readonly branch: string;
  /** The commit at its end. */
  readonly commit: string;
}

export interface PushWay {
  readonly face: OpeningFace;
  /** Pushes by a program that has the user's sign-in, and gives what git said of a failure, `''` for none; `undefined` where it cannot. */
  readonly by?: (remote: string, refspec: string) => Promise<string | undefined>;
}

/** Milliseconds: a hook of the repository may run its tests meanwhile. */
const longestPush = 15 * 60_000;

/**
 * Brings a branch to its remote as a plain `git push` does, hooks and all; `false` where it is there already. Never forced: a remote that has
 * other commits keeps them. Rejects with an `OpeningError` that says why it failed and what to do.
 */
export async function pushBranch(
  git: RunWorkGit,
  { remote, branch, commit }: BranchToPush,
  { face, by }: PushWay,
): Promise<boolean> {
  const ref = `refs/heads/${branch}`;
  const said = await by?.(remote, `${ref}:${ref}`);
  if (said === '') return true;
  if (said !== undefined) throw explainPush({ said }, branch, face);
  const run = async (args: readonly string[]): Promise<WorkGitResult> => {
    try {
      return await git(args, { hooks: true, network: true, timeout: longestPush });
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      throw error.kind === 'timeout'
        ? explainPush({ said: 'timed out' }, branch, face)
        : new OpeningError(error.sentence);
    }
  };
  const look = (): Promise<WorkGitResult> => run(['ls-remote', '--end-of-options', remote, ref]);
  const isThere = ({ output }: WorkGitResult): boolean => output.toString('utf8').startsWith(`${commit}\t`);
  const before = await look();
  if (before.code !== 0) throw explainPush(before, branch, face);
  if (isThere(before)) return false;
  const pushed = await run(['push', '--porcelain', '--set-upstream', '--end-of-options', remote, `${ref}:${ref}`]);
  // A run that was killed may still have been at it on the server.
  if (pushed.code !== 0 && !isThere(await look())) throw explainPush(pushed, branch, face);
  return true;
}
