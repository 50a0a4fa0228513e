import { askGithubReviewers } from '../hosts/ask-github-reviewers.js';
import type { GithubPullRequests, HeadBranch, HostedPullRequest } from '../hosts/github-pull-requests.js';
import { HostError, orTrouble, type HostTrouble } from '../hosts/host-error.js';
import { labelGithubPull, type NotDone } from '../hosts/label-github-pull.js';
import type { PullRequestDraft } from '../pull-request/draft-pull-request.js';
import { renewBody } from '../pull-request/renew-body.js';
import { describeLeft } from './describe-left.js';
import { explainTrouble } from './explain-trouble.js';
import { OpeningError } from './opening-error.js';
import type { OpeningFace } from './opening-face.js';

export interface OpeningRequest {
  readonly head: HeadBranch;
  readonly draft: PullRequestDraft;
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

export interface OpenedPullRequest {
  readonly outcome: 'opened' | 'renewed' | 'unchanged';
  readonly pull: HostedPullRequest;
  /** Whose review is asked for, as written in the policy. */
  readonly asked: readonly string[];
  readonly labelsLeft: readonly NotDone[];
  readonly reviewersLeft: readonly NotDone[];
  /** What the PM should know, in whole sentences. */
  readonly notes: readonly string[];
  /** What went wrong after it was open: another run does it. */
  readonly unfinished: readonly string[];
}

/**
 * Opens a pull request, or renews the one that is open for this branch: there is never a second one, whatever happened to an earlier run or to
 * an answer of the host. What people wrote there is kept. Until it is open trouble is an `OpeningError`, afterwards it is said.
 */
export async function openOnGithub(
  pulls: GithubPullRequests,
  { head, draft, onlyRenew, turn }: OpeningRequest,
  { push, tell, face }: OpeningWay,
): Promise<OpenedPullRequest> {
  tell('Looking for an open pull request of this branch');
  const found = await findOwn(pulls, head, draft, face);
  if (found === undefined && onlyRenew) {
    throw new OpeningError(`There is no open pull request of this branch to renew. ${face.openOne}`, 'none-open');
  }
  await push();
  tell(found === undefined ? 'Opening the pull request' : `Renewing pull request ${found.number}`);
  const pull = found ?? (await create(pulls, head, draft, face));
  const isNew = found === undefined;

  const unfinished: string[] = [];
  const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    const answer = await orTrouble(work);
    if ('value' in answer) return answer.value;
    unfinished.push(explainTrouble(answer.trouble, face));
    return undefined;
  };
  const wanted = isNew || turn === undefined ? pull.draft : turn === 'draft';
  const turned = pull.draft !== wanted && (await attempt(() => pulls.setDraft(pull, wanted).then(() => true)));
  const isDraft = turned === true ? wanted : pull.draft;
  tell('Setting labels');
  const labelsLeft = await labelGithubPull(pulls, pull, draft.labels);
  tell('Asking for reviews');
  const reviewers = isDraft ? draft.reviewers.filter((name) => draft.pairing.includes(name)) : draft.reviewers;
  const { asked, notAsked } = await askGithubReviewers(pulls, pull, reviewers, isNew || turned === true);

  const left = describeLeft(labelsLeft, notAsked);
  const parts = left === undefined ? draft.parts : [...draft.parts, left];
  // What people wrote a moment ago counts, so it is read again right before it is written.
  const renewed = await attempt(async () => {
    const now = await pulls.read(pull.number);
    if (!now.isOpen) throw closedMeanwhile(now);
    const { body, notes } = renewBody(now.body, parts);
    if (body !== now.body) await pulls.update(pull.number, { body });
    return { notes, isChanged: body !== now.body };
  });
  const isChanged = renewed?.isChanged === true || turned === true;
  return {
    outcome: isNew ? 'opened' : isChanged ? 'renewed' : 'unchanged',
    pull: { ...pull, draft: isDraft },
    asked,
    labelsLeft,
    reviewersLeft: notAsked,
    notes: renewed?.notes ?? [],
    unfinished,
  };
}

/** The open one of this branch. One that goes elsewhere was sent there by somebody: a second beside it would be one too many. */
async function findOwn(
  pulls: GithubPullRequests,
  head: HeadBranch,
  { base }: PullRequestDraft,
  face: OpeningFace,
): Promise<HostedPullRequest | undefined> {
  const answer = await orTrouble(() => pulls.findOpen(head));
  if ('trouble' in answer) throw new OpeningError(explainTrouble(answer.trouble, face), answer.trouble.kind);
  const open = answer.value;
  const own = open.find((each) => each.base === base);
  const [other] = open;
  if (own !== undefined || other === undefined) return own;
  throw new OpeningError(
    `This branch has an open pull request already, to ${other.base} and not to ${base}: ${other.address}. No second one is opened. Ask an engineer to send it to ${base}, or close it, then ${face.again}.`,
  );
}

async function create(
  pulls: GithubPullRequests,
  head: HeadBranch,
  draft: PullRequestDraft,
  face: OpeningFace,
): Promise<HostedPullRequest> {
  const { base, title, body } = draft;
  const made = await orTrouble(() => pulls.create({ head, base, title, body, draft: draft.draft }));
  if ('value' in made) return made.value;
  const { trouble } = made;
  if (!mayBeThere.has(trouble.kind)) throw new OpeningError(explainTrouble(trouble, face), trouble.kind);
  // It may have come through, or another run was quicker.
  const again = await orTrouble(() => pulls.findOpen(head));
  const found = 'value' in again ? again.value.find((each) => each.base === base) : undefined;
  if (found !== undefined) return found;
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
      return `GitHub does not take a pull request of ${branch} to ${base}. ${draft ? 'Drafts may not be had in this repository, or one' : 'One'} of the two branches is not there. ${face.byPage}`;
    case 'redirect':
      return explainTrouble(trouble, face);
    default:
      return `GitHub’s answer was lost or of no use, so nobody knows yet whether the pull request was opened. When you ${face.again}, it goes on from there, and opens no second one.`;
  }
}

/** Where the host may have opened it all the same, or has one already. */
const mayBeThere: ReadonlySet<HostTrouble['kind']> = new Set([
  'refused',
  'conflict',
  'server',
  'cut',
  'timeout',
  'not-json',
  'too-large',
  'malformed',
  'redirect',
]);

function closedMeanwhile({ number }: HostedPullRequest): HostError {
  return new HostError({
    kind: 'moved',
    sentence: `Pull request ${number} was closed meanwhile, so its description is left as it is.`,
  });
}
