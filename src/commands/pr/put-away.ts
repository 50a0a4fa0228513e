import { parseBaseBranch } from '../../git/base-branch.js';
import type { Tip } from '../../git/find-base.js';
import type { Repository } from '../../git/repository.js';
import { openWorkGit } from '../../git/work-git.js';
import { fetchBase } from '../../work/fetch-base.js';
import { findOtherCheckout } from '../../work/find-other-checkout.js';
import { switchChange } from '../../work/switch-change.js';
import { openWork } from '../../work/work.js';
import { UsageError } from '../command.js';

/** A branch that was merged, and the newest commit that was in it then. */
export interface MergedBranch {
  readonly branch: string;
  readonly commit: string;
}

/**
 * Goes to the base branch as everybody has it, and takes a merged branch away on this computer, provided that it still is where it was merged; on
 * its server nothing changes. Says what was done. Throws a `UsageError` where something stands in the way; the branch is there then.
 */
export async function putAway(repository: Repository, base: Tip, { branch, commit }: MergedBranch): Promise<string> {
  const work = openWork(repository, { runsFilters: true });
  const latest = await fetchBase(work, base);
  if (!latest.done) throw new UsageError(latest.sentence);
  const elsewhere = await findOtherCheckout(work, branch);
  if (elsewhere !== undefined)
    throw new UsageError(
      `${branch} is not put away: it is open in another folder too, ${elsewhere}. Go to another branch there first, or put it away there.`,
    );
  const { branch: to } = parseBaseBranch(repository, base.ref);
  const gone = await switchChange(work, { to, base: { ref: latest.ref, commit: latest.commit } });
  if (!gone.done) throw new UsageError(gone.sentence);
  const git = openWorkGit(repository.git, true);
  const { code } = await git(['update-ref', '-d', '--end-of-options', `refs/heads/${branch}`, commit]);
  if (code !== 0)
    throw new UsageError(
      `${branch} could not be put away: it went on meanwhile, or is in use. You are on ${to} now, and it is where it was.`,
    );
  // As `git branch --delete` does; where there are none it fails.
  await git(['config', '--local', '--remove-section', `branch.${branch}`]);
  return `${gone.sentence} ${branch} is put away; git branch ${branch} ${commit.slice(0, 12)} brings it back.`;
}
