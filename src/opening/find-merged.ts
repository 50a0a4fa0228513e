import { orTrouble } from '../hosts/host-error.js';
import type { HeadBranch, HostedPullRequest, PullRequestHost } from '../hosts/pull-request-host.js';
import { explainTrouble } from './explain-trouble.js';
import type { OpenedPullRequest } from './opened-pull-request.js';
import { OpeningError } from './opening-error.js';
import type { OpeningFace } from './opening-face.js';

/** What is there where it was merged with exactly these commits; `undefined` where it was not. Trouble is an `OpeningError`. */
export async function findMerged<Pull extends HostedPullRequest>(
  host: PullRequestHost<Pull>,
  head: HeadBranch,
  commit: string,
  face: OpeningFace,
): Promise<OpenedPullRequest | undefined> {
  const ended = await findEnded(host, head, commit, face);
  return ended?.isMerged === true ? mergedOutcome(ended, head) : undefined;
}

/** What was merged or closed with exactly this commit; `undefined` where nothing was. Trouble is an `OpeningError`. */
export async function findEnded<Pull extends HostedPullRequest>(
  host: PullRequestHost<Pull>,
  head: HeadBranch,
  commit: string,
  face: OpeningFace,
): Promise<Pull | undefined> {
  const answer = await orTrouble(() => host.findEnded(head, commit));
  if ('trouble' in answer) throw new OpeningError(explainTrouble(answer.trouble, face), answer.trouble.kind);
  return answer.value;
}

export function mergedOutcome(pull: HostedPullRequest, { branch }: HeadBranch): OpenedPullRequest {
  const nothing = { asked: [], labelsLeft: [], reviewersLeft: [], picturesLeft: undefined, notes: [], unfinished: [] };
  return { outcome: 'merged', pull, branch, ...nothing };
}
