import { openGithub } from '../../src/hosts/open-github.js';
import { openGitlab } from '../../src/hosts/open-gitlab.js';
import { readGithubEvidence } from '../../src/hosts/read-github-evidence.js';
import { readGitlabEvidence } from '../../src/hosts/read-gitlab-evidence.js';
import { secret as githubSecret, sha, startGoodChange } from './fake-github/good-change.js';
import { secret as gitlabSecret, startGoodMergeRequest } from './fake-gitlab/good-merge-request.js';
import type { HeldReader } from './held-to-faults.js';

/** The good change on GitHub, with a waiver, so that everything is asked that ever is. */
export async function heldGithub(): Promise<HeldReader> {
  const { github, pull, erin, request } = await startGoodChange();
  const body = 'pm-zone waive secrets: an example';
  const at = '2026-11-20T10:00:00Z';
  pull.reviews.push({ id: 900, user: erin, state: 'APPROVED', body, commit_id: sha('two'), submitted_at: at });
  return {
    server: github.server,
    secret: githubSecret,
    read: (limits) =>
      readGithubEvidence(openGithub(github.server.url, githubSecret, limits), {
        repository: 'acme/shop',
        number: 42,
        request,
      }),
  };
}

/** The good change on GitLab, from a fork. */
export async function heldGitlab(): Promise<HeldReader> {
  const { gitlab, mergeRequest, request } = await startGoodMergeRequest();
  gitlab.events.set(8, gitlab.events.get(7) ?? []);
  mergeRequest.source_project_id = 8;
  return {
    server: gitlab.server,
    secret: gitlabSecret,
    read: (limits) =>
      readGitlabEvidence(openGitlab(`${gitlab.server.url}/api/v4`, gitlabSecret, limits), {
        repository: 'acme/web/shop',
        number: 42,
        request,
      }),
  };
}
