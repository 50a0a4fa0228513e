import type { HostApi } from '../host-api.js';
import { apiPath } from '../http/api-path.js';
import { githubStatuses, type GithubStatus } from './github-statuses.js';

/** The newest status of a commit under a name; `undefined` where there is none. */
export async function findGithubStatus(
  api: HostApi,
  repository: string,
  { commit, context }: { readonly commit: string; readonly context: string },
): Promise<GithubStatus | undefined> {
  const [owner = '', name = ''] = repository.split('/');
  const path = apiPath`/repos/${owner}/${name}/commits/${commit}/statuses`;
  for await (const page of api.pages(path, githubStatuses, (statuses) => statuses)) {
    const found = page.find((each) => each.context === context);
    if (found !== undefined) return found;
  }
  return undefined;
}
