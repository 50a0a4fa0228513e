import type { HostReview } from '../../gate/evidence.js';
import { findWaivers } from '../evidence/find-waivers.js';
import { HostError } from '../host-error.js';
import { apiPath } from '../http/api-path.js';
import type { GitlabPeople } from './gitlab-people.js';
import {
  gitlabApprovals,
  gitlabNotes,
  gitlabReviewers,
  gitlabVersions,
  type GitlabMergeRequest,
} from './gitlab-replies.js';

/** GitLab takes approvals back some seconds after a push. */
const settling = 60_000;

/**
 * What people say of a merge request now, oldest first: approvals, requests for changes, and notes with waivers. GitLab binds none of it to a
 * commit; where it takes approvals back on a push, one that is older than the latest push counts as taken back already.
 */
export async function readGitlabReviews(
  people: GitlabPeople,
  mergeRequest: GitlabMergeRequest,
  approvals: 'reset-on-push' | 'outlive-push',
): Promise<HostReview[]> {
  const said = [
    ...(await readApprovals(people, mergeRequest, approvals === 'reset-on-push')),
    ...(await readRequests(people, mergeRequest)),
    ...(await readWaivers(people, mergeRequest)),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const reviews: HostReview[] = [];
  for (const each of said) {
    const counts = each.by !== null && (each.opinion === 'approved' || each.waives.length > 0);
    reviews.push({
      ...each,
      commit: null,
      canWrite: counts && each.by !== null ? await people.canWrite(each.by) : null,
    });
  }
  return reviews;
}

type Said = Omit<HostReview, 'commit' | 'canWrite'>;

async function readApprovals(people: GitlabPeople, mergeRequest: GitlabMergeRequest, reset: boolean): Promise<Said[]> {
  const { api } = people.host;
  const { iid } = mergeRequest;
  const { approved_by } = await api.get(
    apiPath`/projects/${people.project}/merge_requests/${iid}/approvals`,
    gitlabApprovals,
  );
  const pushedAt = reset && approved_by.length > 0 ? await readPushTime(people, mergeRequest) : undefined;
  return approved_by.map(({ user, approved_at: at }) => {
    const takenBack =
      pushedAt !== undefined &&
      // Where GitLab does not tell when it was given, it is believed once GitLab has had the time to take it back.
      (at ? Date.parse(at) < pushedAt : Date.parse(api.time) - pushedAt < settling);
    return {
      id: `approval ${user?.id ?? 'of a deleted account'}`,
      by: people.meet(user),
      opinion: takenBack ? 'dismissed' : 'approved',
      at: at ?? mergeRequest.updated_at,
      waives: [],
    };
  });
}

/** When the commit that is now the head came to the merge request. */
async function readPushTime(people: GitlabPeople, { iid, sha }: GitlabMergeRequest): Promise<number> {
  const path = apiPath`/projects/${people.project}/merge_requests/${iid}/versions`;
  for await (const [newest] of people.host.api.pages(path, gitlabVersions, (versions) => versions)) {
    if (newest?.head_commit_sha === sha) return Date.parse(newest.created_at);
    break;
  }
  throw new HostError({ kind: 'moved', sentence: `Merge request ${iid} changed while it was read: try again.` });
}

async function readRequests(people: GitlabPeople, { iid }: GitlabMergeRequest): Promise<Said[]> {
  const path = apiPath`/projects/${people.project}/merge_requests/${iid}/reviewers`;
  const reviewers = await people.host.api.list(path, gitlabReviewers);
  return reviewers
    .filter(({ state }) => state === 'requested_changes')
    .map(({ user, created_at }) => ({
      id: `request by ${user?.id ?? 'a deleted account'}`,
      by: people.meet(user),
      opinion: 'changes-requested',
      at: created_at,
      waives: [],
    }));
}

/** Waivers stand in notes; one that was edited may be by somebody else, and does not count. */
async function readWaivers(people: GitlabPeople, { iid }: GitlabMergeRequest): Promise<Said[]> {
  const path = apiPath`/projects/${people.project}/merge_requests/${iid}/notes?sort=asc`;
  const notes = await people.host.api.list(path, gitlabNotes);
  return notes.flatMap(({ id, system, body, author, created_at, updated_at }): Said[] => {
    const { waives, unclear } = findWaivers(system ? '' : body);
    const edited = waives.length > 0 && created_at !== updated_at;
    if (unclear > 0 || edited) {
      people.unread.note(
        `waivers of note ${id}`,
        edited
          ? 'It was edited after it was written, maybe by somebody else, so its waivers do not count. Write them in a new note.'
          : 'A line in it looks like a waiver and is none. Write "pm-zone waive FINDING: reason" as a paragraph of its own, in a new note.',
      );
    }
    if (waives.length === 0 || edited) return [];
    return [{ id: `note ${id}`, by: people.meet(author), opinion: 'commented', at: created_at, waives: [...waives] }];
  });
}
