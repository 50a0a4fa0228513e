import { findBranch, readBranchIds } from '../git-store/branch-ids.js';
import { runGitLine, runGitLines, type Work } from '../work.js';
import { readWorkSnapshots, type WorkSnapshot } from './work-snapshot.js';

/** What is kept under a ref of ours. */
export interface KeptWork {
  readonly ref: string;
  /** ISO 8601. */
  readonly at: string;
  /** `undefined`: it cannot be read, since another version wrote it or something of it is gone. */
  readonly snapshot: WorkSnapshot | undefined;
  /** Its branch, whatever that is called now; `undefined` where it is gone, was none, or is not known. */
  readonly goesTo: string | undefined;
}

/** All that is kept under refs that begin like this (`parkedPrefix`, `backupPrefix`), the newest first. */
export async function listKept(work: Work, ...prefixes: readonly string[]): Promise<readonly KeptWork[]> {
  const lines = await runGitLines(work, ['for-each-ref', '--format=%(refname) %(objectname)', ...prefixes]);
  if (lines.length === 0) return [];
  const refs = lines.map((line) => line.split(' ') as [ref: string, commit: string]);
  const commits = refs.map(([, commit]) => commit);
  const snapshots = new Map((await readWorkSnapshots(work, commits)).map((snapshot) => [snapshot.commit, snapshot]));
  const branches = await readBranchIds(work);
  const kept: KeptWork[] = [];
  for (const [ref, commit] of refs) {
    const snapshot = snapshots.get(commit);
    const at = snapshot?.at ?? (await readMoment(work, commit));
    kept.push({ ref, at, snapshot, goesTo: snapshot && findBranch(branches, snapshot) });
  }
  return kept.sort(({ at: one }, { at: other }) => Number(one < other) - Number(one > other));
}

/** When git made a commit; the earliest moment there is of what is none, or is gone. */
async function readMoment(work: Work, commit: string): Promise<string> {
  const seconds = await runGitLine(work, ['log', '-1', '--format=%ct', commit], { allowExit: [128] });
  return new Date(Number(seconds) * 1000).toISOString();
}
