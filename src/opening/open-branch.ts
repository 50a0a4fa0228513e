import { GithubPullRequests } from '../hosts/github-pull-requests.js';
import { HostError } from '../hosts/host-error.js';
import { openGithub } from '../hosts/open-github.js';
import type { DraftWithReview } from '../pull-request/draft-from-range.js';
import { parseRepositoryHost } from '../pull-request/repository-host.js';
import { openOnGithub, type OpenedPullRequest, type OpeningRequest, type OpeningWay } from './open-on-github.js';
import { OpeningError } from './opening-error.js';

/** A repository on GitHub, and the token that goes there and nowhere else. */
export interface SignedInHost {
  /** The address of the host's API. */
  readonly api: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
}

/**
 * Opens or renews the pull request of a branch as `openOnGithub` does, from the fork where it is pushed to one. Whatever the host makes of it is
 * an `OpeningError`.
 */
export async function openBranch(
  { api, repository, token }: SignedInHost,
  request: Omit<OpeningRequest, 'head'> & Pick<DraftWithReview, 'remotes'> & { readonly branch: string },
  way: OpeningWay,
): Promise<OpenedPullRequest> {
  const { branch, remotes, ...rest } = request;
  const { headRemoteUrl, enterprise } = remotes;
  const fork = headRemoteUrl === undefined ? undefined : parseRepositoryHost(headRemoteUrl, enterprise);
  const from = fork?.kind === 'github' ? `${fork.owner}/${fork.name}` : repository;
  try {
    const pulls = new GithubPullRequests(openGithub(api, token), repository);
    return await openOnGithub(pulls, { ...rest, head: { repository: from, branch } }, way);
  } catch (error) {
    if (error instanceof HostError) throw new OpeningError(error.message, error.trouble.kind);
    throw error;
  }
}
