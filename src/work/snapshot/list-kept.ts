import { findBranch, readBranchIds } from '../git-store/branch-ids.js';
import { runGitLines, type Work } from '../work.js';
import { readWorkSnapshots, type WorkSnapshot } from './work-snapshot.js';

/** A snapshot under its ref. */
export interface KeptWork {
  readonly ref: string;
  readonly snapshot: WorkSnapshot;
  /** Its branch, whatever that is called now; `undefined` where it is gone, or was none. */
  readonly goesTo: string | undefined;
}

/** The snapshots whose refs begin like this (`parkedPrefix`, `backupPrefix`), the newest first. */
export async function listKept(work: Work, ...prefixes: readonly string[]): Promise<readonly KeptWork[]> {
  const lines = await runGitLines(work, ['for-each-ref', '--format=%(refname) %(objectname)', ...prefixes]);
  if (lines.length === 0) return [];
  const refs = lines.map((line) => line.split(' ') as [ref: string, commit: string]);
  const commits = refs.map(([, commit]) => commit);
  const snapshots = new Map((await readWorkSnapshots(work, commits)).map((snapshot) => [snapshot.commit, snapshot]));
  const branches = await readBranchIds(work);
  return refs
    .flatMap(([ref, commit]) => {
      const snapshot = snapshots.get(commit);
      return snapshot ? [{ ref, snapshot, goesTo: findBranch(branches, snapshot) }] : [];
    })
    .sort(({ snapshot: one }, { snapshot: other }) => Number(one.at < other.at) - Number(one.at > other.at));
}
