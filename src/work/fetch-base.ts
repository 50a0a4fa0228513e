import { baseBranch } from '../repository/base-branch.js';
import type { BaseTip } from './base.js';
import { readRef } from './change-refs.js';
import { attempt, Stop, type Outcome } from './outcome.js';
import type { Work } from './work.js';

/** Longer than this fetching does not take, in milliseconds. */
const longestFetch = 120_000;

/**
 * Asks the remote that the base branch is on for its newest state (`origin/main`: the remote `origin`), and gives the base's tip. A base
 * that is on no remote is read again. Nothing is asked for on the way: where a password is wanted, it fails.
 */
export function fetchBase(work: Work, base: BaseTip, timeout = longestFetch): Promise<Outcome<BaseTip>> {
  const { remote, branch } = baseBranch(work.repository, base.ref);
  return attempt<BaseTip>(async () => {
    if (remote !== undefined) {
      const args = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', '--end-of-options', remote];
      const refspec = `+refs/heads/${branch}:refs/remotes/${base.ref}`;
      const { code } = await work.run([...args, refspec], { network: true, timeout });
      if (code !== 0) {
        throw new Stop(
          'git',
          'The newest state could not be fetched. Check that you are online and signed in to the host, then try again.',
        );
      }
    }
    const name = remote === undefined ? `refs/heads/${base.ref}` : `refs/remotes/${base.ref}`;
    const commit = (await readRef(work, name)) ?? base.commit;
    return { done: true, sentence: 'The newest state is fetched.', ref: base.ref, commit };
  });
}
