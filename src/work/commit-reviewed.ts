import { toPlainLine } from '../git/git-error.js';
import { readHead, requireBranch, type Head } from './git-store/branches.js';
import { diffTrees } from './git-store/index-entries.js';
import {
  joinDiskPath,
  formatPathList,
  encodePath,
  decodePath,
  summarizePaths,
  type BytePath,
} from './git-store/byte-path.js';
import { attempt, OperationError, type OperationOutcome } from './operation-outcome.js';
import { requireReviewedTree } from './transaction/require-reviewed-tree.js';
import { readReviewedFile, requireSameHead, requireUnchanged, type ReviewedFile } from './transaction/reviewed-file.js';
import { commitIndex, copyEntries } from './transaction/commit-index.js';
import { readIdLength, resolveTree } from './git-store/git-objects.js';
import { saveBackup } from './working-tree/save-backup.js';
import { transact, type Transaction } from './transaction/transact.js';
import { runGit, runGitLine, type Work } from './work.js';

export type { ReviewedFile } from './transaction/reviewed-file.js';

/** What is reviewed next: its files as they are, and where HEAD is. */
export interface ReviewedWork {
  readonly files: readonly ReviewedFile[];
  readonly head: Head;
}

/** What was reviewed, as `readReviewedFiles` gave it before the review began. All that is unfinished in these files is committed. */
export interface CommitOptions extends ReviewedWork {
  readonly message: string;
  /** `Name <email>` of those who worked on it together with the PM. */
  readonly coAuthors?: readonly string[];
}

export interface CommitResult {
  /** Paths that a hook of the repository changed on the way: they are not as they were reviewed. */
  readonly changedByHook: readonly string[];
}

/** Reads these files and where HEAD is. Called before the review reads them, so that what is done in between is noticed. */
export function readReviewedFiles(work: Work, paths: readonly string[]): Promise<OperationOutcome<ReviewedWork>> {
  return attempt<ReviewedWork>(async () => {
    const head = await readHead(work);
    const idLength = await readIdLength(work);
    const files: ReviewedFile[] = [];
    for (const path of paths) files.push(await readReviewedFile(work, path, idLength));
    return { done: true, sentence: 'These files are ready for the review.', files, head };
  });
}

/**
 * Commits exactly what was reviewed: where a file was changed since, HEAD is elsewhere, or git would commit something else, nothing is done. The hooks of the repository run. What else is
 * staged stays staged, and where the commit is refused the index is untouched.
 */
export function commitReviewed(
  work: Work,
  { files, head: reviewedHead, message, coAuthors = [] }: CommitOptions,
): Promise<OperationOutcome<CommitResult>> {
  return transact<CommitResult>(work, 'commit', async (transaction) => {
    const { folder, head, index } = transaction;
    if (head.branch === undefined) requireBranch(transaction);
    if (message.trim() === '')
      throw new OperationError('nothing-to-do', 'The commit has no message. Say in a few words what changed.');
    requireSameHead(transaction, reviewedHead);
    await requireUnchanged(transaction, files);
    const names = files.map(({ path }) => encodePath(path));
    await keepStaged(transaction, names);
    const staging = `${folder}/index.commit`;
    await work.disk.copy(joinDiskPath(index), joinDiskPath(staging));
    const before = await resolveTree(work, head.commit);
    await runGit(work, ['read-tree', '--reset', '-i', before], { index: staging });
    const args = ['update-index', '--add', '--remove', '--replace', '-z', '--stdin'];
    await runGit(work, args, { index: staging, input: formatPathList(names), hooks: true });
    await requireUnchanged(transaction, files);
    const tree = await runGitLine(work, ['write-tree', '--missing-ok'], { index: staging });
    if (tree === before)
      throw new OperationError('nothing-to-do', 'Nothing of this is unfinished: it is committed already.');
    await requireReviewedTree(transaction, { before, tree }, files);
    await copyEntries(transaction, staging, names);
    await work.disk.write(joinDiskPath(folder, 'message'), Buffer.from(withCoAuthors(message, coAuthors)), 'file');
    const commit = await commitIndex(transaction, staging, [`--file=${folder}/message`]);
    const changed = [...(await diffTrees(work, tree, await resolveTree(work, commit))).keys()];
    if (changed.length > 0) await copyEntries(transaction, commit, changed);
    return {
      sentence:
        changed.length === 0
          ? `Committed: ${toPlainLine(message.split('\n', 1).join(''))}`
          : `Committed, but a check of this repository changed ${summarizePaths(changed)} on the way. Look at that before you go on.`,
      result: { changedByHook: changed.map(decodePath) },
    };
  });
}

/** What was staged and edited on since is in neither the commit nor the files: it goes into a backup. */
async function keepStaged(transaction: Transaction, names: readonly BytePath[]): Promise<void> {
  const { work, head, indexTree, unfinished } = transaction;
  const staged = await diffTrees(work, await resolveTree(work, head.commit), indexTree);
  if (names.some((name) => staged.get(name) !== undefined && unfinished.items.has(name)))
    await saveBackup(transaction, 'before what was ready for the next commit was committed in a newer version');
}

function withCoAuthors(message: string, coAuthors: readonly string[]): string {
  const lines = [...new Set(coAuthors.map(toPlainLine))]
    .map((each) => `Co-authored-by: ${each}`)
    .filter((line) => !message.includes(line));
  if (lines.length === 0) return `${message.trimEnd()}\n`;
  const trailers = /\n\n(?:[\w-]+: .*\n?)+$/.test(`${message.trimEnd()}\n`);
  return `${message.trimEnd()}\n${trailers ? '' : '\n'}${lines.join('\n')}\n`;
}

/** What one of several commits of one step came to, with what a hook changed in those before it: nobody is told of these otherwise. */
export function withEarlierCommit(
  made: OperationOutcome<CommitResult>,
  earlier: OperationOutcome<CommitResult> | undefined,
): OperationOutcome<CommitResult> {
  if (earlier?.done !== true || earlier.changedByHook.length === 0) return made;
  const sentence = `${earlier.sentence} ${made.sentence}`;
  return made.done
    ? { ...made, sentence, changedByHook: [...new Set([...earlier.changedByHook, ...made.changedByHook])] }
    : { ...made, sentence };
}
