import { readProvenance } from '../change/provenance.js';
import { readChange } from '../change/read-change.js';
import type { OpenZone } from '../policy/open-zone.js';
import type { Tip } from '../repository/find-base.js';
import { makeContext } from '../review/make-context.js';
import { reviewZone } from '../review/review-zone.js';
import type { Review } from '../review/review.js';
import { draftPullRequest, type Draft, type DraftInput } from './draft.js';
import { readPullRequestTemplate } from './templates.js';

export interface CommittedRange {
  readonly base: Tip;
  readonly head: Tip;
  /** Open it as a draft in any case. */
  readonly asDraft: boolean;
}

export interface DraftWithReview {
  readonly draft: Draft;
  /** What the draft rests on. */
  readonly review: Review;
  /** URLs of the remote that has the base, and of the one that the branch is pushed to. */
  readonly remotes: Pick<DraftInput, 'remoteUrl' | 'headRemoteUrl'>;
}

/** Drafts the pull request of what is committed. Rejects with a `GitError`. */
export async function draftFrom(session: OpenZone, { base, head, asDraft }: CommittedRange): Promise<DraftWithReview> {
  const { repository, policy, asking } = session;
  const { change, around } = await readChange(repository, { kind: 'range', base, head });
  const context = await makeContext(session, { change, around }, 'push');
  const [review, flags, plan, template, provenance] = await Promise.all([
    reviewZone(session, context),
    context.flags(),
    context.plan(),
    readPullRequestTemplate(around),
    readProvenance(repository, change, around),
  ]);
  const remotes = {
    remoteUrl: remoteUrlOf(base.ref, session),
    headRemoteUrl: repository.remotes.find((remote) => remote.name === 'origin')?.url,
  };
  const draft = draftPullRequest({
    change,
    policy,
    asking,
    judgements: context.judgements,
    flags,
    plan,
    review,
    provenance,
    template,
    base: branchWithoutRemote(base.ref, session),
    head: repository.head.branch ?? head.commit,
    ...remotes,
    asDraft,
  });
  return { draft, review, remotes };
}

/** `origin/main` is the branch `main` of the remote `origin`. */
function branchWithoutRemote(ref: string, { repository }: OpenZone): string {
  const remote = repository.remotes.find(({ name }) => ref.startsWith(`${name}/`));
  return remote === undefined ? ref : ref.slice(remote.name.length + 1);
}

function remoteUrlOf(ref: string, { repository }: OpenZone): string | undefined {
  const remote = repository.remotes.find(({ name }) => ref.startsWith(`${name}/`)) ?? repository.remotes[0];
  return remote?.url;
}
