import { completePushes, type BranchUpdate, type Push } from '../evidence/complete-pushes.js';
import { HostError } from '../host-error.js';
import { apiPath } from '../http/api-path.js';
import type { GithubPeople } from './github-people.js';
import { githubActivity } from './github-replies.js';

const nothing = /^0+$/;

/** Who pushed a pull request's commits to its branch, by the repository's activity, oldest first. A list that is not whole is a `HostError`. */
export async function readGithubPushes(
  people: GithubPeople,
  head: { readonly ref: string; readonly sha: string; readonly repo: { readonly full_name: string } | null },
  commits: readonly { readonly commit: string }[],
): Promise<readonly Push[]> {
  const [owner = '', name = ''] = head.repo?.full_name.split('/') ?? [];
  const ref = `refs/heads/${head.ref}`;
  if (head.repo === null) throw notWhole('the repository of the branch is gone');
  const activity = await people.host.api.list(apiPath`/repos/${owner}/${name}/activity?ref=${ref}`, githubActivity);
  const updates = activity
    .filter((each) => each.ref === ref)
    .map(({ actor, before, after, timestamp }): BranchUpdate => ({
      by: people.meet(actor),
      before: nothing.test(before) ? null : before,
      after: nothing.test(after) ? null : after,
      at: timestamp,
    }))
    .reverse();
  const pushes = completePushes(updates, head.sha, new Set(commits.map(({ commit }) => commit)));
  if (pushes === undefined)
    throw notWhole('the list that GitHub gives has a gap, or does not reach the latest commit yet');
  return pushes;
}

function notWhole(why: string): HostError {
  return new HostError({
    kind: 'incomplete',
    sentence: `Who pushed to the branch cannot be told: ${why}. Try again in a minute.`,
  });
}
