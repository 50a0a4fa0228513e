import { joinDiskPath } from './journal.js';
import { OperationError } from '../operation-outcome.js';
import type { Work } from '../work.js';

/** Ends the operation where git is in the middle of something else. A merge does not count for one that goes on with it (`merging`). */
export async function requireIdleGit(work: Work, merging: boolean): Promise<void> {
  for (const [file, what] of underWay) {
    const { kind } = await work.disk.stat(joinDiskPath(work.repository.gitDir, file));
    if (kind === 'missing' || (merging && file === 'MERGE_HEAD')) continue;
    throw new OperationError(
      'under-way',
      `Git is in the middle of ${what} here (bringing others' changes together with yours). Finish it or take it back first, then try again.`,
    );
  }
}

const underWay: readonly (readonly [file: string, what: string])[] = [
  ['MERGE_HEAD', 'a merge'],
  ['CHERRY_PICK_HEAD', 'a cherry-pick'],
  ['REVERT_HEAD', 'a revert'],
  ['rebase-merge', 'a rebase'],
  ['rebase-apply', 'a rebase'],
];
