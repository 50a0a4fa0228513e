import { plain } from '../repository/git-trouble.js';
import { ownBranch } from './branches.js';
import { readHead } from './change-refs.js';
import { readIndex, treeDifferences, writeIndex } from './index-entries.js';
import { placeOf } from './journal.js';
import { listOf, nameOf, pathOf, someOf, type Name } from './names.js';
import { attempt, Stop, type Outcome } from './outcome.js';
import { isPiece, pieceInTree } from './piece.js';
import { refusedCommit } from './refused-commit.js';
import { treeOf } from './git-objects.js';
import { keepBackup } from './keep-backup.js';
import { transact, type Transaction } from './transact.js';
import { git, gitLine, type Work } from './work.js';

/** A file as it was reviewed: the id of its raw content, `undefined` where it was gone. */
export interface ReviewedFile {
  readonly path: string;
  readonly id: string | undefined;
}

export interface CommitOptions {
  /** What was reviewed, as `readReviewed` gave it before the review began. All that is unfinished in these files is committed. */
  readonly files: readonly ReviewedFile[];
  readonly message: string;
  /** `Name <email>` of those who worked on it together with the PM. */
  readonly coAuthors?: readonly string[];
}

export interface Committed {
  readonly commit: string;
  /** Paths that a hook of the repository changed on the way: they are not as they were reviewed. */
  readonly changedByHook: readonly string[];
}

/** Milliseconds: the time limit of the hooks. */
const longestHook = 600_000;

/** Reads the ids of these files' contents. Called before the review reads them, so that an edit in between is noticed. */
export function readReviewed(
  work: Work,
  paths: readonly string[],
): Promise<Outcome<{ readonly files: readonly ReviewedFile[] }>> {
  return attempt<{ readonly files: readonly ReviewedFile[] }>(async () => {
    const idLength = (await gitLine(work, ['hash-object', '-t', 'tree', '--stdin'], { input: '' })).length;
    const files: ReviewedFile[] = [];
    for (const path of paths) {
      const found = await pieceInTree(work, nameOf(path), idLength);
      files.push({ path, id: isPiece(found) ? found.id : undefined });
    }
    return { done: true, sentence: 'These files are ready for the review.', files };
  });
}

/**
 * Commits exactly what was reviewed: where a file was changed since, nothing is done. The hooks of the repository run. What else is
 * staged stays staged, and where the commit is refused the index is untouched.
 */
export function commitReviewed(
  work: Work,
  { files, message, coAuthors = [] }: CommitOptions,
): Promise<Outcome<Committed>> {
  return transact<Committed>(work, 'commit', async (transaction) => {
    const { folder, head, index, note } = transaction;
    if (head.branch === undefined) ownBranch(transaction);
    if (message.trim() === '')
      throw new Stop('nothing-to-do', 'The commit has no message. Say in a few words what changed.');
    await refuseChanged(transaction, files);
    const names = files.map(({ path }) => nameOf(path));
    await keepStaged(transaction, names);
    const staging = `${folder}/index.commit`;
    await work.disk.copy(placeOf(index), placeOf(staging));
    const before = await treeOf(work, head.commit);
    await git(work, ['read-tree', '--reset', '-i', before], { index: staging });
    const args = ['update-index', '--add', '--remove', '--replace', '-z', '--stdin'];
    await git(work, args, { index: staging, input: listOf(names), hooks: true });
    await refuseChanged(transaction, files);
    const tree = await gitLine(work, ['write-tree', '--missing-ok'], { index: staging });
    if (tree === before) throw new Stop('nothing-to-do', 'Nothing of this is unfinished: it is committed already.');
    await copyEntries(transaction, staging, names);
    await work.disk.write(placeOf(folder, 'message'), Buffer.from(withCoAuthors(message, coAuthors)), 'file');
    await note({ commits: true });
    const reply = await work.run(['commit', '--quiet', '--cleanup=whitespace', `--file=${folder}/message`], {
      index: staging,
      hooks: true,
      timeout: longestHook,
    });
    const { commit } = await readHead(work);
    if (commit === undefined || commit === head.commit) throw refusedCommit(reply.said, reply.output);
    const changed = [...(await treeDifferences(work, tree, await treeOf(work, commit))).keys()];
    if (changed.length > 0) await copyEntries(transaction, commit, changed);
    return {
      sentence:
        changed.length === 0
          ? `Committed: ${plain(message.split('\n', 1).join(''))}`
          : `Committed, but a check of this repository changed ${someOf(changed)} on the way. Look at that before you go on.`,
      result: { commit, changedByHook: changed.map(pathOf) },
    };
  });
}

async function refuseChanged({ work, idLength }: Transaction, files: readonly ReviewedFile[]): Promise<void> {
  const changed: Name[] = [];
  for (const { path, id } of files) {
    const found = await pieceInTree(work, nameOf(path), idLength);
    if ((isPiece(found) ? found.id : undefined) !== id) changed.push(nameOf(path));
  }
  if (changed.length === 0) return;
  throw new Stop(
    'changed-meanwhile',
    `${someOf(changed)} ${changed.length === 1 ? 'was' : 'were'} changed after the review. Review again, then commit.`,
    changed.map(pathOf),
  );
}

/** What was staged and edited on since is in neither the commit nor the files: it goes into a backup. */
async function keepStaged(transaction: Transaction, names: readonly Name[]): Promise<void> {
  const { work, head, indexTree, unfinished } = transaction;
  const staged = await treeDifferences(work, await treeOf(work, head.commit), indexTree);
  if (names.some((name) => staged.get(name) !== undefined && unfinished.items.has(name)))
    await keepBackup(transaction, 'before what was staged was committed in a newer version');
}

/** Copies these paths' entries into the operation's index from another index, or from a commit. */
async function copyEntries(
  { work, index, folder, idLength }: Transaction,
  from: string,
  names: readonly Name[],
): Promise<void> {
  let other = from;
  if (!from.startsWith(folder)) {
    other = `${folder}/index.committed`;
    await git(work, ['read-tree', from], { index: other });
  }
  const { entries } = await readIndex(work, other);
  await writeIndex(
    work,
    index,
    names.map((name) => ({ name, version: entries.get(name) })),
    idLength,
  );
}

function withCoAuthors(message: string, coAuthors: readonly string[]): string {
  const lines = [...new Set(coAuthors.map(plain))]
    .map((each) => `Co-authored-by: ${each}`)
    .filter((line) => !message.includes(line));
  if (lines.length === 0) return `${message.trimEnd()}\n`;
  const trailers = /\n\n(?:[\w-]+: .*\n?)+$/.test(`${message.trimEnd()}\n`);
  return `${message.trimEnd()}\n${trailers ? '' : '\n'}${lines.join('\n')}\n`;
}
