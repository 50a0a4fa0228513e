import { readChange } from '../change/read-change.js';
import type { PolicySession } from '../policy/policy-session.js';
import { baseRemote, parseBaseBranch } from '../git/base-branch.js';
import type { Tip } from '../git/find-base.js';
import type { Repository } from '../git/repository.js';
import { buildReviewContext } from '../review/build-review-context.js';
import { datedToday, reviewInContext } from '../review/review-with-sources.js';
import type { Review } from '../review/review.js';
import { listReworded } from '../review/list-reworded.js';
import { hostAddress, parseRepositoryHost, type OwnServers } from './repository-host.js';
import { draftPullRequest, draftTitle, type PullRequestDraft, type DraftInput } from './draft-pull-request.js';
import { readProposalGround, type ProposalGround } from './proposal-ground.js';
import { findTitleConvention } from './title/title-convention.js';
import { readRecentTitles } from './title/read-recent-titles.js';
import { findLeftLanguages } from '../review/find-left-languages.js';
import { findTranslationPlatform } from '../review/find-translation-platform.js';
import { findCompiledCatalogs } from '../review/find-compiled-catalogs.js';
import { readTextChanges } from './read-text-changes.js';
import { readTitleRules } from './title/read-title-rules.js';
import { hideSecretsInDraft } from './hide-secrets-in-draft.js';
import { readPullRequestTemplate } from './body/read-pull-request-template.js';

export interface CommittedRange {
  readonly base: Tip;
  readonly head: Tip;
  /** Open it as a draft in any case. */
  readonly asDraft: boolean;
  /** The remote that the branch is pushed to; `origin` where it is left out. */
  readonly pushRemote?: string | undefined;
  readonly servers?: OwnServers | undefined;
  readonly pictures?: DraftInput['pictures'];
}

export interface DraftWithReview {
  readonly draft: PullRequestDraft;
  /** What the draft rests on. */
  readonly review: Review;
  /** URLs of the remote that has the base, and of the one that the branch is pushed to. */
  readonly remotes: Pick<DraftInput, 'remoteUrl' | 'headRemoteUrl' | 'servers'>;
  /** What a better title, a summary and further labels may be proposed from. */
  readonly ground: ProposalGround;
}

/** Drafts the pull request of what is committed. Rejects with a `GitError`. */
export async function draftFromRange(
  session: PolicySession,
  { base, head, asDraft, pushRemote = 'origin', servers, pictures }: CommittedRange,
): Promise<DraftWithReview> {
  const { repository } = session;
  const loaded = await readChange(repository, { kind: 'range', base, head });
  const dated = datedToday(session);
  const context = await buildReviewContext(dated, loaded, 'push');
  const remotes = readRemotes(repository, base, pushRemote, servers);
  const host = remotes.remoteUrl === undefined ? undefined : parseRepositoryHost(remotes.remoteUrl, servers);
  const [reviewed, template, textChanges, compiled, tests, left, titles, rules] = await Promise.all([
    reviewInContext(dated, context),
    readPullRequestTemplate(loaded.snapshot, host?.kind),
    readTextChanges(loaded.change),
    findCompiledCatalogs(loaded),
    context.placesOfOldWords(),
    findLeftLanguages(context),
    readRecentTitles(repository.git, base.commit),
    readTitleRules(loaded.snapshot),
  ]);
  const { branch } = parseBaseBranch(repository, base.ref);
  const { createSecretHider } = await import('../parsers/hide-secrets.js');
  const hide = createSecretHider(
    loaded.change.files.flatMap(({ path, after }) => (after?.text === undefined ? [] : [{ path, text: after.text }])),
  );
  const all: DraftInput = {
    ...reviewed,
    template,
    textChanges,
    reworded: listReworded(loaded.change.files),
    compiled,
    tests,
    left: { ...left, platform: await findTranslationPlatform(repository.git, loaded, left.paths) },
    titles: findTitleConvention(titles, rules),
    base: branch,
    head: repository.head.branch ?? head.commit,
    ...remotes,
    asDraft,
    pictures,
  };
  const input = { ...all, ...hideSecretsInDraft(all, hide) };
  const draft = draftPullRequest(input);
  const titled = (text: string): string => draftTitle(input, text).title;
  const ground = readProposalGround(input, { labels: draft.labels, titled });
  return { draft, review: reviewed.review, remotes, ground };
}

/** Where the base lies, and where the branch is pushed to. */
export function readRemotes(
  repository: Repository,
  base: Tip,
  pushRemote: string,
  servers?: OwnServers,
): DraftWithReview['remotes'] {
  const remote = baseRemote(repository, base.ref);
  const pushedTo = repository.remotes.find(({ name }) => name === pushRemote);
  return {
    remoteUrl: remote && hostAddress(remote, 'fetchUrl', servers),
    headRemoteUrl: pushedTo && hostAddress(pushedTo, 'pushUrl', servers),
    servers,
  };
}
