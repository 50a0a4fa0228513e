import * as z from 'zod/mini';
import { orThrow } from '../hosts/host-error.js';
import type { GitlabHost } from '../hosts/open-gitlab.js';
import { answerGitlabCheck, postGitlabStatus } from '../hosts/post-gitlab-status.js';
import type { RunParts } from './run-gate.js';

export interface GitlabRun {
  /** `group/…/name` */
  readonly repository: string;
  /** The user name that the token posts as, where it is known. */
  readonly poster: string | undefined;
  readonly page: string | undefined;
  /** The number of the external status check to answer (GitLab Ultimate), if there is one. */
  readonly check: number | undefined;
}

const mergeRequests = z.array(z.object({ iid: z.int(), sha: z.nullable(z.string()), target_branch: z.string() }));

/** GitLab, as far as a run of the gate asks it. Its methods reject with a `HostError`. */
export function openGitlabRun(host: GitlabHost, { repository, poster, page, check }: GitlabRun): RunParts['host'] {
  return {
    pullRef: (number) => `refs/merge-requests/${number}/head`,
    async openPullRequests() {
      const path = `/projects/${encodeURIComponent(repository)}/merge_requests?state=opened`;
      const all = await host.api.list(path, mergeRequests);
      // One without a commit is only being made.
      return all.flatMap(({ iid, sha, target_branch }) =>
        sha === null ? [] : [{ number: iid, commit: sha, base: target_branch }],
      );
    },
    // A merge train judges nothing anew: the status of each merge request's own head counts.
    queued: () => Promise.resolve([]),
    // The component's jobs run one after the other.
    said: () => Promise.resolve(undefined),
    async post({ commit, base, outcome, description, pullRequests }) {
      host.api.renew();
      const status = { repository, commit, base, description, ...(page === undefined ? {} : { page }) };
      // GitLab has no state for what could not be judged: failed, and the description says why.
      const said = { ...status, outcome: outcome === 'not-run' ? 'not-ready' : outcome } as const;
      orThrow(await postGitlabStatus(host, said, poster));
      if (check === undefined) return;
      // One that nobody answers fails by itself.
      for (const { number } of pullRequests) {
        orThrow(await answerGitlabCheck(host, said, { number: check, mergeRequest: number }));
      }
    },
  };
}
