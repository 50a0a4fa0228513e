import type { Evidence, EvidenceRequest } from '../../gate/evidence.js';
import { pushersOf } from '../evidence/complete-pushes.js';
import { readPlans, type MergedRequest } from '../evidence/read-merged-plans.js';
import { apiPath } from '../http/api-path.js';
import type { GitlabPeople } from './gitlab-people.js';
import { gitlabCommits, gitlabMergeRequests, type GitlabMergeRequest } from './gitlab-replies.js';
import { readGitlabPushes } from './read-gitlab-pushes.js';
import { readGitlabReviews } from './read-gitlab-reviews.js';

/** For each planning doc the merge request that brought it to the base. */
export function readGitlabPlans(
  people: GitlabPeople,
  base: string,
  plans: EvidenceRequest['plans'],
  approvals: 'reset-on-push' | 'outlive-push',
): Promise<Evidence['plans']> {
  return readPlans(people.unread, 'merge request', plans, async (commit) => {
    const path = apiPath`/projects/${people.project}/repository/commits/${commit}/merge_requests`;
    const all = await people.host.api.list(path, gitlabMergeRequests);
    return all.flatMap((each) =>
      each.state === 'merged' && each.target_branch === base && each.merged_at !== null
        ? [{ number: each.iid, mergedAt: each.merged_at, read: () => readMerged(people, each, approvals) }]
        : [],
    );
  });
}

async function readMerged(
  people: GitlabPeople,
  merged: GitlabMergeRequest,
  approvals: 'reset-on-push' | 'outlive-push',
): ReturnType<MergedRequest['read']> {
  const { iid, author } = merged;
  const head = String(merged.sha);
  const path = apiPath`/projects/${people.project}/merge_requests/${iid}/commits`;
  const commits = await people.host.api.list(path, gitlabCommits);
  const branch = { project: merged.source_project_id, name: merged.source_branch, head };
  const pushers = await people.unread.attempt(`who pushed to merge request ${iid}`, async () =>
    pushersOf(await readGitlabPushes(people, branch, new Set(commits.map(({ id }) => id)))),
  );
  const reviews = await readGitlabReviews(people, merged, approvals);
  return { number: iid, author: people.meet(author), head, pushers: pushers && [...pushers], reviews };
}
