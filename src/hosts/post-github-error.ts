import { githubStatus, longestDescription } from './github/github-statuses.js';
import { orTrouble, type HostAnswer } from './host-error.js';
import { apiPath } from './http/api-path.js';
import type { GithubHost } from './open-github.js';
import { shorten, statusName, type OutcomeStatus } from './outcome-status.js';

/** Posts to a commit that it could not be judged, and why: always anew, under the name that its outcome would have. */
export async function postGithubError(
  host: GithubHost,
  { repository, commit, base, description }: Omit<OutcomeStatus, 'outcome'>,
): Promise<HostAnswer<true>> {
  const [owner = '', name = ''] = repository.split('/');
  const status = {
    state: 'error',
    context: statusName(base),
    description: shorten(description, longestDescription),
  };
  return orTrouble(async (): Promise<true> => {
    await host.api.post(apiPath`/repos/${owner}/${name}/statuses/${commit}`, status, githubStatus);
    return true;
  });
}
