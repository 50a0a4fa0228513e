import { readIndex, type IndexEntries } from '../git-store/index-entries.js';
import { parsePathList, decodePath, summarizePaths, type BytePath } from '../git-store/byte-path.js';
import { OperationError } from '../operation-outcome.js';
import { isRawBlob, readWorkingFile, type RawBlob } from './raw-blob.js';
import { runGit, type Work } from '../work.js';

/** A file of the working tree that differs from the index: its raw content, or that it is gone. */
export interface UnfinishedFile {
  readonly name: BytePath;
  readonly piece: RawBlob | undefined;
}

/** One that has content. */
export type ExistingFile = UnfinishedFile & { readonly piece: RawBlob };

/** What is not committed, apart from what the index itself says. */
export interface UnfinishedWork extends IndexEntries {
  readonly items: ReadonlyMap<BytePath, UnfinishedFile>;
  /** Paths that were announced to git without content (`git add -N`). */
  readonly announced: readonly BytePath[];
}

/** Limits of what is backed up: bytes of one file and of all together, and the number of files. */
const workLimits = { file: 100 * 2 ** 20, all: 2 ** 30, files: 20_000 } as const;

/**
 * Reads what is not committed: tracked files that differ from this index, those that are gone, and untracked ones that git does
 * not ignore, in raw bytes. Refreshes the index, which must be a copy. Ends the operation where something cannot be kept, or all of
 * it is more than `mostBytes`.
 */
export async function readUnfinished(
  work: Work,
  index: string,
  idLength: number,
  mostBytes: number = workLimits.all,
): Promise<UnfinishedWork> {
  await runGit(work, ['update-index', '-q', '--unmerged', '--refresh'], { index, allowExit: [1] });
  const known = await readIndex(work, index);
  const args = ['diff-files', '-z', '--raw', '--no-renames', '--ignore-submodules=all', '--'];
  const differing = (await runGit(work, args, { index })).toString('latin1').split('\0');
  const tracked = new Set(known.conflicts);
  const announced: BytePath[] = [];
  for (let at = 0; at + 1 < differing.length; at += 2) {
    tracked.add(differing[at + 1] as BytePath);
    if (differing[at]?.endsWith(' A') === true) announced.push(differing[at + 1] as BytePath);
  }
  const listing = ['ls-files', '-z', '--others', '--exclude-standard', '--full-name'];
  const others = parsePathList(await runGit(work, listing, { index }));
  // A folder that is a repository of its own stays where it is.
  const untracked = others.filter((name) => !name.endsWith('/'));
  if (tracked.size + untracked.length > workLimits.files) {
    throw new OperationError(
      'too-large',
      `There are more than ${workLimits.files} unfinished files here, more than can be kept safe. Ask your engineering DRI to have git ignore those that are not yours, then try again.`,
    );
  }
  const items = new Map<BytePath, UnfinishedFile>();
  let bytes = 0;
  for (const name of [...tracked, ...untracked]) {
    const item = await readUnfinishedFile(work, name, idLength);
    bytes += item.piece?.bytes ?? 0;
    if (bytes > mostBytes) throw tooLarge(name);
    items.set(name, item);
  }
  await refuseHidden(work, known, idLength);
  return { ...known, items, announced };
}

/** The file at a name as it is to be kept; a folder counts as gone, since what is in it has names of its own. */
export async function readUnfinishedFile(work: Work, name: BytePath, idLength: number): Promise<UnfinishedFile> {
  const found = await readWorkingFile(work, name, idLength, workLimits.file);
  if (found === 'special') {
    throw new OperationError(
      'too-large',
      `“${decodePath(name)}” is no plain file (a pipe or a device), which cannot be kept safe. Move it out of this folder, then try again.`,
      [decodePath(name)],
    );
  }
  if (!isRawBlob(found)) return { name, piece: undefined };
  if (found.id === '') throw tooLarge(name);
  return { name, piece: found };
}

/** The files that have content; those that are gone are left out. */
export function selectExisting(items: Iterable<UnfinishedFile>): readonly ExistingFile[] {
  return [...items].flatMap(({ name, piece }) => (piece ? [{ name, piece }] : []));
}

function tooLarge(name: BytePath): OperationError {
  return new OperationError(
    'too-large',
    `“${decodePath(name)}” is too large to be kept safe (over ${workLimits.file / 2 ** 20} MB, or all unfinished files together over ${workLimits.all / 2 ** 30} GB). Move it out of this folder, then try again.`,
    [decodePath(name)],
  );
}

/** Edits in files that git was told to ignore (assume-unchanged, skip-worktree) would be lost unseen. */
async function refuseHidden(work: Work, { entries }: IndexEntries, idLength: number): Promise<void> {
  const hidden: BytePath[] = [];
  for (const { name, tracking, oid, mode } of entries.values()) {
    if (tracking === 'watched' || mode === '160000') continue;
    const found = await readWorkingFile(work, name, idLength);
    if (tracking === 'absent' && found === 'missing') continue;
    if (!isRawBlob(found) || found.id !== oid) hidden.push(name);
  }
  if (hidden.length === 0) return;
  throw new OperationError(
    'in-the-way',
    `Git was told not to look at ${summarizePaths(hidden)}, and what stands there differs from what git knows. Ask your engineering DRI to undo that ("git update-index --no-assume-unchanged --no-skip-worktree"), then try again.`,
    hidden.map(decodePath),
  );
}
