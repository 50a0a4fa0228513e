import { orTrouble } from '../hosts/host-error.js';
import type { HeadBranch, HostedPullRequest, PullRequestHost } from '../hosts/pull-request-host.js';
import { explainTrouble } from './explain-trouble.js';
import { OpeningError } from './opening-error.js';
import type { OpeningFace } from './opening-face.js';

/** No host follows a branch that was renamed here: a second one would stand beside the first, with the same commits. */
export async function refuseRenamed<Pull extends HostedPullRequest>(
  host: PullRequestHost<Pull>,
  { repository, branch }: HeadBranch,
  formerNames: readonly string[],
  face: OpeningFace,
): Promise<void> {
  const { thing, again, rename } = face;
  for (const former of formerNames) {
    const [open] = await findOpen(host, { repository, branch: former }, face);
    if (open !== undefined)
      throw new OpeningError(
        `${branch} was called ${former} when ${thing} ${open.number} was opened from it, and that is open still: ${open.address}. No second one is opened. Call it ${former} again (${rename}), or close that one on its page, then ${again}.`,
      );
  }
}

/** The open ones of a branch. Trouble is an `OpeningError`. */
export async function findOpen<Pull extends HostedPullRequest>(
  host: PullRequestHost<Pull>,
  head: HeadBranch,
  face: OpeningFace,
): Promise<readonly Pull[]> {
  const answer = await orTrouble(() => host.findOpen(head));
  if ('trouble' in answer) throw new OpeningError(explainTrouble(answer.trouble, face), answer.trouble.kind);
  return answer.value;
}
