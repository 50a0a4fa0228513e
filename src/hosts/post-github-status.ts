import { findGithubStatus } from './github/find-github-status.js';
import { githubStatus, longestDescription, type GithubStatus } from './github/github-statuses.js';
import { orThrow, orTrouble, type HostAnswer } from './host-error.js';
import { apiPath } from './http/api-path.js';
import type { GithubHost } from './open-github.js';
import { isPage, shorten, statusName, type OutcomeStatus } from './outcome-status.js';

const states = { 'not-ready': 'failure', waits: 'pending', ready: 'success' } as const;

/**
 * Posts one commit status, `pm-zone (BASE)`, to the commit that was judged; `value` says whether it had to. It has not where the newest of
 * that name says the same already and is by `poster`, the login that the token acts as: what anyone else posted proves nothing, and without
 * a `poster` it always posts.
 */
export async function postGithubStatus(
  host: GithubHost,
  status: OutcomeStatus,
  poster?: string,
): Promise<HostAnswer<boolean>> {
  const [owner = '', name = ''] = status.repository.split('/');
  const context = statusName(status.base);
  const state = states[status.outcome];
  const description = shorten(status.description, longestDescription);
  return orTrouble(async () => {
    const newest = poster === undefined ? undefined : orThrow(await readGithubStatus(host, status));
    const same = newest?.state === state && newest.description === description;
    if (same && newest.creator?.login.toLowerCase() === poster?.toLowerCase()) return false;
    const page = isPage(status.page) ? { target_url: status.page } : {};
    const path = apiPath`/repos/${owner}/${name}/statuses/${status.commit}`;
    await host.api.post(path, { state, context, description, ...page }, githubStatus);
    return true;
  });
}

/** The newest status that somebody posted to a commit under the name of a base; none where nobody did. */
export async function readGithubStatus(
  host: GithubHost,
  { repository, commit, base }: Pick<OutcomeStatus, 'repository' | 'commit' | 'base'>,
): Promise<HostAnswer<GithubStatus | undefined>> {
  return orTrouble(() => findGithubStatus(host.api, repository, { commit, context: statusName(base) }));
}
