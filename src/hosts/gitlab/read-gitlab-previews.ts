import { apiPath } from '../http/api-path.js';
import type { GitlabHost } from '../open-gitlab.js';
import { mostPreviews, type HostedPreview } from '../pull-request-host.js';
import { gitlabDeployments } from './gitlab-merge-replies.js';

/** Where a commit was deployed to, of each environment the newest, production not among them: of the newest hundred deployments of the project, since GitLab has no question for those of a commit. */
export async function readGitlabPreviews(
  { api }: GitlabHost,
  project: string,
  commit: string,
): Promise<readonly HostedPreview[]> {
  const path = `${apiPath`/projects/${project}/deployments`}?status=success&order_by=id&sort=desc`;
  const first = await api.pages(path, gitlabDeployments, (page) => page).next();
  const newest = new Map<string, string>();
  for (const { sha, status, environment } of first.value ?? []) {
    const { name, external_url: address, tier } = environment ?? {};
    if (
      sha === commit &&
      status === 'success' &&
      name !== undefined &&
      address &&
      tier !== 'production' &&
      !newest.has(name)
    )
      newest.set(name, address);
  }
  return [...newest].slice(0, mostPreviews).map(([environment, address]) => ({ environment, address }));
}
