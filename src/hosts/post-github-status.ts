import { githubStatus, githubStatuses, longestDescription } from './github/github-statuses.js';
import { orTrouble, type HostAnswer } from './host-error.js';
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
    const newest = poster === undefined ? undefined : await findNewest(host, owner, name, status.commit, context);
    const same = newest?.state === state && newest.description === description;
    if (same && newest.creator?.login.toLowerCase() === poster?.toLowerCase()) return false;
    const page = isPage(status.page) ? { target_url: status.page } : {};
    const path = apiPath`/repos/${owner}/${name}/statuses/${status.commit}`;
    await host.api.post(path, { state, context, description, ...page }, githubStatus);
    return true;
  });
}

async function findNewest(host: GithubHost, owner: string, name: string, commit: string, context: string) {
  const path = apiPath`/repos/${owner}/${name}/commits/${commit}/statuses`;
  for await (const page of host.api.pages(path, githubStatuses, (statuses) => statuses)) {
    const found = page.find((each) => each.context === context);
    if (found !== undefined) return found;
  }
  return undefined;
}
