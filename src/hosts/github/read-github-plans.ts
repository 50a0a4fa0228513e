import type { Evidence, EvidenceRequest } from '../../gate/evidence.js';
import { pushersOf } from '../evidence/complete-pushes.js';
import { apiPath } from '../http/api-path.js';
import type { GithubPeople } from './github-people.js';
import { githubPull, githubPulls } from './github-replies.js';
import { readGithubCommits } from './read-github-commits.js';
import { readGithubPushes } from './read-github-pushes.js';
import { readGithubReviews } from './read-github-reviews.js';

type Plan = Evidence['plans'][number];

/** For each planning doc the pull request that brought it to the base, with its own approvals; `null`, and noted, where that cannot be told. */
export async function readGithubPlans(
  people: GithubPeople,
  base: string,
  plans: EvidenceRequest['plans'],
): Promise<Plan[]> {
  const read: Plan[] = [];
  const brought = new Map<number, Plan['pullRequest']>();
  for (const { path, commit } of plans) {
    const part = `the pull request that brought ${path}`;
    const number = await people.unread.attempt(part, () => findMerged(people, base, commit));
    if (number !== null && number !== undefined && !brought.has(number)) {
      brought.set(number, await people.unread.attempt(part, () => readMerged(people, number)));
    }
    read.push({ path, pullRequest: brought.get(number ?? 0) ?? null });
  }
  return read;
}

/** Of the pull requests that hold a commit, the first that was merged to the base: it brought the commit there. */
async function findMerged(people: GithubPeople, base: string, commit: string): Promise<number | undefined> {
  const { owner, name, host } = people;
  const full = `${owner}/${name}`.toLowerCase();
  const pulls = await host.api.list(apiPath`/repos/${owner}/${name}/commits/${commit}/pulls`, githubPulls);
  return pulls
    .flatMap(({ merged_at: at, number, base: into }) =>
      at !== null && into.ref === base && into.repo.full_name.toLowerCase() === full
        ? [{ number, at: Date.parse(at) }]
        : [],
    )
    .sort((a, b) => a.at - b.at)[0]?.number;
}

async function readMerged(people: GithubPeople, number: number): Promise<Plan['pullRequest']> {
  const { owner, name, host, unread } = people;
  const pull = await host.api.get(apiPath`/repos/${owner}/${name}/pulls/${number}`, githubPull);
  const commits = await readGithubCommits(people, pull);
  const pushers = await unread.attempt(`who pushed to pull request ${number}`, async () =>
    pushersOf(await readGithubPushes(people, pull.head, commits)),
  );
  const reviews = await readGithubReviews(people, number);
  return { number, author: people.meet(pull.user), head: pull.head.sha, pushers: pushers && [...pushers], reviews };
}
