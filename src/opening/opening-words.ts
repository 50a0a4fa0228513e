import { HostError, type HostTrouble } from '../hosts/host-error.js';
import type { HostedPullRequest } from '../hosts/pull-request-host.js';
import { mostPictures } from '../pull-request/picture-lines.js';
import { capitalize } from '../text/capitalize.js';
import { explainTrouble } from './explain-trouble.js';
import type { OpeningFace } from './opening-face.js';

/** Somebody said no to exactly this: a second one beside it would go round them, and leave behind what was said there. */
export function closedSentence({ number, address }: HostedPullRequest, { thing, host, again }: OpeningFace): string {
  return `${capitalize(thing)} ${number} of this branch was closed on ${host} without being merged, with exactly these commits: ${address}. Ask there why. To go on with it as it is, reopen it on that page; else change what was asked for and commit it, then ${again}.`;
}

export function notTurned({ number }: HostedPullRequest, draft: boolean, { host, thing, rights }: OpeningFace): string {
  return `${host} did not make ${thing} ${number} ${draft ? 'a draft' : 'ready for review'}: your sign-in may lack the right to it${rights}. Make it so on its page, or ask your engineering DRI.`;
}

export function noPreview(trouble: HostTrouble, face: OpeningFace): string {
  const why = ['forbidden', 'not-found'].includes(trouble.kind)
    ? 'Your sign-in may not read what was deployed.'
    : explainTrouble(trouble, face);
  return `Whether your change has a preview was not read, so none is named. ${why}`;
}

export function outgrownLabel(label: string): string {
  return `The label ${label} is on it still, though the change has another size now: take it off on its page.`;
}

export function missingPicture(name: string): string {
  return `The picture ${name} is not on this computer, so it was not sent. Put it into the description on its page, or add it again.`;
}

export function laterPictures(names: readonly string[]): string {
  const are = names.length === 1 ? 'this one is' : `these ${names.length} are`;
  return `${mostPictures} pictures are sent at a time, so ${are} not in the description yet: ${names.join(', ')}.`;
}

export function closedMeanwhile({ number }: HostedPullRequest, { thing }: OpeningFace): HostError {
  return new HostError({
    kind: 'moved',
    sentence: `${capitalize(thing)} ${number} was closed meanwhile, so its description is left as it is.`,
  });
}
