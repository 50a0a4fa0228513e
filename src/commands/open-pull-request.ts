import { parseBaseBranch } from '../git/base-branch.js';
import type { Tip } from '../git/find-base.js';
import { openWorkGit } from '../git/work-git.js';
import { findFormerNames } from '../opening/find-former-names.js';
import { findPushRemote } from '../opening/find-push-remote.js';
import { findMergedBranch, openBranch } from '../opening/open-branch.js';
import type { OpenedPullRequest } from '../opening/opened-pull-request.js';
import { OpeningError } from '../opening/opening-error.js';
import { inTerminal, inTerminalOnGitlab, type OpeningFace } from '../opening/opening-face.js';
import type { PictureFolder } from '../opening/picture-folder.js';
import { pushBranch } from '../opening/push-branch.js';
import { readUncommitted } from '../opening/read-uncommitted.js';
import { whyItStays } from '../opening/why-it-stays.js';
import type { PolicySession } from '../policy/policy-session.js';
import { draftFromRange, readRemotes } from '../pull-request/draft-from-range.js';
import type { PullRequestDraft } from '../pull-request/draft-pull-request.js';
import type { PictureLine } from '../pull-request/picture-lines.js';
import type { Review } from '../review/review.js';
import { printable } from '../text/printable.js';
import { joinSome } from '../text/join-words.js';
import { UsageError, type CommandHost } from './command.js';
import { findOpeningHost } from './host/find-opening-host.js';
import { ownServers } from './host/find-host.js';

export interface OpenOptions {
  /** Open it as a draft, also where the review is not ready. */
  readonly asDraft: boolean;
  /** Make one that is open as a draft ready for review. */
  readonly asReady: boolean;
  /** First propose a title, a summary and labels, and ask for each. */
  readonly isProposing: boolean;
  readonly onlyRenew: boolean;
  /** Look whether it was merged, and do nothing else. */
  readonly onlyMerged: boolean;
  /** Pictures that are to stand in it, and where they lie. */
  readonly pictures: readonly PictureLine[];
  readonly folder: PictureFolder;
}

export type OpenAnswer =
  /** It was merged with exactly these commits; drafted only where the base does not have all of them already. */
  | {
      readonly kind: 'merged';
      readonly opened: OpenedPullRequest;
      readonly face: OpeningFace;
      /** What was done with the branch here since. */
      readonly wasPutAway?: string | undefined;
      readonly draft?: PullRequestDraft;
    }
  /** Nothing left this computer. */
  | { readonly kind: 'not-ready'; readonly review: Review; readonly sentence: string }
  /** The branch is there; the PM opens the pull request on the host's page. */
  | { readonly kind: 'browser'; readonly review: Review; readonly draft: PullRequestDraft; readonly why: string }
  | {
      readonly kind: 'open';
      readonly review: Review;
      readonly draft: PullRequestDraft;
      readonly opened: OpenedPullRequest;
      readonly isPushed: boolean;
      readonly face: OpeningFace;
    };

/**
 * The whole way of a committed change to its pull request: checked, reviewed, pushed, opened or renewed. Rejects with a `UsageError` that says what
 * stands in the way; run again after any interruption it goes on.
 */
export async function openPullRequest(
  session: PolicySession,
  base: Tip,
  head: Tip,
  { asDraft, asReady, isProposing, onlyRenew, onlyMerged, pictures, folder }: OpenOptions,
  world: Pick<CommandHost, 'environment' | 'progress' | 'warn' | 'ask'>,
): Promise<OpenAnswer> {
  const { repository } = session;
  const tell = (step: string): void => world.progress?.(printable(step));
  const { remote: baseRemote, branch: baseName } = parseBaseBranch(repository, base.ref);
  const branch = requireBranch(repository.head.branch, baseName);
  const git = openWorkGit(repository.git, true);
  await requireCommitted(session, git);
  const pushRemote = await findPushRemote(repository, branch, baseRemote);
  if (pushRemote === undefined) {
    throw new UsageError(
      'this repository is on no server yet, so nobody could see a pull request. Ask an engineer where it belongs, then add it with git remote add origin ADDRESS.',
    );
  }
  const servers = ownServers(world.environment);
  // What the base has already is nothing to review.
  if (onlyMerged || (await isAncestor(git, head, base))) {
    const merged = await orUsage(async (): Promise<OpenAnswer | undefined> => {
      const remotes = readRemotes(repository, base, pushRemote, servers);
      const found = await findOpeningHost(world.environment, remotes.remoteUrl);
      const place = { branch, remotes, commit: head.commit };
      const face = faceOf(found);
      if (onlyMerged && 'why' in found)
        throw new UsageError(`nobody can ask here whether ${branch} was merged, so it is left as it is. ${found.why}`);
      const opened = 'host' in found ? await findMergedBranch(found.host, place, face) : undefined;
      return opened && { kind: 'merged', opened, face };
    });
    if (merged !== undefined) return merged;
    if (onlyMerged)
      throw new UsageError(
        `${branch} was not merged with exactly the commits that it has here, so it is left as it is.`,
      );
  }
  tell('Reviewing your change');
  const drafted = await draftFromRange(session, { base, head, asDraft, pushRemote, servers, pictures });
  const { review, remotes } = drafted;
  const stop = whyItStays(review, asDraft, inTerminal);
  if (stop !== undefined) return { kind: 'not-ready', review, sentence: stop };

  const found = await findOpeningHost(world.environment, remotes.remoteUrl);
  const face = faceOf(found);
  const draft = isProposing
    ? (await (await import('./pr/propose.js')).propose(drafted, found, world)).draft
    : drafted.draft;
  let isPushed = false;
  const push = async (): Promise<void> => {
    tell(`Sharing ${branch} by ${pushRemote}`);
    isPushed = await pushBranch(git, { remote: pushRemote, branch, commit: head.commit }, { face });
  };
  return orUsage(async (): Promise<OpenAnswer> => {
    if ('why' in found) {
      if (onlyRenew) throw new UsageError(`${found.why} Renew the pull request on its page.`);
      await push();
      return { kind: 'browser', review, draft, why: found.why };
    }
    const turn = asDraft ? 'draft' : asReady ? 'ready' : undefined;
    const formerNames = await findFormerNames(repository, branch);
    const place = { branch, formerNames, commit: head.commit, remotes } as const;
    const request = { ...place, draft, pictures: folder, onlyRenew, turn } as const;
    const opened = await openBranch(found.host, request, { push, tell, face });
    if (opened.outcome === 'merged') return { kind: 'merged', opened, face, draft };
    if (opened.outcome !== 'opened' && draft.title + draft.body !== drafted.draft.title + drafted.draft.body)
      world.warn(`pm-zone: ${unsent}`);
    return { kind: 'open', review, draft, opened, isPushed, face };
  });
}

const unsent =
  'It was open already and has a title and a description of its own, so what you took of these is not in it: change them on its page.';

function faceOf(found: Awaited<ReturnType<typeof findOpeningHost>>): OpeningFace {
  return 'host' in found && found.host.kind === 'gitlab' ? inTerminalOnGitlab : inTerminal;
}

async function orUsage<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof OpeningError) throw new UsageError(error.message);
    throw error;
  }
}

async function isAncestor(git: ReturnType<typeof openWorkGit>, one: Tip, other: Tip): Promise<boolean> {
  return (await git(['merge-base', '--is-ancestor', one.commit, other.commit])).code === 0;
}

function requireBranch(branch: string | undefined, base: string): string {
  if (branch !== undefined && branch !== base) return branch;
  const where = branch === undefined ? 'you are on no branch' : `you are on ${base}, which everybody works from`;
  throw new UsageError(
    `${where}, and a pull request comes from a branch of its own. Make one with git switch -c NAME (your work comes along), then run pm-zone pr again.`,
  );
}

const mostNamed = 10;

async function requireCommitted({ repository }: PolicySession, git: ReturnType<typeof openWorkGit>): Promise<void> {
  if (repository.mergeHead !== undefined) {
    throw new UsageError(
      'a merge is under way. Finish it with git commit, or leave it with git merge --abort, then run pm-zone pr again.',
    );
  }
  const paths = await readUncommitted(git);
  if (paths.length === 0) return;
  const count = paths.length === 1 ? '1 file is' : `${paths.length} files are`;
  throw new UsageError(
    `${count} not committed yet, and a pull request holds only what is committed: ${joinSome(paths, mostNamed)}. Commit your work (git add, git commit) or put it away (git stash -u), then run pm-zone pr again.`,
  );
}
