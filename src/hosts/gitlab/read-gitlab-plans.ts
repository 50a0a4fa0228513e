import type { Evidence, EvidenceRequest } from '../../gate/evidence.js';
import { pushersOf } from '../evidence/complete-pushes.js';
import { apiPath } from '../http/api-path.js';
import type { GitlabPeople } from './gitlab-people.js';
import { gitlabCommits, gitlabMergeRequests, type GitlabMergeRequest } from './gitlab-replies.js';
import { readGitlabPushes } from './read-gitlab-pushes.js';
import { readGitlabReviews } from './read-gitlab-reviews.js';

type Plan = Evidence['plans'][number];

/** For each planning doc the merge request that brought it to the base, with its own approvals; `null`, and noted, where that cannot be told. */
export async function readGitlabPlans(
  people: GitlabPeople,
  base: string,
  plans: EvidenceRequest['plans'],
  approvals: 'reset-on-push' | 'outlive-push',
): Promise<Plan[]> {
  const read: Plan[] = [];
  const brought = new Map<number, Plan['pullRequest']>();
  for (const { path, commit } of plans) {
    const part = `the merge request that brought ${path}`;
    const merged = await people.unread.attempt(part, () => findMerged(people, base, commit));
    if (merged !== null && merged !== undefined && !brought.has(merged.iid)) {
      brought.set(merged.iid, await people.unread.attempt(part, () => readMerged(people, merged, approvals)));
    }
    read.push({ path, pullRequest: brought.get(merged?.iid ?? 0) ?? null });
  }
  return read;
}

/** Of the merge requests that hold a commit, the first that was merged to the base: it brought the commit there. */
async function findMerged(people: GitlabPeople, base: string, commit: string): Promise<GitlabMergeRequest | undefined> {
  const path = apiPath`/projects/${people.project}/repository/commits/${commit}/merge_requests`;
  const all = await people.host.api.list(path, gitlabMergeRequests);
  return all
    .flatMap((each) =>
      each.state === 'merged' && each.target_branch === base && each.merged_at !== null
        ? [{ each, at: Date.parse(each.merged_at) }]
        : [],
    )
    .sort((a, b) => a.at - b.at)[0]?.each;
}

async function readMerged(
  people: GitlabPeople,
  merged: GitlabMergeRequest,
  approvals: 'reset-on-push' | 'outlive-push',
): Promise<Plan['pullRequest']> {
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
