import type { PolicyFile } from '../policy/policy.js';
import type { ReviewWithSources } from '../review/review-with-sources.js';
import * as section from './body/body-sections.js';
import { compareUrl, type FilledPage } from './compare-url.js';
import { parseRepositoryHost, type RepositoryHost } from './repository-host.js';
import { chooseLabels } from './metadata/choose-labels.js';
import { toPlainTitle, truncate } from '../text/plain-markdown.js';
import { fillPullRequestTemplate, type BodySection, type FilledTemplate } from './body/fill-pull-request-template.js';
import { chooseReviewers, type Reviewers } from './metadata/choose-reviewers.js';
import type { TitleConvention } from './title/title-convention.js';
import { writeTitle, type WrittenTitle } from './title/write-title.js';
import type { TextChange } from './read-text-changes.js';
import { describeChange } from './describe-change.js';

export interface DraftInput extends ReviewWithSources {
  /** The repository's own pull-request template, as the base has it. */
  readonly template: PolicyFile | undefined;
  /** The texts that the change touches. */
  readonly textChanges: readonly TextChange[];
  /** How titles of pull requests look in the repository. */
  readonly titles: TitleConvention;
  /** The branch that the pull request goes to and the one it comes from, without a remote's name. */
  readonly base: string;
  readonly head: string;
  /** URL of the remote that has the base. */
  readonly remoteUrl: string | undefined;
  /** URL of the remote that the branch is pushed to, where that is another (a fork). */
  readonly headRemoteUrl?: string | undefined;
  /** Open it as a draft in any case. */
  readonly asDraft: boolean;
}

/** A pull request to be opened (design §7, `pr`). */
export interface PullRequestDraft {
  readonly title: string;
  /** What is left to the PM, in whole sentences: what nobody but they know, and what the repository's template asks for beside. */
  readonly toFill: readonly string[];
  /** Markdown, at most 65,536 characters. */
  readonly body: string;
  readonly base: string;
  readonly head: string;
  readonly labels: readonly string[];
  /** Handles and teams with their `@`. */
  readonly reviewers: readonly string[];
  /** Also where the review is not ready. */
  readonly draft: boolean;
  /** The host's page to open it by hand; `undefined` where the host is unknown. */
  readonly url: string | undefined;
  /** How much of the draft is in that address, and what its short description leaves out. */
  readonly urlHolds: FilledPage['holds'] | undefined;
  readonly leftOut: readonly string[];
}

/** GitHub's limit for a body, in characters. */
const longestBody = 65_536;

/**
 * Drafts the pull request: what an engineer needs in the shortest useful order, the repository's own template first where there is one.
 * All text of the repository and its people is shown as it is: none of it is live Markdown, HTML, a mention or a closing keyword.
 */
export function draftPullRequest(input: DraftInput): PullRequestDraft {
  const { change, asking, policy, judgements, plan, base, head } = input;
  const host = input.remoteUrl === undefined ? undefined : parseRepositoryHost(input.remoteUrl);
  const reviewers = chooseReviewers(change, asking, policy, judgements, plan);
  const labels = chooseLabels(change, input.provenance);
  const { title, toFill } = draftTitle(input);
  const texts = sectionTexts(input, host);
  const own = input.template === undefined ? undefined : fillPullRequestTemplate(input.template.text, texts);
  const body = draftBody(input, reviewers, texts, own);
  const draft = input.asDraft || input.review.verdict !== 'ready';
  const headHost = input.headRemoteUrl === undefined ? undefined : parseRepositoryHost(input.headRemoteUrl);
  const page = host === undefined ? undefined : compareUrl({ host, headHost, base, head, title, body, draft });
  return {
    title,
    toFill: [...toFill, ...unfilledSentence(own?.unfilled ?? [])],
    body,
    base,
    head,
    labels,
    reviewers: reviewers.handles,
    draft,
    url: page?.url,
    urlHolds: page?.holds,
    leftOut: page?.leftOut ?? [],
  };
}

/** The plan's name, else the subject of the last commit that changes a file: what the PM confirmed lies in one that changes none. */
function draftTitle({ plan, change, head, titles }: DraftInput): WrittenTitle {
  const own = change.commits.filter(({ parents, files }) => parents.length < 2 && files.length > 0);
  const last = own.at(-1) ?? change.commits.findLast(({ parents }) => parents.length < 2);
  const candidates = [plan.plan?.doc.title, last?.subject, head];
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

function draftBody(
  input: DraftInput,
  reviewers: Reviewers,
  texts: ReadonlyMap<BodySection, string>,
  own: FilledTemplate | undefined,
): string {
  const sectionsOf = (order: typeof sectionOrder): readonly string[] =>
    order.flatMap(([id, heading]) => {
      const text = own?.filled.has(id) === true ? undefined : texts.get(id);
      return text === undefined ? [] : [`## ${heading}\n\n${text}`];
    });
  const pairing = section.renderPairing(input.judgements, reviewers);
  const rules = section.renderAllowances(input.judgements);
  const parts = [
    ...(own === undefined || own.markdown.trim() === '' ? [] : [own.markdown.trimEnd()]),
    ...sectionsOf(sectionOrder),
    ...(pairing === undefined ? [] : [`## With an engineer\n\n${pairing}`]),
    `## Sign-off\n\n${section.renderSignOffs(reviewers)}`,
    ...sectionsOf(disclosed),
    `## PM PR Review\n\n${[section.renderVerdicts(input.review), ...(rules === undefined ? [] : [rules])].join('\n\n')}`,
  ];
  return fit(parts);
}

/** What changed first, since that is what a reviewer came for. */
const sectionOrder: readonly (readonly [BodySection, string])[] = [
  ['summary', 'What'],
  ['why', 'Why'],
  ['changes', 'What changed'],
  ['rollback', 'Flag and rollback'],
  ['plan', 'Plan'],
  ['tests', 'How to test'],
];

/** After those whose approval is asked for. */
const disclosed: typeof sectionOrder = [['disclosure', 'AI disclosure']];

function sectionTexts(
  { change, flags, plan, textChanges, provenance, review }: DraftInput,
  host: RepositoryHost | undefined,
): ReadonlyMap<BodySection, string> {
  const commit = plan.plan && section.findPlanCommit(plan.plan.path, change);
  const touched = flags.differences.map(({ key }) => key);
  const texts: readonly (readonly [BodySection, string | undefined])[] = [
    ['summary', section.renderPlanText(plan, 'tldr')],
    ['why', section.renderHypothesis(plan)],
    ['changes', describeChange(change, flags, textChanges)],
    ['rollback', section.renderRollback(plan, touched)],
    ['plan', section.renderPlanLink(plan, commit, host)],
    ['tests', section.renderPlanText(plan, 'test-plan')],
    ['disclosure', section.renderDisclosure(provenance, review)],
  ];
  return new Map(texts.flatMap(([id, text]) => (text === undefined ? [] : [[id, text] as const])));
}

/** As many parts as the host takes, in order; one that does not fit is left out whole, so that nothing in it stays open. */
function fit(parts: readonly string[]): string {
  const note = '\n\n… A part of this description was too long and is left out.\n';
  let body = '';
  let cut = false;
  for (const part of parts) {
    const next = body === '' ? part : `${body}\n\n${part}`;
    if (next.length + note.length <= longestBody) body = next;
    else cut = true;
  }
  return truncate(cut ? body + note : `${body}\n`, longestBody);
}
