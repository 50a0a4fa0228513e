import { isOwnAddress } from '../policy/asking.js';
import type { PolicyFile } from '../policy/policy.js';
import { compareUrl, type FilledPage } from './compare-url.js';
import { parseRepositoryHost, type OwnServers, type RepositoryHost } from './repository-host.js';
import { afterMerge } from './metadata/after-merge.js';
import { chooseLabels, sizeLabels } from './metadata/choose-labels.js';
import { nameLabels } from './metadata/name-labels.js';
import { toPlainTitle } from '../text/plain-markdown.js';
import { holdsQuickAction, quietQuickActions } from '../text/quick-actions.js';
import { composeBody, type BodyPart } from './body/compose-body.js';
import { draftParts, type DescribedChange } from './body/draft-parts.js';
import { chooseReviewers } from './metadata/choose-reviewers.js';
import type { TitleConvention } from './title/title-convention.js';
import { writeTitle, type WrittenTitle } from './title/write-title.js';

export type { BodyPart } from './body/compose-body.js';

export interface DraftInput extends DescribedChange {
  /** The repository's own pull-request template, as the base has it. */
  readonly template: PolicyFile | undefined;
  /** How titles of pull requests look in the repository. */
  readonly titles: TitleConvention;
  /** The branch that the pull request goes to and the one it comes from, without a remote's name. */
  readonly base: string;
  readonly head: string;
  /** URL of the remote that has the base. */
  readonly remoteUrl: string | undefined;
  /** URL of the remote that the branch is pushed to, where that is another (a fork). */
  readonly headRemoteUrl?: string | undefined;
  readonly servers?: OwnServers | undefined;
}

/** A pull request to be opened (design §7, `pr`). */
export interface PullRequestDraft {
  readonly title: string;
  /** What is left to the PM, in whole sentences: what nobody but they know, and what the repository's template asks for beside. */
  readonly toFill: readonly string[];
  /** Markdown, at most 65,536 characters; what is generated of it stands between markers. */
  readonly body: string;
  /** What is generated, section by section: a body that stands on a host is renewed from it. */
  readonly parts: readonly BodyPart[];
  readonly base: string;
  readonly head: string;
  readonly labels: readonly string[];
  /** The labels of the sizes that it does not have. */
  readonly otherSizes: readonly string[];
  /** Handles and teams with their `@`. */
  readonly reviewers: readonly string[];
  /** Those who are asked while it is a draft: the engineering DRIs, under their names. */
  readonly pairing: readonly string[];
  /** Also where the review is not ready. */
  readonly draft: boolean;
  /** The host's page to open it by hand; `undefined` where the host is unknown. */
  readonly url: string | undefined;
  /** How much of the draft is in that address, and what its short description leaves out. */
  readonly urlHolds: FilledPage['holds'] | undefined;
  readonly leftOut: readonly string[];
  /** What there is to do once it is merged, in whole sentences. */
  readonly afterMerge: readonly string[];
}

/**
 * Drafts the pull request: what an engineer needs in the shortest useful order, the repository's own template first where there is one.
 * All text of the repository and its people is shown as it is: none of it is live Markdown, HTML, a mention or a closing keyword.
 */
export function draftPullRequest(input: DraftInput): PullRequestDraft {
  const { change, asking, policy, judgements, plan, base, head, servers } = input;
  const hostOf = (url: string | undefined): RepositoryHost | undefined =>
    url === undefined ? undefined : parseRepositoryHost(url, servers);
  const host = hostOf(input.remoteUrl);
  const reviewers = chooseReviewers(change, asking, policy, judgements, plan);
  const named = policy.tips[0].zone?.settings.labels;
  const labels = nameLabels(chooseLabels(change, input.provenance), named);
  const { title, toFill } = draftTitle(input);
  const parts = draftParts(input, reviewers, host);
  // An order in it would be carried out in the PM's name, seen by nobody.
  const template = input.template?.text;
  const isObeyed = template !== undefined && host?.kind !== 'github' && holdsQuickAction(template);
  const { body, unfilled } = composeBody(isObeyed ? quietQuickActions(template) : template, parts);
  const draft = input.asDraft || input.review.verdict !== 'ready';
  const headHost = hostOf(input.headRemoteUrl);
  const page = host === undefined ? undefined : compareUrl({ host, headHost, base, head, title, body, draft });
  return {
    title,
    toFill: [...toFill, ...unfilledSentence(unfilled), ...(isObeyed ? [ordersSentence] : [])],
    body,
    parts,
    base,
    head,
    labels,
    otherSizes: nameLabels(sizeLabels, named).filter((name) => !labels.includes(name)),
    reviewers: reviewers.handles,
    pairing: reviewers.engineeringDris,
    draft,
    url: page?.url,
    urlHolds: page?.holds,
    leftOut: page?.leftOut ?? [],
    afterMerge: afterMerge(
      plan,
      input.flags.differences.map(({ key }) => key),
    ),
  };
}

/** What it says is `said`, else the plan's name, else the subject of the last commit that changes a file: what the PM confirmed lies in one that changes none. */
export function draftTitle({ plan, change, head, titles, asking }: DraftInput, said?: string): WrittenTitle {
  const all = change.commits.filter(({ parents, files }) => parents.length < 2 && files.length > 0);
  // An engineer who helps with a test makes it no change of tests.
  const theirs = all.filter(({ author }) => isOwnAddress(asking, author.email));
  const own = theirs.length > 0 ? theirs : all;
  const last = own.at(-1) ?? change.commits.findLast(({ parents }) => parents.length < 2);
  const candidates = [said, plan.plan?.doc.title, last?.subject, head];
  const text = candidates.find((each) => toPlainTitle(each ?? '') !== '') ?? 'Change';
  const planned = plan.plan?.path;
  return writeTitle(titles, {
    text,
    paths: change.files.map(({ path }) => path).filter((path) => path !== planned),
    branch: head,
    subjects: own.map(({ subject }) => subject),
  });
}

/** What the repository's template asks for and nobody filled in. */
function unfilledSentence(parts: readonly string[]): readonly string[] {
  if (parts.length === 0) return [];
  const named = parts.length > 12 ? [...parts.slice(0, 12), `${parts.length - 12} more`] : parts;
  return [`In the description, these parts of the repository’s template are yours: ${named.join(', ')}.`];
}

const ordersSentence =
  'Lines of the repository’s template begin with “/”, which a site such as GitLab takes for orders of yours (quick actions): they stand in the description as text, and none of them is carried out. Ask your engineering DRI which of them are needed.';
