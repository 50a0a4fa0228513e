import { orTrouble } from '../hosts/host-error.js';
import type { HeadBranch, HostedPullRequest, PullRequestHost } from '../hosts/pull-request-host.js';
import type { PullRequestDraft } from '../pull-request/draft-pull-request.js';
import { isSameName } from '../hosts/is-same-name.js';
import { findComing, mostPictures, putPictures } from '../pull-request/picture-lines.js';
import { renewBody } from '../pull-request/renew-body.js';
import { createOnHost } from './create-on-host.js';
import { describeLeft } from './describe-left.js';
import { explainTrouble } from './explain-trouble.js';
import { findEnded, mergedOutcome } from './find-merged.js';
import type { OpenedPullRequest } from './opened-pull-request.js';
import { OpeningError } from './opening-error.js';
import type { OpeningFace } from './opening-face.js';
import {
  closedMeanwhile,
  closedSentence,
  laterPictures,
  missingPicture,
  noPreview,
  notTurned,
  outgrownLabel,
} from './opening-words.js';
import type { PictureFolder } from './picture-folder.js';
import { findOpen, refuseRenamed } from './refuse-renamed.js';
import { sendPictures } from './send-pictures.js';
import { withPreviews } from './with-previews.js';

export interface OpeningRequest {
  readonly head: HeadBranch;
  /** What that branch was called before: one may be open from there still. */
  readonly formerNames?: readonly string[] | undefined;
  /** The newest commit of that branch here. */
  readonly commit: string;
  readonly draft: PullRequestDraft;
  /** Where the pictures lie that are to come in it. */
  readonly pictures: PictureFolder;
  /** Renew the one that is open, and open none. */
  readonly onlyRenew: boolean;
  /** What the PM asks of one that is open. Without it a draft stays one and any other none: people on the host decide that too. */
  readonly turn: 'draft' | 'ready' | undefined;
}

/** What a caller does and hears on the way. */
export interface OpeningWay {
  /** Brings the branch there; rejects with an `OpeningError`. Called once it is known that there is something to open or to renew. */
  readonly push: () => Promise<void>;
  readonly tell: (step: string) => void;
  readonly face: OpeningFace;
}

/**
 * Opens a pull request, or renews the one that is open for this branch: there is never a second one, whatever happened to an earlier run or to
 * an answer of the host, also not where one with exactly its commits was merged. What people wrote there is kept. Until it is open trouble is an `OpeningError`, afterwards it is said.
 */
export async function openOnHost<Pull extends HostedPullRequest>(
  host: PullRequestHost<Pull>,
  { head, formerNames = [], commit, draft, pictures, onlyRenew, turn }: OpeningRequest,
  { push, tell, face }: OpeningWay,
): Promise<OpenedPullRequest> {
  const { thing } = face;
  tell(`Looking for an open ${thing} of this branch`);
  const found = await findOwn(host, head, draft, face);
  const ended = found === undefined ? await findEnded(host, head, commit, face) : undefined;
  if (ended?.isMerged === true) return mergedOutcome(ended, head);
  if (ended?.base === draft.base) throw new OpeningError(closedSentence(ended, face));
  if (found === undefined) await refuseRenamed(host, head, formerNames, face);
  if (found === undefined && onlyRenew) {
    throw new OpeningError(`There is no open ${thing} of this branch to renew. ${face.openOne}`, 'none-open');
  }
  await push();
  tell(found === undefined ? `Opening the ${thing}` : `Renewing ${thing} ${found.number}`);
  const { pull, isNew } =
    found === undefined ? await createOnHost(host, head, draft, face) : { pull: found, isNew: false };

  const unfinished: string[] = [];
  const attempt = async <T>(work: () => Promise<T>, refused?: string): Promise<T | undefined> => {
    const answer = await orTrouble(work);
    if ('value' in answer) return answer.value;
    const { trouble } = answer;
    unfinished.push(trouble.kind === 'refused' && refused !== undefined ? refused : explainTrouble(trouble, face));
    return undefined;
  };
  const wanted = isNew || turn === undefined ? pull.draft : turn === 'draft';
  const turned =
    pull.draft !== wanted &&
    (await attempt(() => host.setDraft(pull, wanted).then(() => true), notTurned(pull, wanted, face)));
  const isDraft = turned === true ? wanted : pull.draft;
  tell('Setting labels');
  const labelsLeft = await host.setLabels(pull, draft.labels);
  // Somebody may have set it, so it is theirs to take off.
  const outgrown = pull.labels.filter((label) => draft.otherSizes.some((size) => isSameName(size, label)));
  tell('Asking for reviews');
  const reviewers = isDraft ? draft.reviewers.filter((name) => draft.pairing.includes(name)) : draft.reviewers;
  const { asked, notAsked } = await host.askReviewers(pull, reviewers, { first: isNew || turned === true, commit });

  const previews = await orTrouble(() => host.listPreviews(head, commit));
  const own = withPreviews(draft.parts, 'value' in previews ? previews.value : [], commit);
  const coming = [pull.body, ...own.map(({ text }) => text)].flatMap(findComing).map(({ name }) => name);
  if (host.pictures !== undefined && coming.length > 0) tell('Sending your pictures');
  const sent = host.pictures && (await sendPictures(host.pictures, coming, pictures));
  const later = sent?.later ?? [];
  const left = describeLeft(
    outgrown,
    labelsLeft,
    notAsked,
    later.map((what) => ({ what, why: `${mostPictures} pictures are sent at a time, and this is one more` })),
  );
  const parts = left === undefined ? own : [...own, left];
  if (later.length > 0) unfinished.push(laterPictures(later));
  const notes = [
    ...(found === undefined && !isNew
      ? ['Another run opened it at the same moment, so no second one was opened.']
      : []),
    ...outgrown.map(outgrownLabel),
    ...(sent?.missing ?? []).map(missingPicture),
    ...('trouble' in previews ? [noPreview(previews.trouble, face)] : []),
  ];
  for (const { name, trouble } of sent?.failed ?? [])
    unfinished.push(`The picture ${name} is not in the description yet. ${explainTrouble(trouble, face)}`);
  // What people wrote a moment ago counts, so it is read again right before it is written.
  const renewed = await attempt(async () => {
    const now = await host.read(pull.number);
    if (!now.isOpen) throw closedMeanwhile(now, face);
    const { title } = now;
    const { body: text, notes } = renewBody(now.body, parts);
    const body = sent === undefined ? text : putPictures(text, sent.addresses);
    const names = [...new Set(host.pictures === undefined ? findComing(body).map(({ name }) => name) : [])];
    const picturesLeft = names.length === 0 ? undefined : { names, folder: pictures.path };
    if (body === now.body) return { title, notes, picturesLeft, isChanged: false };
    const unsent = host.whyUnsent(body);
    if (unsent !== undefined) return { title, notes: [unsent], picturesLeft, isChanged: false };
    await host.writeBody(pull.number, body);
    return { title, notes, picturesLeft, isChanged: true };
  });
  const isChanged = renewed?.isChanged === true || turned === true;
  return {
    outcome: isNew ? 'opened' : isChanged ? 'renewed' : 'unchanged',
    pull: { ...pull, title: renewed?.title ?? pull.title, draft: isDraft },
    branch: head.branch,
    asked,
    labelsLeft,
    reviewersLeft: notAsked,
    picturesLeft: renewed?.picturesLeft,
    notes: [...notes, ...(renewed?.notes ?? [])],
    unfinished,
  };
}

/** The open one of this branch. One that goes elsewhere was sent there by somebody: a second beside it would be one too many. */
async function findOwn<Pull extends HostedPullRequest>(
  host: PullRequestHost<Pull>,
  head: HeadBranch,
  { base }: PullRequestDraft,
  face: OpeningFace,
): Promise<Pull | undefined> {
  const open = await findOpen(host, head, face);
  const own = open.find((each) => each.base === base);
  const [other] = open;
  if (own !== undefined || other === undefined) return own;
  throw new OpeningError(
    `This branch has an open ${face.thing} already, to ${other.base} and not to ${base}: ${other.address}. No second one is opened. Ask an engineer to send it to ${base}, or close it, then ${face.again}.`,
  );
}
