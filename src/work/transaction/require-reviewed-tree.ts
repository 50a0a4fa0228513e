import { once } from '../../git/once.js';
import { hashBlob, type TreeEntry } from '../../git/objects.js';
import { encodePath, formatPathList, resolveDiskPath, summarizePaths, type BytePath } from '../git-store/byte-path.js';
import { listTree, readBlobs } from '../git-store/git-objects.js';
import { diffTrees } from '../git-store/index-entries.js';
import { OperationError } from '../operation-outcome.js';
import { runGit, type Work } from '../work.js';
import { refuseChanged, type ReviewedFile } from './reviewed-file.js';
import type { Transaction } from './transact.js';

/** The tree of the last commit, and that of the next. */
export interface NextTree {
  readonly before: string;
  readonly tree: string;
}

/** A file with another content in the tree than on the disk. */
interface Converted {
  readonly file: ReviewedFile;
  readonly oid: string;
}

/**
 * Ends the operation where the next tree has another content or mode of a file than was reviewed. Git may convert line endings and `$Id$`,
 * and do what a program does that the PM's own settings name (Git LFS).
 */
export async function requireReviewedTree(
  { work, idLength }: Pick<Transaction, 'work' | 'idLength'>,
  trees: NextTree,
  files: readonly ReviewedFile[],
): Promise<void> {
  const next = await diffTrees(work, trees.before, trees.tree);
  const last = once(() => listTree(work, trees.before));
  const changed: string[] = [];
  const converted: Converted[] = [];
  for (const file of files) {
    const name = encodePath(file.path);
    // What git does not take brings nothing in.
    if (!next.has(name)) continue;
    const entry = next.get(name);
    if (entry === undefined) {
      if (file.id !== undefined) changed.push(file.path);
    } else if (!(await isReviewedMode(file, entry, last))) changed.push(file.path);
    else if (entry.mode !== '160000' && entry.oid !== file.id) converted.push({ file, oid: entry.oid });
  }
  refuseChanged(changed);
  if (converted.length > 0) await requireKnownConversion(work, idLength, converted);
}

/** Where git does not look at the modes of files (`core.fileMode`, `core.symlinks`), it keeps what it has, and a new file is plain. */
async function isReviewedMode(
  { path, id, mode }: ReviewedFile,
  entry: TreeEntry,
  last: () => Promise<ReadonlyMap<BytePath, TreeEntry>>,
): Promise<boolean> {
  if (entry.mode === mode) return true;
  if (id === undefined || mode === '120000') return false;
  return entry.mode === '100644' || (await last()).get(encodePath(path))?.mode === entry.mode;
}

async function requireKnownConversion(work: Work, idLength: number, converted: readonly Converted[]): Promise<void> {
  const names = converted.map(({ file }) => encodePath(file.path));
  const filtered = await listFiltered(work, names);
  const stored = await readBlobs(
    work,
    converted.map(({ oid }) => oid),
  );
  const changed: string[] = [];
  const unknown: string[] = [];
  for (const [index, { file }] of converted.entries()) {
    const name = names[index] as BytePath;
    const content = await work.disk.read(resolveDiskPath(work.repository.root, name));
    if (hashBlob(content, idLength) !== file.id) changed.push(file.path);
    else if (!filtered.has(name) && !isSameText(content, stored[index])) unknown.push(file.path);
  }
  refuseChanged(changed);
  if (unknown.length === 0) return;
  throw new OperationError(
    'changed-meanwhile',
    `Not committed: git would commit another text of ${summarizePaths(unknown.map(encodePath))} than was reviewed, since an attribute (such as working-tree-encoding) converts it. Ask your engineering DRI to take that attribute away, or to commit this themselves.`,
    unknown,
  );
}

/** Whether both are one text but for line endings and what git writes into `$Id$`. */
function isSameText(content: Buffer, stored: Buffer | undefined): boolean {
  const plain = (text: Buffer): string =>
    text
      .toString('latin1')
      .replaceAll('\r\n', '\n')
      .replace(/\$Id:[^$\n]*\$/g, '$$Id$$');
  return stored !== undefined && plain(content) === plain(stored);
}

/** Those that a program converts which git's settings name. */
async function listFiltered(work: Work, names: readonly BytePath[]): Promise<ReadonlySet<BytePath>> {
  const own = { hooks: true };
  const keys = await runGit(work, ['config', '-z', '--name-only', '--get-regexp', '^filter\\..*\\.(clean|process)$'], {
    ...own,
    allowExit: [1],
  });
  const drivers = new Set(
    keys
      .toString('latin1')
      .split('\0')
      .map((key) => key.replace(/^filter\.|\.\w+$/g, '')),
  );
  const asked = await runGit(work, ['check-attr', '-z', '--stdin', 'filter'], { ...own, input: formatPathList(names) });
  const parts = asked.toString('latin1').split('\0');
  return new Set(names.filter((_, index) => drivers.has(parts[index * 3 + 2] as string)));
}
