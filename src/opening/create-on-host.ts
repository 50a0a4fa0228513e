import { orTrouble, type HostTrouble } from '../hosts/host-error.js';
import type { HeadBranch, HostedPullRequest, PullRequestHost } from '../hosts/pull-request-host.js';
import type { PullRequestDraft } from '../pull-request/draft-pull-request.js';
import { explainTrouble } from './explain-trouble.js';
import { OpeningError } from './opening-error.js';
import type { OpeningFace } from './opening-face.js';

/**
 * Opens one where none is known to be open; where the answer says nothing of it, looks whether it is there all the same. Trouble is an
 * `OpeningError`. `isNew`: no other run had opened it before.
 */
export async function createOnHost<Pull extends HostedPullRequest>(
  host: PullRequestHost<Pull>,
  head: HeadBranch,
  draft: PullRequestDraft,
  face: OpeningFace,
): Promise<{ readonly pull: Pull; readonly isNew: boolean }> {
  const { base, title, body } = draft;
  const made = await orTrouble(() => host.create({ head, base, title, body, draft: draft.draft }));
  if ('value' in made) return { pull: made.value, isNew: true };
  const { trouble } = made;
  if (!mayBeThere.has(trouble.kind)) throw new OpeningError(explainTrouble(trouble, face), trouble.kind);
  // It may have come through, or another run was quicker.
  const again = await orTrouble(() => host.findOpen(head));
  const found = 'value' in again ? again.value.find((each) => each.base === base) : undefined;
  // Only an answer that was lost can have been about ours.
  if (found !== undefined) return { pull: found, isNew: !refusals.has(trouble.kind) };
  throw new OpeningError(whyNotMade(trouble, head, draft, face), trouble.kind);
}

function whyNotMade(
  trouble: HostTrouble,
  { branch }: HeadBranch,
  { base, draft }: PullRequestDraft,
  face: OpeningFace,
): string {
  switch (trouble.kind) {
    case 'refused':
      return `${face.host} does not take a ${face.thing} of ${branch} to ${base}. ${draft && face.host === 'GitHub' ? 'Drafts may not be had in this repository, or one' : 'One'} of the two branches is not there, or both hold the same. ${face.byPage}`;
    case 'redirect':
    case 'leaked':
      return explainTrouble(trouble, face);
    default:
      return `${face.host}’s answer was lost or of no use, so nobody knows yet whether the ${face.thing} was opened. When you ${face.again}, it goes on from there, and opens no second one.`;
  }
}

/** What a host says where there is one already. */
const refusals: ReadonlySet<HostTrouble['kind']> = new Set(['refused', 'conflict']);

/** Where the host may have opened it all the same, or has one already. */
const mayBeThere: ReadonlySet<HostTrouble['kind']> = new Set([
  ...refusals,
  'server',
  'cut',
  'timeout',
  'not-json',
  'too-large',
  'malformed',
  'leaked',
  'redirect',
]);
