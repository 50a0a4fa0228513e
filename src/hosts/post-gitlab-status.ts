import * as z from 'zod/mini';
import { orTrouble, type HostAnswer } from './host-error.js';
import { apiPath } from './http/api-path.js';
import type { GitlabHost } from './open-gitlab.js';
import { isPage, shorten, statusName, type OutcomeStatus } from './outcome-status.js';

/** An external status check of a merge request (GitLab Ultimate), by its number. */
export interface GitlabCheck {
  readonly number: number;
  readonly mergeRequest: number;
}

const commitStatus = z.object({
  name: z.string(),
  status: z.string(),
  description: z.nullable(z.string()),
  author: z.nullable(z.object({ username: z.string() })),
});

/** GitLab takes no longer description. */
const longest = 255;

/**
 * Posts one commit status, `pm-zone (BASE)`, to the commit that was judged; `value` says whether it had to: not where the newest of that name
 * says the same already and is by `poster`. GitLab fails what is pending for two minutes, and a pending status holds its pipeline, so what
 * waits is failed, and its description says for whom.
 */
export async function postGitlabStatus(
  host: GitlabHost,
  status: OutcomeStatus,
  poster?: string,
): Promise<HostAnswer<boolean>> {
  const { repository, commit } = status;
  const name = statusName(status.base);
  const state = status.outcome === 'ready' ? 'success' : 'failed';
  const description = shorten(status.description, longest);
  const self = poster?.toLowerCase();
  return orTrouble(async () => {
    const path = apiPath`/projects/${repository}/repository/commits/${commit}/statuses?name=${name}`;
    const all = self === undefined ? [] : await host.api.list(path, z.array(commitStatus));
    // GitLab gives the latest of each name alone, one for each pipeline.
    const mine = all.filter((each) => each.name === name);
    const same = mine.every((each) => each.status === state && each.description === description);
    const own = mine.every((each) => each.author?.username.toLowerCase() === self);
    if (mine.length > 0 && same && own) return false;
    const page = isPage(status.page) ? { target_url: status.page } : {};
    await host.api.post(
      apiPath`/projects/${repository}/statuses/${commit}`,
      { state, name, description, ...page },
      z.object({ name: z.string(), status: z.string() }),
    );
    return true;
  });
}

/** Answers an external status check, which has no place for words: passed, or failed for what waits as well. */
export async function answerGitlabCheck(
  host: GitlabHost,
  { repository, commit, outcome }: Pick<OutcomeStatus, 'repository' | 'commit' | 'outcome'>,
  check: GitlabCheck,
): Promise<HostAnswer<true>> {
  return orTrouble(async () => {
    const status = outcome === 'ready' ? 'passed' : 'failed';
    await host.api.post(
      apiPath`/projects/${repository}/merge_requests/${check.mergeRequest}/status_check_responses`,
      { sha: commit, external_status_check_id: check.number, status },
      z.unknown(),
    );
    return true as const;
  });
}
