import { apiPath } from '../http/api-path.js';
import { inTurn } from '../http/in-turn.js';
import type { GithubHost } from '../open-github.js';
import { mostPreviews, type HostedPreview } from '../pull-request-host.js';
import { githubDeployments, githubDeploymentStatuses } from './github-deployment-replies.js';

/** Where a commit was deployed to and runs now, of each environment the newest, production not among them. */
export async function readGithubPreviews(
  { api }: GithubHost,
  repository: string,
  commit: string,
): Promise<readonly HostedPreview[]> {
  const [owner = '', name = ''] = repository.split('/');
  const own = apiPath`/repos/${owner}/${name}/deployments`;
  const first = await api.pages(`${own}?sha=${commit}`, githubDeployments, (page) => page).next();
  const newest = new Map<string, number>();
  for (const { id, sha, environment, production_environment: isProduction } of first.value ?? [])
    if (sha === commit && isProduction !== true && !newest.has(environment)) newest.set(environment, id);
  const found = await inTurn([...newest].slice(0, mostPreviews), async ([environment, id]) => {
    const statuses = api.pages(own + apiPath`/${id}/statuses`, githubDeploymentStatuses, (page) => page);
    const [latest] = (await statuses.next()).value ?? [];
    const address = latest?.state === 'success' ? latest.environment_url : undefined;
    return address ? [{ environment, address }] : [];
  });
  return found.flat();
}
