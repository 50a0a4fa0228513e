import type { NotDone } from '../hosts/pull-request-host.js';
import type { PullRequestDraft } from '../pull-request/draft-pull-request.js';
import { capitalize } from '../text/capitalize.js';
import { joinSome } from '../text/join-words.js';
import type { OpenedPullRequest, PicturesLeft } from './opened-pull-request.js';
import type { OpeningFace } from './opening-face.js';

/** What became of it in whole sentences: what is there, what is left to somebody, and what happens next. */
export function describeOpened(
  opened: OpenedPullRequest,
  { draft: isUnready = false, afterMerge = afterAny }: Partial<Pick<PullRequestDraft, 'draft' | 'afterMerge'>>,
  face: OpeningFace,
): { readonly done: string; readonly left: readonly string[]; readonly next: string } {
  const { pull, outcome, labelsLeft, reviewersLeft, picturesLeft, notes, unfinished } = opened;
  return {
    done: `${capitalize(face.thing)} ${pull.number} ${outcomes[outcome]}${pull.draft && outcome !== 'merged' ? ', as a draft' : ''}.`,
    left: [
      ...notes,
      ...byReason(labelsLeft).map(
        ([why, names]) =>
          `The ${names.length === 1 ? 'label' : 'labels'} ${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} not set: ${why}.`,
      ),
      ...byReason(reviewersLeft).map(
        ([why, names]) => `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} not asked to review it: ${why}.`,
      ),
      ...(picturesLeft === undefined ? [] : [dropThem(picturesLeft, face)]),
      ...(unfinished.length === 0
        ? []
        : [...new Set(unfinished), `Not all could be done. When you ${face.again}, it goes on from here.`]),
    ],
    next: outcome === 'merged' ? `Next: ${[face.goOn, ...afterMerge].join(' ')}` : next(opened, isUnready, face),
  };
}

/** One sentence a reason, so that three labels that a repository lacks are told once; in the order in which they came. */
function byReason(left: readonly NotDone[]): readonly (readonly [string, readonly string[]])[] {
  const reasons = new Map<string, string[]>();
  for (const { what, why } of left) reasons.set(why, [...(reasons.get(why) ?? []), what]);
  return [...reasons];
}

/** Where nothing of the change is read any more. */
const afterAny = [
  'Where it has a flag, your plan says what comes next for that; once everybody has the change, set the plan’s Status to Shipped.',
];

/** What an interface of a host cannot do, the PM does on its page. */
function dropThem({ names, folder }: PicturesLeft, { host, thing, pictures }: OpeningFace): string {
  const lines = names.length === 1 ? 'the line that names it' : 'the lines that name them';
  const lie = pictures ?? `${names.length === 1 ? 'It lies' : 'They lie'} in ${folder}.`;
  return `${host} takes pictures on its page alone: edit the ${thing}’s description there, drop ${names.join(', ')} into it, and take out ${lines}. ${lie}`;
}

const outcomes = {
  opened: 'is open',
  renewed: 'was open already, and is renewed',
  unchanged: 'was open already, and is as it should be',
  merged: 'is merged',
} as const;

/** Names of people who could not be asked that stand in one sentence. */
const mostNamed = 4;

function next({ pull, asked, reviewersLeft }: OpenedPullRequest, isUnready: boolean, face: OpeningFace): string {
  const isDraft = pull.draft;
  const who = asked.length === 0 ? 'nobody could be asked' : `asked: ${asked.join(', ')}`;
  const ofOwners = face.host === 'GitHub' ? 'GitHub asks code owners for no review of a draft. ' : '';
  if (isDraft && !isUnready)
    return `Next: it is a draft there and stays one until you say otherwise (${who}). ${face.makeReady} to ask for its reviews.`;
  return isDraft
    ? `Next: work on it together with an engineer (${who}). ${ofOwners}When the review is ready, ${face.again}.`
    : `Next: ${waitsFor(asked, reviewersLeft, who)} Answer what they ask for on that page; when you change something, commit it and ${face.renew}.`;
}

/** Where nobody hears of it from the host, the PM is who tells them. */
function waitsFor(asked: readonly string[], left: readonly NotDone[], who: string): string {
  if (asked.length > 0 || left.length === 0) return `it waits for its reviews (${who}) and for its checks.`;
  const names = joinSome(
    left.map(({ what }) => what),
    mostNamed,
  );
  return `nobody could be asked, so tell ${names} about it yourself. It waits for its reviews and for its checks.`;
}
