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
 * commit; where it takes approvals back on a push, the head at the time of an approval is what was approved.
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
      commit: each.commit ?? null,
      canWrite: counts && each.by !== null ? await people.canWrite(each.by) : null,
    });
  }
  return reviews;
}

type Said = Omit<HostReview, 'commit' | 'canWrite'> & { readonly commit?: string | undefined };

async function readApprovals(people: GitlabPeople, mergeRequest: GitlabMergeRequest, reset: boolean): Promise<Said[]> {
  const { api } = people.host;
  const { iid } = mergeRequest;
  const { approved_by } = await api.get(
    apiPath`/projects/${people.project}/merge_requests/${iid}/approvals`,
    gitlabApprovals,
  );
  const heads = reset && approved_by.length > 0 ? await readHeads(people, mergeRequest) : undefined;
  return approved_by.map(({ user, approved_at: at }) => {
    const commit = heads && (at ? headAt(heads, Date.parse(at)) : headNow(heads, Date.parse(api.time)));
    return {
      id: `approval ${user?.id ?? 'of a deleted account'}`,
      by: people.meet(user),
      opinion: heads !== undefined && commit === undefined ? 'dismissed' : 'approved',
      commit,
      at: at ?? mergeRequest.updated_at,
      waives: [],
    };
  });
}

/** A head of a merge request, and since when it was that. */
interface Head {
  readonly commit: string;
  readonly since: number;
}

/** The heads that the merge request has had for the branch that it goes to, the newest first. */
async function readHeads(people: GitlabPeople, { iid, sha }: GitlabMergeRequest): Promise<readonly Head[]> {
  const path = apiPath`/projects/${people.project}/merge_requests/${iid}/versions`;
  const versions = await people.host.api.list(path, gitlabVersions);
  const heads = versions.map((each) => ({ commit: each.head_commit_sha, since: Date.parse(each.created_at) }));
  if (heads[0]?.commit !== sha) {
    throw new HostError({ kind: 'moved', sentence: `Merge request ${iid} changed while it was read: try again.` });
  }
  // A new version of the same head is one for another branch: what was said before is of another change.
  const sent = heads.findIndex(({ commit }, index) => commit === heads[index + 1]?.commit);
  return sent === -1 ? heads : heads.slice(0, sent + 1);
}

/** GitLab keeps approvals over a rebase of its own, so what was approved is the head of then. */
function headAt(heads: readonly Head[], time: number): string | undefined {
  return heads.find(({ since }) => since <= time)?.commit;
}

/** Where GitLab does not tell when an approval was given, it is believed once GitLab has had the time to take it back. */
function headNow(heads: readonly Head[], now: number): string | undefined {
  return heads.slice(0, 1).find(({ since }) => now - since >= settling)?.commit;
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
