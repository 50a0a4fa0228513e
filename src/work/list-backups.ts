import { backupPrefix, readWorkSnapshots, type WorkSnapshot } from './snapshot/work-snapshot.js';
import { decodePath } from './git-store/byte-path.js';
import { attempt, type OperationOutcome } from './operation-outcome.js';
import { runGit, type Work } from './work.js';

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
  const lines = (await runGit(work, ['for-each-ref', '--format=%(refname) %(objectname)', backupPrefix]))
    .toString('utf8')
    .split('\n')
    .slice(0, -1);
  const refs = lines.map((line) => line.split(' ') as [ref: string, commit: string]);
  const snapshots = new Map(
    (
      await readWorkSnapshots(
        work,
        refs.map(([, commit]) => commit),
      )
    ).map((snapshot) => [snapshot.commit, snapshot]),
  );
  return refs
    .flatMap(([ref, commit]) => {
      const snapshot = snapshots.get(commit);
      if (!snapshot) return [];
      const { at, branch, why, discarded, items } = snapshot;
      return [{ ref, at, branch, why, paths: (discarded ?? items.map(({ name }) => name)).map(decodePath), snapshot }];
    })
    .sort((one, other) => Number(one.at < other.at) - Number(one.at > other.at));
}
