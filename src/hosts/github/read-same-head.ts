import type { Evidence } from '../../gate/evidence.js';
import { apiPath } from '../http/api-path.js';
import type { GithubPeople } from './github-people.js';
import { githubPulls, type GithubPull } from './github-replies.js';

/**
 * The other open pull requests of the same head commit. GitHub lists those of a commit, but not always those from forks, nor at once: a list
 * without the pull request itself is not believed, and all open ones are looked through.
 */
export async function readSameHead(people: GithubPeople, pull: GithubPull): Promise<Evidence['sameHead']> {
  const { owner, name, host } = people;
  const { head, base, number } = pull;
  const isSame = (each: Omit<GithubPull, 'commits'>) =>
    each.state === 'open' && each.head.sha === head.sha && each.base.repo.full_name === base.repo.full_name;
  const ofCommit = await host.api.list(apiPath`/repos/${owner}/${name}/commits/${head.sha}/pulls`, githubPulls);
  const believed = pull.state !== 'open' || ofCommit.some((each) => isSame(each) && each.number === number);
  const all = believed
    ? ofCommit
    : await host.api.list(apiPath`/repos/${owner}/${name}/pulls?state=${'open'}`, githubPulls);
  return all
    .filter((each) => isSame(each) && each.number !== number)
    .map((each) => ({ number: each.number, base: each.base.ref }));
}
