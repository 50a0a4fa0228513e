import { requireBranch } from './git-store/branches.js';
import { joinDiskPath } from './git-store/byte-path.js';
import { resolveTree } from './git-store/git-objects.js';
import { OperationError, type OperationOutcome, type Refusal } from './operation-outcome.js';
import { commitIndex } from './transaction/commit-index.js';
import { transact } from './transaction/transact.js';
import { runGit, type Work } from './work.js';

export interface MessageOnlyCommit {
  /** The commit that it goes on top of: where the branch has moved since, nothing is done. */
  readonly on: string;
  readonly message: string;
  /** Adds the PM's `Signed-off-by`, as `git commit --signoff` does. */
  readonly isSignedOff: boolean;
  /** Why the commit, given as git stores it, is not what was wanted; it is taken back then. */
  readonly findFault: (commit: Buffer) => string | undefined;
}

/**
 * Makes a commit that changes no file, with the settings and the hooks of the repository, as `git commit --allow-empty` does. What is
 * staged stays staged and is not in it. A commit that a hook gave files to, or another message than is needed, is taken back.
 */
export async function commitWithoutFiles(
  work: Work,
  { on, message, isSignedOff, findFault }: MessageOnlyCommit,
): Promise<OperationOutcome<{ readonly commit: string }>> {
  const outcome = await transact<{ readonly commit: string; readonly fault: string | undefined }>(
    work,
    'confirm',
    async (transaction) => {
      const { folder, index } = transaction;
      const { branch, commit: before } = requireBranch(transaction);
      if (before !== on)
        throw new OperationError('changed-meanwhile', 'Something was committed in the meantime. Try again.');
      const tree = await resolveTree(work, before);
      const staging = `${folder}/index.commit`;
      await work.disk.copy(joinDiskPath(index), joinDiskPath(staging));
      await runGit(work, ['read-tree', '--reset', '-i', tree], { index: staging });
      await work.disk.write(joinDiskPath(folder, 'message'), Buffer.from(message), 'file');
      const args = ['--allow-empty', `--file=${folder}/message`, ...(isSignedOff ? ['--signoff'] : [])];
      const commit = await commitIndex(transaction, staging, args);
      const fault =
        (await resolveTree(work, commit)) === tree
          ? findFault(await runGit(work, ['cat-file', 'commit', commit]))
          : 'A check of this repository adds files to each commit.';
      return {
        sentence: 'Committed, without any file.',
        result: { commit, fault },
        refs: fault === undefined ? [] : [{ name: `refs/heads/${branch}`, before: commit, after: before }],
      };
    },
  );
  return outcome.done && outcome.fault !== undefined ? refusal(outcome.fault) : outcome;
}

function refusal(sentence: string): Refusal {
  return { done: false, reason: 'hook', sentence, paths: [] };
}
