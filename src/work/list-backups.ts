import { backupPrefix, readWorkSnapshots, type WorkSnapshot } from './snapshot/work-snapshot.js';
import { decodePath } from './git-store/byte-path.js';
import { attempt, type OperationOutcome } from './operation-outcome.js';
import { runGitLines, type Work } from './work.js';

/** A backup as it is shown to the PM. */
export interface Backup {
  /** What `bringBack` takes. */
  readonly ref: string;
  /** ISO 8601. */
  readonly at: string;
  /** The branch it was made on. */
  readonly branch: string | undefined;
  /** Why it was made: `before you started over`. */
  readonly why: string;
  /** The paths that were discarded where it was only some, else all that were unfinished. */
  readonly paths: readonly string[];
  readonly snapshot: WorkSnapshot;
}

/** The backups of this repository, the newest first. */
export function listBackups(work: Work): Promise<OperationOutcome<{ readonly backups: readonly Backup[] }>> {
  return attempt<{ readonly backups: readonly Backup[] }>(async () => {
    const backups = await readBackups(work);
    const sentence = backups.length === 0 ? 'There are no backups: nothing was discarded.' : 'Pick what to bring back.';
    return { done: true, sentence, backups };
  });
}

/** As `listBackups`, for within an operation. */
export async function readBackups(work: Work): Promise<readonly Backup[]> {
  const lines = await runGitLines(work, ['for-each-ref', '--format=%(refname) %(objectname)', backupPrefix]);
  const refs = lines.map((line) => line.split(' ') as [ref: string, commit: string]);
  const commits = refs.map(([, commit]) => commit);
  const snapshots = new Map((await readWorkSnapshots(work, commits)).map((snapshot) => [snapshot.commit, snapshot]));
  return refs
    .flatMap(([ref, commit]) => {
      const snapshot = snapshots.get(commit);
      if (!snapshot) return [];
      const { at, branch, why, discarded, items } = snapshot;
      return [{ ref, at, branch, why, paths: (discarded ?? items.map(({ name }) => name)).map(decodePath), snapshot }];
    })
    .sort((one, other) => Number(one.at < other.at) - Number(one.at > other.at));
}
