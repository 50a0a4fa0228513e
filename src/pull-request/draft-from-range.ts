import { readChange } from '../change/read-change.js';
import type { PolicySession } from '../policy/policy-session.js';
import { parseBaseBranch } from '../git/base-branch.js';
import type { Tip } from '../git/find-base.js';
import { reviewWithSources } from '../review/review-with-sources.js';
import type { Review } from '../review/review.js';
import { hostAddress } from './repository-host.js';
import { draftPullRequest, type PullRequestDraft, type DraftInput } from './draft-pull-request.js';
import { findTitleConvention } from './title/title-convention.js';
import { readRecentTitles } from './title/read-recent-titles.js';
import { readTextChanges } from './read-text-changes.js';
import { readTitleRules } from './title/read-title-rules.js';
import { readPullRequestTemplate } from './body/fill-pull-request-template.js';

export interface CommittedRange {
  readonly base: Tip;
  readonly head: Tip;
  /** Open it as a draft in any case. */
  readonly asDraft: boolean;
  /** The remote that the branch is pushed to; `origin` where it is left out. */
  readonly pushRemote?: string | undefined;
  /** The address of the GitHub Enterprise Server that the user names. */
  readonly enterprise?: string | undefined;
}

export interface DraftWithReview {
  readonly draft: PullRequestDraft;
  /** What the draft rests on. */
  readonly review: Review;
  /** URLs of the remote that has the base, and of the one that the branch is pushed to. */
  readonly remotes: Pick<DraftInput, 'remoteUrl' | 'headRemoteUrl' | 'enterprise'>;
}

/** Drafts the pull request of what is committed. Rejects with a `GitError`. */
export async function draftFromRange(
  session: PolicySession,
  { base, head, asDraft, pushRemote = 'origin', enterprise }: CommittedRange,
): Promise<DraftWithReview> {
  const { repository } = session;
  const loaded = await readChange(repository, { kind: 'range', base, head });
  const [reviewed, template, textChanges, titles, rules] = await Promise.all([
    reviewWithSources(session, loaded),
    readPullRequestTemplate(loaded.snapshot),
    readTextChanges(loaded.change),
    readRecentTitles(repository.git, base.commit),
    readTitleRules(loaded.snapshot),
  ]);
  const { remote: baseRemote, branch } = parseBaseBranch(repository, base.ref);
  const remote = repository.remotes.find(({ name }) => name === baseRemote) ?? repository.remotes[0];
  const pushedTo = repository.remotes.find(({ name }) => name === pushRemote);
  const remotes = {
    remoteUrl: remote && hostAddress(remote, 'fetchUrl', enterprise),
    headRemoteUrl: pushedTo && hostAddress(pushedTo, 'pushUrl', enterprise),
    enterprise,
  };
  const draft = draftPullRequest({
    ...reviewed,
    template,
    textChanges,
    titles: findTitleConvention(titles, rules),
    base: branch,
    head: repository.head.branch ?? head.commit,
    ...remotes,
    asDraft,
  });
  return { draft, review: reviewed.review, remotes };
}
