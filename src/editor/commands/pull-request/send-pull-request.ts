import { l10n, ProgressLocation, window, workspace, type CancellationToken, type Progress } from 'vscode';
import { describeOpened } from '../../../opening/describe-opened.js';
import { findFormerNames } from '../../../opening/find-former-names.js';
import { openBranch } from '../../../opening/open-branch.js';
import type { OpenedPullRequest } from '../../../opening/opened-pull-request.js';
import type { OpeningRequest } from '../../../opening/open-on-host.js';
import { OpeningError } from '../../../opening/opening-error.js';
import { editorFace, renewingFace } from '../../../opening/opening-face.js';
import { openPictureFolder } from '../../../opening/picture-folder.js';
import { pushBranch } from '../../../opening/push-branch.js';
import { whyItStays } from '../../../opening/why-it-stays.js';
import { openWorkGit } from '../../../git/work-git.js';
import { applyEdits, isEdited, type EditedDraft } from '../../../presentation/requests/apply-edits.js';
import { carryConfirmations } from '../../operations/carry-confirmations.js';
import { carriesMoreThanPlan } from '../../../presentation/my-change/committed-paths.js';
import { currentSnapshot } from '../../sessions/current-snapshot.js';
import { hostKindOf } from '../../services/host-of.js';
import type { Services } from '../../services/services.js';
import { thingOn } from '../../ui/host-words.js';
import { inBackground } from '../../ui/log-errors.js';
import { CommandError } from '../../ui/register-command.js';
import { signedInPush } from './signed-in-push.js';
import { signIn } from './sign-in.js';
import { withDraftedChange, type DraftedChange } from './with-drafted-change.js';

/** How the PM wants it sent. */
export interface Sending extends Pick<OpeningRequest, 'onlyRenew' | 'turn'> {
  /** As a draft, also where the review is not ready. */
  readonly asDraft: boolean;
  /** The draft that they were shown, what they made of it, and the clone that it is of. */
  readonly edited?: (EditedDraft & { readonly root: string }) | undefined;
  /** Their sign-in was not taken before. */
  readonly signInAgain?: boolean;
}

/** What became of it: opened, with the sentences that say so; or why not. Nothing that the PM wrote is lost in either case. */
export type Sent =
  | {
      readonly kind: 'open';
      readonly opened: OpenedPullRequest;
      readonly words: ReturnType<typeof describeOpened>;
      readonly isReady: boolean;
    }
  | {
      readonly kind: 'not-ready' | 'no-sign-in' | 'stopped' | 'failed' | 'merged';
      readonly sentence: string;
      readonly trouble?: OpeningError['trouble'];
      readonly way?: OpeningError['way'];
      readonly heard?: OpeningError['heard'];
    };

/**
 * The whole way of a committed change to its pull request, in one progress with its steps, which can be stopped at any of them: reviewed, signed
 * in, shared, opened or renewed. Run again after any interruption it goes on, and there is never a second pull request.
 */
export async function sendPullRequest(services: Services, sending: Sending): Promise<Sent> {
  const thing = thingOn(hostKindOf(services.current));
  const title = sending.onlyRenew ? l10n.t('Renewing the {0}', thing) : l10n.t('Opening the {0}', thing);
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return window.withProgress(options, async (progress, token) => {
    const stopped = new Promise<Sent>((fulfil) => {
      token.onCancellationRequested(() => fulfil({ kind: 'stopped', sentence: stoppedSentence(services, sending) }));
    });
    const sent = send(services, sending, progress, token);
    // Once it was stopped nobody listens: what it was at ends by itself, and the next step is not begun.
    sent.catch(() => undefined);
    return Promise.race([sent, stopped]);
  });
}

function stoppedSentence({ current }: Services, { onlyRenew }: Sending): string {
  const { again } = (onlyRenew ? renewingFace : editorFace)(hostKindOf(current));
  return l10n.t('Stopped. What was done stays; {0} to go on from there.', again);
}

async function send(
  services: Services,
  sending: Sending,
  progress: Progress<{ readonly message: string }>,
  token: CancellationToken,
): Promise<Sent> {
  const tell = (message: string): void => {
    if (token.isCancellationRequested) throw new OpeningError(stoppedSentence(services, sending));
    progress.report({ message });
  };
  try {
    tell(l10n.t('Reviewing your change'));
    // What was confirmed since is in the pull request too.
    const { session, snapshot } = await currentSnapshot(services.current);
    const { branch = '' } = snapshot.repository.head;
    const ended = await services.sent.begin({ root: session.root, branch });
    try {
      await carryConfirmations(services, session);
      return await withDraftedChange(services, sending.asDraft, (drafted) =>
        sendDrafted(services, drafted, sending, tell),
      );
    } finally {
      await ended();
    }
  } catch (error) {
    if (!(error instanceof OpeningError)) throw error;
    if (error.trouble === 'none-open') await services.sent.recordClosed(services.changes.latest()?.branch);
    return { kind: 'failed', sentence: error.message, trouble: error.trouble, way: error.way, heard: error.heard };
  }
}

async function sendDrafted(
  services: Services,
  drafted: DraftedChange,
  { asDraft, edited, onlyRenew, turn, signInAgain = false }: Sending,
  tell: (step: string) => void,
): Promise<Sent> {
  const { draft, review, session, head, pushRemote, server, remotes } = drafted;
  const { root, git, head: at } = session.repository;
  const { branch } = at;
  if (edited !== undefined && (edited.root !== root || edited.made.head !== draft.head)) {
    throw new CommandError(
      l10n.t('This draft is of another change, “{0}”. Switch to that one first, then open it.', edited.made.head),
    );
  }
  const face = (onlyRenew ? renewingFace : editorFace)(server?.kind);
  const stays = whyItStays(review, asDraft, face);
  if (stays !== undefined) {
    const isDraftable = whyItStays(review, true, face) === undefined;
    return { kind: isDraftable ? 'not-ready' : 'failed', sentence: stays };
  }
  if (server === undefined || branch === undefined || pushRemote === undefined) {
    throw new CommandError(
      l10n.t('PM Zone cannot open a pull request here by itself any more. Continue in the browser.'),
    );
  }
  tell(l10n.t('Signing in to {0}', server.name));
  const asksTeams = draft.reviewers.some((name) => name.includes('/'));
  const token = await signIn(services.context, server, { asksTeams, again: signInAgain });
  if (token === undefined) {
    const sentence = l10n.t(
      'You are not signed in to {0}, so PM Zone did not open the {1}. Nothing is lost: sign in, or continue in the browser.',
      server.name,
      face.thing,
    );
    return { kind: 'no-sign-in', sentence };
  }
  const push = async (): Promise<void> => {
    tell(l10n.t('Sharing your change'));
    const by = signedInPush(root);
    const place = { remote: pushRemote, branch, commit: head.commit };
    await pushBranch(openWorkGit(git, workspace.isTrusted), place, { face, by });
  };
  const opened = await openBranch(
    { ...server, token },
    {
      branch,
      formerNames: await findFormerNames(session.repository, branch),
      commit: head.commit,
      remotes,
      pictures: openPictureFolder(session.repository.commonDir),
      onlyRenew,
      turn,
      draft: edited === undefined ? draft : applyEdits(draft, edited),
    },
    { push, tell, face },
  );
  const words = describeOpened(opened, draft, face);
  if (opened.outcome === 'merged') {
    const mine = await services.changes.read();
    const isWhole = mine !== undefined && carriesMoreThanPlan(mine);
    await (isWhole ? services.sent.recordMerged(branch) : services.sent.forgetPull(branch));
    return { kind: 'merged', sentence: `${words.done} ${words.next}` };
  }
  const { number, address, draft: isDraft } = opened.pull;
  await services.sent.record({
    branch,
    commit: head.commit,
    pull: { kind: server.kind, number, address, draft: isDraft, seesTeams: asksTeams, root },
  });
  // What came of it is told at once; the sidebar follows.
  inBackground(services.log, services.changes.read)();
  const isOwn = edited !== undefined && isEdited(edited);
  const isUnsent = opened.outcome !== 'opened' && isOwn;
  // As it was drafted, what was the PM's to fill in is still empty.
  const empty = opened.outcome === 'opened' && !isOwn ? draft.toFill : [];
  const left = [...words.left, ...(isUnsent ? [unsentSentence()] : []), ...empty];
  return { kind: 'open', opened, words: { ...words, left }, isReady: !draft.draft };
}

function unsentSentence(): string {
  return l10n.t(
    'It has a description of its own already, so what you wrote in the draft here is not in it: change that on its page.',
  );
}
