import { toPlainLine } from '../git/git-error.js';
import { readRef, updateRefs } from './git-store/branches.js';
import { encodePath } from './git-store/byte-path.js';
import { buildTree, commitTree, listTree, resolveTree } from './git-store/git-objects.js';
import { attempt, OperationError, type OperationOutcome } from './operation-outcome.js';
import { runGitLine, type Work } from './work.js';

export interface NewBranchCommit {
  readonly branch: string;
  /** The commit that it goes on top of. */
  readonly on: string;
  /** Whole texts by their paths. */
  readonly files: ReadonlyMap<string, string>;
  readonly message: string;
}

/**
 * Makes a new branch with one commit on top of another, and nothing else: what is checked out, the index and every branch that is there stay
 * as they are. Refused where there is a branch of that name.
 */
export function commitToNewBranch(
  work: Work,
  { branch, on, files, message }: NewBranchCommit,
): Promise<OperationOutcome<{ readonly commit: string }>> {
  return attempt(async () => {
    const name = `refs/heads/${branch}`;
    if ((await readRef(work, name)) !== undefined)
      throw new OperationError(
        'exists',
        `There is a branch called “${toPlainLine(branch)}” already. Name another one, or delete it where nobody needs it.`,
      );
    const before = await resolveTree(work, on);
    const there = await listTree(work, before);
    const changes = [];
    for (const [path, text] of files) {
      const entry = encodePath(path);
      const oid = await runGitLine(work, ['hash-object', '-w', '--stdin'], { input: text });
      changes.push({ name: entry, version: { mode: modeOf(there.get(entry)?.mode), oid } });
    }
    const tree = await buildTree(work, before, changes);
    const commit = await commitTree(work, { tree, parents: [on], message });
    await updateRefs(work, [{ name, before: undefined, after: commit }]);
    return { done: true, sentence: `Committed to the new branch “${toPlainLine(branch)}”.`, commit };
  });
}

/** What takes the place of a link is a file: its text is no path. */
function modeOf(before = '100644'): string {
  return before === '120000' ? '100644' : before;
}
