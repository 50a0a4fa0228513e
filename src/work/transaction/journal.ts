import { joinDiskPath, type BytePath } from '../git-store/byte-path.js';
import type { Head, RefChange } from '../git-store/branches.js';
import type { RawBlob } from '../snapshot/raw-blob.js';
import type { Work } from '../work.js';

/**
 * One file that is exchanged, in the working tree or in git's own folder: `from` is moved to `old/N` of the operation's folder, `to`
 * is moved in from `new/N`.
 */
export interface FileSwap {
  readonly area: 'tree' | 'git';
  readonly name: BytePath;
  readonly from: RawBlob | undefined;
  readonly to: RawBlob | undefined;
}

/**
 * What an operation is about to change, written before it does, so that it can be rolled back at any moment. Its members and those of
 * `FileSwap` are the format of `journal.json`: an older one may lie on a disk.
 */
export interface Journal {
  readonly id: string;
  readonly process: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly what: string;
  readonly idLength: number;
  readonly head: Head;
  readonly steps: readonly FileSwap[];
  readonly refs: readonly RefChange[];
  /** The branch that HEAD goes to; `undefined` where it stays. */
  readonly branchAfter: string | undefined;
  /** The id of the index that replaces git's. */
  readonly indexAfter: string | undefined;
  /** Git itself may have put a commit on top: then the operation is completed, not rolled back. */
  readonly commits: boolean;
}

/** Writes a temporary file and renames it, so that the journal is whole at any moment, even when the power fails. */
export async function writeJournal(work: Work, folder: string, journal: Journal): Promise<void> {
  const beside = joinDiskPath(folder, 'journal.new');
  await work.disk.remove(beside);
  await work.disk.write(beside, Buffer.from(JSON.stringify(journal)), 'file');
  await work.disk.flush(beside);
  await work.disk.replace(beside, joinDiskPath(folder, 'journal.json'));
  await work.disk.flush(joinDiskPath(folder));
}

/** `undefined` where the journal is lost: torn, empty, or gone. */
export async function readJournal(work: Work, folder: string): Promise<Journal | undefined> {
  const place = joinDiskPath(folder, 'journal.json');
  if ((await work.disk.stat(place)).kind !== 'file') return undefined;
  try {
    const journal: unknown = JSON.parse((await work.disk.read(place)).toString('utf8'));
    return isJournal(journal) ? journal : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isJournal(journal: unknown): journal is Journal {
  return typeof journal === 'object' && journal !== null && 'id' in journal && 'steps' in journal;
}

/** What an operation writes into git's `index.lock`, so that it is known again. */
export function formatLockMark({ id, process }: Pick<Journal, 'id' | 'process'>): string {
  return `PM Zone ${process} ${id}\n`;
}
