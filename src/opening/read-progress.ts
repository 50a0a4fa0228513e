import type { GithubPullRequests } from '../hosts/github-pull-requests.js';

/** What somebody who reviews it says, or whether they are waited for. */
export interface ReviewerStand {
  /** `@erin`, `@acme/home`. */
  readonly name: string;
  readonly opinion: 'approved' | 'approved-before' | 'asks-for-changes' | 'waits';
}

/** Where a pull request stands with those who review it. */
export interface PullProgress {
  readonly state: 'open' | 'draft' | 'merged' | 'closed';
  /** Who asks for changes first, then whom it waits for. */
  readonly reviewers: readonly ReviewerStand[];
}

/**
 * Asks the host once how a pull request stands: the latest opinion of each person, and whose is asked for. An approval of older commits is told
 * apart; who is asked again is waited for, whatever they said before. Rejects with a `HostError`.
 */
export async function readProgress(pulls: GithubPullRequests, number: number): Promise<PullProgress> {
  const pull = await pulls.read(number);
  const opinions = new Map<string, ReviewerStand['opinion']>();
  for (const { login, state, commit } of await pulls.listReviews(number)) {
    if (login === pull.author) continue;
    if (state === 'APPROVED') opinions.set(login, commit === pull.commit ? 'approved' : 'approved-before');
    if (state === 'CHANGES_REQUESTED') opinions.set(login, 'asks-for-changes');
    if (state === 'DISMISSED') opinions.delete(login);
  }
  for (const login of pull.people) opinions.set(login, 'waits');
  const people = [...opinions].map(([login, opinion]): ReviewerStand => ({ name: `@${login}`, opinion }));
  const teams = pull.teams.map((slug): ReviewerStand => ({ name: `@${pulls.owner}/${slug}`, opinion: 'waits' }));
  const state = pull.isOpen ? (pull.draft ? 'draft' : 'open') : pull.isMerged ? 'merged' : 'closed';
  return {
    state,
    reviewers: [...people, ...teams].sort((one, other) => order.indexOf(one.opinion) - order.indexOf(other.opinion)),
  };
}

const order: readonly ReviewerStand['opinion'][] = ['asks-for-changes', 'waits', 'approved-before', 'approved'];
