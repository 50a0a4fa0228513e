import { setTimeout } from 'node:timers/promises';
import { HostError, orTrouble } from '../hosts/host-error.js';
import type { HostApiOptions, HostedRepository } from '../hosts/host-api.js';
import { mergeRequestsOnGitlab } from '../hosts/merge-requests-on-gitlab.js';
import { openGithub } from '../hosts/open-github.js';
import { openGitlab } from '../hosts/open-gitlab.js';
import type { HeadBranch, HostedLabel, HostedPullRequest, PullRequestHost } from '../hosts/pull-request-host.js';
import { pullRequestsOnGithub } from '../hosts/pull-requests-on-github.js';
import type { DraftWithReview } from '../pull-request/draft-from-range.js';
import { parseRepositoryHost, type RepositoryHost } from '../pull-request/repository-host.js';
import { findMerged } from './find-merged.js';
import { openOnHost, type OpeningRequest, type OpeningWay } from './open-on-host.js';
import type { OpenedPullRequest } from './opened-pull-request.js';
import { OpeningError } from './opening-error.js';
import type { OpeningFace } from './opening-face.js';
import { toProgress, type PullProgress } from './pull-progress.js';
import { tellWaits } from './tell-waits.js';

/**
 * Opens or renews the pull request of a branch as `openOnHost` does, from the fork where it is pushed to one. Whatever the host makes of it is
 * an `OpeningError`.
 */
export function openBranch(
  signedIn: HostedRepository,
  { branch, remotes, ...request }: Omit<OpeningRequest, 'head'> & BranchOnHost,
  way: OpeningWay,
): Promise<OpenedPullRequest> {
  const { tell, wait } = tellWaits(way.face.host, way.tell, (milliseconds) => setTimeout(milliseconds));
  return atHost(
    signedIn,
    { branch, remotes },
    (host, head) => openOnHost(host, { ...request, head }, { ...way, tell }),
    { wait },
  );
}

/** What is there where the branch was merged with exactly these commits, as `openBranch` finds it before anything else. */
export function findMergedBranch(
  signedIn: HostedRepository,
  { branch, remotes, commit }: BranchOnHost & Pick<OpeningRequest, 'commit'>,
  face: OpeningFace,
): Promise<OpenedPullRequest | undefined> {
  return atHost(signedIn, { branch, remotes }, (host, head) => findMerged(host, head, commit, face));
}

/** The labels of the repository; none where the host does not say. */
export async function listLabelsOf(signedIn: HostedRepository): Promise<readonly HostedLabel[]> {
  const answer = await orTrouble(() => onHost(signedIn, (host) => host.listLabels()));
  return 'value' in answer ? answer.value : [];
}

/** Milliseconds: whoever asks how it stands is told at once that the host asks for more. */
const shortWait = 5000;

/**
 * Asks the host how a pull request stands, as often as it is called; what has not changed there is not sent again. Rejects with a `HostError`.
 */
export function progressReader(signedIn: HostedRepository): (number: number) => Promise<PullProgress> {
  const read = onHost(signedIn, (host) => host.readProgress, { patience: shortWait });
  return async (number) => toProgress(await read(number));
}

interface BranchOnHost extends Pick<DraftWithReview, 'remotes'> {
  readonly branch: string;
}

async function atHost<T>(
  signedIn: HostedRepository,
  { branch, remotes: { remoteUrl, headRemoteUrl, servers } }: BranchOnHost,
  use: <Pull extends HostedPullRequest>(host: PullRequestHost<Pull>, head: HeadBranch) => Promise<T>,
  limits: HostApiOptions['limits'] = {},
): Promise<T> {
  const { kind, repository } = signedIn;
  const [home, fork] = [remoteUrl, headRemoteUrl].map((url) =>
    url === undefined ? undefined : parseRepositoryHost(url, servers),
  );
  if (home !== undefined && fork !== undefined) requireOneServer(home, fork);
  const from = fork?.kind === kind ? `${fork.owner}/${fork.name}` : repository;
  const head = { repository: from, branch };
  try {
    return await onHost(signedIn, (host) => use(host, head), limits);
  } catch (error) {
    if (error instanceof HostError) throw new OpeningError(error.message, error.trouble.kind);
    throw error;
  }
}

/** Nothing joins a branch of one server with one of another, and the same name there may be anybody's. */
function requireOneServer(home: RepositoryHost, fork: RepositoryHost): void {
  const [to, from] = [home, fork].map(({ web }) => new URL(web).hostname) as [string, string];
  if (to === from) return;
  throw new OpeningError(
    `Your branch goes to ${from}, but what it is to be merged into lies on ${to}, and no server takes changes from another. Nothing was shared. Ask an engineer which of the two you work with: git remote -v has the addresses, and git config remote.pushDefault NAME says which one gets your branches.`,
  );
}

function onHost<T>(
  { kind, api, repository, token }: HostedRepository,
  use: <Pull extends HostedPullRequest>(host: PullRequestHost<Pull>) => T,
  limits: HostApiOptions['limits'] = {},
): T {
  return kind === 'github'
    ? use(pullRequestsOnGithub(openGithub(api, token, limits), repository))
    : use(mergeRequestsOnGitlab(openGitlab(api, token, limits), repository));
}
