import type { HostReview } from '../../gate/evidence.js';
import { findWaivers } from '../evidence/find-waivers.js';
import { HostError } from '../host-error.js';
import { apiPath } from '../http/api-path.js';
import type { GithubPeople } from './github-people.js';
import { githubEdits, githubReviews, type GithubReview } from './github-replies.js';

const opinions = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
  COMMENTED: 'commented',
  DISMISSED: 'dismissed',
} as const;

/** As many reviews as one question about edits may name. */
const mostAsked = 100;

/** Every review of a pull request that was sent, oldest first, with write access where an approval or a waiver hangs on it. */
export async function readGithubReviews(people: GithubPeople, number: number): Promise<HostReview[]> {
  const { owner, name, host } = people;
  const replies = await host.api.list(apiPath`/repos/${owner}/${name}/pulls/${number}/reviews`, githubReviews);
  const waived = await readWaivers(people, replies);
  const reviews: HostReview[] = [];
  for (const reply of replies) {
    if (reply.state === 'PENDING') continue;
    const by = people.meet(reply.user);
    const waives = waived.get(reply.id) ?? [];
    const counts = reply.state === 'APPROVED' || waives.length > 0;
    reviews.push({
      id: String(reply.id),
      by,
      opinion: opinions[reply.state],
      commit: reply.commit_id,
      at: reply.submitted_at ?? '',
      canWrite: by !== null && counts ? await people.canWrite(by) : null,
      waives,
    });
  }
  return reviews;
}

/** The waivers in the bodies of reviews that nobody edited since: others than their author may edit them, and REST does not tell. */
async function readWaivers(
  people: GithubPeople,
  reviews: readonly GithubReview[],
): Promise<ReadonlyMap<number, HostReview['waives']>> {
  const found = reviews
    .filter(({ state }) => state !== 'PENDING')
    .map((review) => ({ review, ...findWaivers(review.body) }));
  for (const { review, unclear } of found) {
    if (unclear > 0) {
      people.unread.note(
        `waivers of review ${review.id}`,
        'A line in it looks like a waiver and is none. Write "pm-zone waive FINDING: reason" as a paragraph of its own, in a new review.',
      );
    }
  }
  const waiving = found.filter(({ waives }) => waives.length > 0);
  const edits = waiving.length === 0 ? [] : await people.unread.attempt('waivers', () => readEdits(people, waiving));
  return new Map(
    waiving.flatMap(({ review, waives }, index) => {
      if (edits === null) return [];
      if (edits[index] === null) return [[review.id, [...waives]] as const];
      people.unread.note(
        `waivers of review ${review.id}`,
        'It was edited after it was sent, maybe by somebody else, so its waivers do not count. Write them in a new review.',
      );
      return [];
    }),
  );
}

/** When each review was last edited; `null` for never. */
async function readEdits(
  people: GithubPeople,
  waiving: readonly { readonly review: GithubReview }[],
): Promise<readonly (string | null)[]> {
  const ids = waiving.slice(0, mostAsked).map(({ review }) => review.node_id);
  const query = 'query($ids:[ID!]!){nodes(ids:$ids){... on PullRequestReview{lastEditedAt}}}';
  const reply = await people.host.api.query({ query, variables: { ids } }, githubEdits);
  const edits = reply.data.nodes.map((node) => node?.lastEditedAt);
  if (edits.length !== waiving.length || edits.includes(undefined)) {
    throw new HostError({
      kind: 'incomplete',
      sentence: 'GitHub does not say of each review with a waiver whether it was edited, so no waiver counts.',
    });
  }
  return edits.map((edit) => edit ?? null);
}
