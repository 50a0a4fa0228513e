import type { Account } from '../../gate/evidence.js';
import { HostError } from '../host-error.js';
import { apiPath } from '../http/api-path.js';
import type { GithubPeople } from './github-people.js';
import { githubCommits, githubComparison, type GithubCommit, type GithubPull } from './github-replies.js';

export interface AttributedCommit {
  readonly commit: string;
  readonly author: Account | null;
  readonly committer: Account | null;
}

/** GitHub lists no more commits of a pull request than this; a comparison has them all. */
const mostListed = 250;

/** The commits of a pull request, oldest first, with the accounts that GitHub takes them to be by: all of them, or a `HostError`. */
export async function readGithubCommits(people: GithubPeople, pull: GithubPull): Promise<AttributedCommit[]> {
  const { api } = people.host;
  const { owner, name } = people;
  const all: GithubCommit[] = [];
  let count = pull.commits;
  if (pull.commits <= mostListed) {
    all.push(...(await api.list(apiPath`/repos/${owner}/${name}/pulls/${pull.number}/commits`, githubCommits)));
  } else {
    const range = `${pull.base.sha}...${pull.head.sha}`;
    const pages = api.pages(apiPath`/repos/${owner}/${name}/compare/${range}`, githubComparison, (page) => {
      count = page.total_commits;
      return page.commits;
    });
    for await (const page of pages) all.push(...page);
  }
  if (all.length !== count || (count > 0 && all.at(-1)?.sha !== pull.head.sha)) {
    throw new HostError({
      kind: 'incomplete',
      sentence: `GitHub did not list all ${count} commits of pull request ${pull.number}. Somebody may have pushed just now: try again.`,
    });
  }
  return all.map(({ sha, author, committer }) => ({
    commit: sha,
    author: people.meet(author),
    committer: people.meet(committer),
  }));
}
