import { listKept } from './snapshot/list-kept.js';
import { backupPrefix, parkedPrefix, type WorkSnapshot } from './snapshot/work-snapshot.js';
import { decodePath } from './git-store/byte-path.js';
import { attempt, type OperationOutcome } from './operation-outcome.js';
import { runGitLines, type Work } from './work.js';

/** A backup, or parked work, as it is shown to the PM. */
export interface Backup {
  /** What `bringBack` takes. */
  readonly ref: string;
  /** ISO 8601. */
  readonly at: string;
  /** The branch it was made on, as it was called then. */
  readonly branch: string | undefined;
  /** Where it goes: that branch as it is called now; `undefined` where there is none any more: then onto any change. */
  readonly goesTo: string | undefined;
  /** Unfinished work that waits for its branch, on which it comes back by itself. */
  readonly parked: boolean;
  /** Why it was made: `before you started over`. */
  readonly why: string;
  /** The paths that were discarded where it was only some, else all that were unfinished. */
  readonly paths: readonly string[];
  /** `undefined`: it cannot be read, so it stays kept and does not come back. */
  readonly snapshot: WorkSnapshot | undefined;
}

/** The backups of this repository and all that is parked, whatever became of its branch; the newest first. */
export function listBackups(work: Work): Promise<OperationOutcome<{ readonly backups: readonly Backup[] }>> {
  return attempt<{ readonly backups: readonly Backup[] }>(async () => {
    const backups = await readBackups(work);
    const sentence = backups.length === 0 ? 'PM Zone has taken nothing back here.' : 'Pick what to bring back.';
    return { done: true, sentence, backups };
  });
}

/** As `listBackups`, for within an operation. */
export async function readBackups(work: Work): Promise<readonly Backup[]> {
  const kept = await listKept(work, backupPrefix, parkedPrefix);
  return kept.map(({ ref, at, snapshot, goesTo }) => {
    if (snapshot === undefined)
      return { ref, at, branch: undefined, goesTo, parked: false, why: unreadable, paths: [], snapshot };
    const { branch, why, discarded, items } = snapshot;
    const paths = (discarded ?? items.map(({ name }) => name)).map(decodePath);
    return { ref, at, branch, goesTo, parked: ref.startsWith(parkedPrefix), why, paths, snapshot };
  });
}

/** What git itself put away (`git stash`, “Stash” of Source Control), the newest first: when, and on which branch or with which words. */
export async function listStashes(work: Work): Promise<readonly { readonly at: string; readonly words: string }[]> {
  const lines = await runGitLines(work, ['stash', 'list', '--format=%ct %gs']);
  return lines.map((line) => {
    const end = line.indexOf(' ');
    return { at: new Date(Number(line.slice(0, end)) * 1000).toISOString(), words: line.slice(end + 1) };
  });
}

const unreadable = 'kept in a way that cannot be read here';
