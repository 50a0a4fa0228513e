import type { Evidence } from '../gate/evidence.js';
import type { EvidenceQuestion } from './evidence-question.js';
import { readHandles, readTeams } from './evidence/host-people.js';
import { toEvidence } from './evidence/to-evidence.js';
import { UnreadParts } from './evidence/unread-parts.js';
import { GitlabPeople } from './gitlab/gitlab-people.js';
import {
  gitlabApprovalSettings,
  gitlabBranch,
  gitlabCommits,
  gitlabMergeRequest,
  gitlabMergeRequests,
  gitlabProject,
  type GitlabMergeRequest,
} from './gitlab/gitlab-replies.js';
import { readGitlabPlans } from './gitlab/read-gitlab-plans.js';
import { readGitlabPushes } from './gitlab/read-gitlab-pushes.js';
import { readGitlabReviews } from './gitlab/read-gitlab-reviews.js';
import { HostError, orTrouble, type HostAnswer } from './host-error.js';
import { apiPath } from './http/api-path.js';
import type { GitlabHost } from './open-gitlab.js';

/**
 * What GitLab says of one merge request, as `readGithubEvidence` says it of a pull request. GitLab takes commits to be by addresses alone, so
 * their accounts are `null`; approvals bind to no commit, so they count only where the project takes them back on a push.
 */
export async function readGitlabEvidence(host: GitlabHost, question: EvidenceQuestion): Promise<HostAnswer<Evidence>> {
  return orTrouble(() => read(host, question));
}

async function read(host: GitlabHost, { repository, number, request }: EvidenceQuestion): Promise<Evidence> {
  const { api } = host;
  api.renew();
  const unread = new UnreadParts();
  const people = new GitlabPeople(host, repository, unread);
  const project = apiPath`/projects/${repository}`;
  const readMergeRequest = () => api.get(project + apiPath`/merge_requests/${number}`, gitlabMergeRequest);
  const readAt = api.time;

  const mergeRequest = await readMergeRequest();
  const { source_branch, target_branch, source_project_id } = mergeRequest;
  const head = String(mergeRequest.sha);
  const author = people.meet(mergeRequest.author);
  const tip = await api.get(project + apiPath`/repository/branches/${target_branch}`, gitlabBranch);
  const commits = await api.list(project + apiPath`/merge_requests/${number}/commits`, gitlabCommits);
  // The newest comes first.
  if (commits.length > 0 && commits[0]?.id !== head) throw moved(mergeRequest);
  const branch = { project: source_project_id, name: source_branch, head };
  const pushes = await unread.attempt('pushes', () =>
    readGitlabPushes(people, branch, new Set(commits.map(({ id }) => id))),
  );
  const approvals = await readApprovalSetting(host, project, unread);
  const reviews = await readGitlabReviews(people, mergeRequest, approvals);
  const holding = await api.list(project + apiPath`/repository/commits/${head}/merge_requests`, gitlabMergeRequests);
  const plans = await readGitlabPlans(people, target_branch, request.plans, approvals);
  const teams = await readTeams(people, request.teams);
  const handles = await readHandles(people, request.handles);
  const fork = await readFork(host, repository, mergeRequest, unread);
  checkUnmoved(mergeRequest, await readMergeRequest());

  return toEvidence('GitLab', {
    version: 1,
    host: { kind: 'gitlab', url: host.web, repository },
    readAt,
    pullRequest: {
      number: mergeRequest.iid,
      author,
      base: { ref: target_branch, commit: tip.commit.id },
      head: { ref: source_branch, commit: head, repository: fork },
      // Where approvals count at all, GitLab takes them back on another target branch as on a push.
      retargetedAt: null,
    },
    sameHead: sameHead(mergeRequest, holding),
    commits: commits.toReversed().map(({ id }) => ({ commit: id, author: null, committer: null })),
    pushes: pushes && [...pushes],
    reviews,
    approvals,
    handles,
    teams,
    plans,
    unread: unread.all,
  });
}

/** A project that keeps approvals, and one that does not say, are the same: an approval may be of another commit. */
async function readApprovalSetting(host: GitlabHost, project: string, unread: UnreadParts) {
  const settings = await unread.attempt('whether approvals are taken back on a push', () =>
    host.api.get(`${project}/approvals`, gitlabApprovalSettings),
  );
  return settings?.reset_approvals_on_push === true ? 'reset-on-push' : 'outlive-push';
}

/** The project that the branch lies in, by its path, or its number where the token may not see it. */
async function readFork(
  host: GitlabHost,
  repository: string,
  { source_project_id: source, target_project_id: target }: GitlabMergeRequest,
  unread: UnreadParts,
): Promise<string> {
  if (source === target) return repository;
  if (source === null) return '';
  const project = await unread.attempt('the name of the fork', () =>
    host.api.get(apiPath`/projects/${source}`, gitlabProject),
  );
  return project?.path_with_namespace ?? `project ${source}`;
}

/** A list without the merge request itself is not whole. */
function sameHead(own: GitlabMergeRequest, holding: readonly GitlabMergeRequest[]): Evidence['sameHead'] {
  const open = holding.filter((each) => each.state === 'opened' && each.sha === own.sha);
  if (own.state === 'opened' && !open.some(({ iid }) => iid === own.iid)) {
    throw new HostError({
      kind: 'incomplete',
      sentence: `GitLab did not list all merge requests of the commit: number ${own.iid} itself is missing. Try again in a minute.`,
    });
  }
  return open
    .filter(({ iid }) => iid !== own.iid)
    .map(({ iid, target_branch }) => ({ number: iid, base: target_branch }));
}

/** What was read belongs together only if nobody changed the merge request meanwhile. */
function checkUnmoved(before: GitlabMergeRequest, after: GitlabMergeRequest): void {
  const same = before.sha === after.sha && before.target_branch === after.target_branch && before.state === after.state;
  if (!same) throw moved(before);
}

function moved({ iid }: GitlabMergeRequest): HostError {
  return new HostError({
    kind: 'moved',
    sentence: `Merge request ${iid} changed while it was read. It is judged again when it is at rest: try again.`,
  });
}
