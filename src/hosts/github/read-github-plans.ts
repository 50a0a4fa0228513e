import type { Evidence, EvidenceRequest } from '../../gate/evidence.js';
import { pushersOf } from '../evidence/complete-pushes.js';
import { readPlans, type MergedRequest } from '../evidence/read-merged-plans.js';
import { apiPath } from '../http/api-path.js';
import type { GithubPeople } from './github-people.js';
import { githubPull, githubPulls } from './github-replies.js';
import { readGithubCommits } from './read-github-commits.js';
import { readGithubPushes } from './read-github-pushes.js';
import { readGithubReviews } from './read-github-reviews.js';

/** For each planning doc the pull request that brought it to the base. */
export function readGithubPlans(
  people: GithubPeople,
  base: string,
  plans: EvidenceRequest['plans'],
): Promise<Evidence['plans']> {
  return readPlans(people.unread, 'pull request', plans, (commit) => listMerged(people, base, commit));
}

async function listMerged(people: GithubPeople, base: string, commit: string): Promise<readonly MergedRequest[]> {
  const { owner, name, host } = people;
  const full = `${owner}/${name}`.toLowerCase();
  const pulls = await host.api.list(apiPath`/repos/${owner}/${name}/commits/${commit}/pulls`, githubPulls);
  return pulls.flatMap(({ merged_at: mergedAt, number, base: into }) =>
    mergedAt !== null && into.ref === base && into.repo.full_name.toLowerCase() === full
      ? [{ number, mergedAt, read: () => readMerged(people, number) }]
      : [],
  );
}

async function readMerged(people: GithubPeople, number: number): ReturnType<MergedRequest['read']> {
  const { owner, name, host, unread } = people;
  const pull = await host.api.get(apiPath`/repos/${owner}/${name}/pulls/${number}`, githubPull);
  const commits = await readGithubCommits(people, pull);
  const pushers = await unread.attempt(`who pushed to pull request ${number}`, async () =>
    pushersOf(await readGithubPushes(people, pull.head, commits)),
  );
  const reviews = await readGithubReviews(people, number);
  return { number, author: people.meet(pull.user), head: pull.head.sha, pushers: pushers && [...pushers], reviews };
}
