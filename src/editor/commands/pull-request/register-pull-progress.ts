import { commands, Disposable, l10n, window } from 'vscode';
import { orTrouble, type HostTrouble } from '../../../hosts/host-error.js';
import { explainTrouble } from '../../../opening/explain-trouble.js';
import { findHostServer, type HostServer } from '../../../opening/host-server.js';
import { progressReader } from '../../../opening/open-branch.js';
import { askingFace } from '../../../opening/opening-face.js';
import { pollDelay, type PollOutcome } from '../../../opening/poll-delay.js';
import type { PullProgress, ReviewerStand } from '../../../opening/pull-progress.js';
import type { Asking } from '../../../policy/policy.js';
import { carriesMoreThanPlan } from '../../../presentation/my-change/committed-paths.js';
import { currentSnapshot } from '../../sessions/current-snapshot.js';
import { hostKindOf, remoteOf } from '../../services/host-of.js';
import type { KnownPull } from '../../services/sent-changes.js';
import type { Services } from '../../services/services.js';
import { thingOn } from '../../ui/host-words.js';
import { inBackground } from '../../ui/log-errors.js';
import { notify } from '../../ui/notify.js';
import { CommandError, registerCommand, reportTrouble } from '../../ui/register-command.js';
import { readOwnServers } from '../../ui/own-servers.js';
import { createTimers } from '../../ui/timers.js';
import { forgetGitlabTokens, onTokensForgotten } from './gitlab-token.js';
import { signIn } from './sign-in.js';

/** The pull request of the current change, and where it is asked about. */
interface AskedPull {
  readonly branch: string;
  readonly headCommit: string;
  readonly known: KnownPull;
  readonly server: HostServer;
  readonly asking: Asking;
}

/** A token, and the address that it may go to. */
interface SignedIn {
  readonly api: string;
  readonly secret: string;
}

/**
 * “Ask Who Reviewed It”: how the pull request stands, asked of the host when the PM says so. From then on it is asked again by itself, seldom and
 * only while somebody looks at “My change”, with the same sign-in.
 */
export function registerPullProgress(services: Services): Disposable {
  const { log, context, current, changes, sent } = services;
  const timers = createTimers();
  // Kept, so that what has not changed there is not sent again.
  let asked: { readonly of: string; readonly read: ReturnType<typeof progressReader> } | undefined;
  /** The sign-in that it is asked by again; none once it was forgotten. */
  let following: SignedIn | undefined;
  const ask = (server: HostServer, secret: string, number: number): Promise<PullProgress> => {
    const of = [server.api, server.repository, secret].join('\n');
    if (asked?.of !== of) asked = { of, read: progressReader({ ...server, token: secret }) };
    return asked.read(number);
  };
  const findPull = async (): Promise<AskedPull | undefined> => {
    const { snapshot } = await currentSnapshot(current);
    const { branch, headCommit } = changes.latest() ?? {};
    const known = sent.pull();
    const server = findHostServer(remoteOf(snapshot), readOwnServers());
    if (branch === undefined || headCommit === undefined || known === undefined || server === undefined)
      return undefined;
    return { branch, headCommit, known, server, asking: snapshot.asking };
  };
  const note = async (
    { branch, headCommit, known, asking }: AskedPull,
    progress: PullProgress,
  ): Promise<PollOutcome> => {
    const { state, reviewers, tasks, gate } = progress;
    if (state === 'merged' || state === 'closed') {
      const mine = changes.latest();
      const isWhole = state === 'merged' && mine !== undefined && carriesMoreThanPlan(mine);
      await (state === 'closed'
        ? sent.recordClosed(branch)
        : isWhole
          ? sent.recordMerged(branch)
          : sent.forgetPull(branch));
      void reportTrouble(log, 'pmZone.pullProgress', () => tellEnd(state, known.kind));
      return 'new';
    }
    const lines = reviewers.map((each) => ({ ...each, role: roleOf(each, asking) }));
    const unread = progress.unread.length === 0 ? undefined : partsUnread(progress.unread, known.kind);
    const pull = { ...known, draft: state === 'draft', reviewers: lines, tasks, gate, unread };
    if (JSON.stringify(pull) === JSON.stringify(known)) return 'same';
    await sent.record({ branch, commit: headCommit, pull });
    return 'new';
  };
  /** Nobody looks for what is asked by itself: it stands where they do, once. */
  const noteTrouble = async ({ branch, headCommit, known }: AskedPull, trouble: HostTrouble): Promise<void> => {
    const unread = explainTrouble(trouble, askingFace(known.kind));
    if (unread === known.unread) return;
    await sent.record({ branch, commit: headCommit, pull: { ...known, unread } });
  };
  const follow = (signedIn: SignedIn, last: number, outcome: PollOutcome, told?: number): void => {
    const delay = pollDelay(last, outcome, told);
    if (delay !== undefined && following === signedIn)
      timers.set(
        delay,
        inBackground(log, () => askAgain(signedIn, delay)),
      );
  };
  const askAgain = async (signedIn: SignedIn, last: number): Promise<void> => {
    if (!window.state.focused || !changes.isObserved()) {
      follow(signedIn, last, 'same');
      return;
    }
    if (following !== signedIn) return;
    const pull = await findPull();
    // In another repository another server may be asked about, which gets no token of this one.
    if (pull?.server.api !== signedIn.api) return;
    const answer = await orTrouble(() => ask(pull.server, signedIn.secret, pull.known.number));
    if ('value' in answer) follow(signedIn, last, await note(pull, answer.value));
    else {
      const { kind, until } = answer.trouble;
      follow(signedIn, last, kind, until === undefined ? undefined : until - Date.now());
      await noteTrouble(pull, answer.trouble);
    }
  };
  return Disposable.from(
    timers,
    registerCommand(log, 'pmZone.forgetGitlabToken', async () => {
      const wasKept = await forgetGitlabTokens(context.secrets);
      const sentence = wasKept
        ? l10n.t('VS Code forgot your GitLab token. It still works for whoever has it, until you revoke it on GitLab.')
        : l10n.t('There is no GitLab token that VS Code keeps for PM Zone.');
      void notify('information', sentence);
    }),
    onTokensForgotten(context, () => {
      following = undefined;
      asked = undefined;
    }),
    registerCommand(log, 'pmZone.pullProgress', async (way) => {
      await changes.read();
      const pull = await findPull();
      if (pull === undefined)
        throw new CommandError(l10n.t('No {0} of this change was opened from here yet.', thingOn(hostKindOf(current))));
      const { server, known } = pull;
      const secret = await signIn(context, server, { asksTeams: known.seesTeams, again: way === signInAgain });
      if (secret === undefined)
        throw new CommandError(l10n.t('You are not signed in to {0}, so it was not asked.', server.name));
      const answer = await window.withProgress({ location: { viewId: 'pmZone.change' } }, () =>
        orTrouble(() => ask(server, secret, known.number)),
      );
      if ('trouble' in answer) {
        const sentence = explainTrouble(answer.trouble, askingFace(server.kind));
        void reportTrouble(log, 'pmZone.pullProgress', () => offerAgain(sentence, answer.trouble.kind));
        return;
      }
      following = { api: server.api, secret };
      follow(following, 0, await note(pull, answer.value));
    }),
  );
}

/** What the command is told where the PM signs in anew. */
const signInAgain = 'sign in again';

/** A token that is kept and is not taken is asked for anew only when the PM says so; anything else is asked again by the same. */
async function offerAgain(sentence: string, kind: HostTrouble['kind']): Promise<void> {
  const isSignIn = kind === 'unauthorized';
  const again = isSignIn ? l10n.t('Sign In Again') : l10n.t('Try Again');
  if ((await notify('warning', sentence, again)) === again)
    await commands.executeCommand('pmZone.pullProgress', ...(isSignIn ? [signInAgain] : []));
}

function partsUnread(parts: readonly string[], kind: KnownPull['kind']): string {
  return l10n.t('Not read this time: {0}. The page of your {1} may show it.', parts.join(', '), thingOn(kind));
}

function roleOf({ name }: ReviewerStand, { rows }: Asking): 'engineering' | 'product' | undefined {
  const isIn = (names: readonly string[]): boolean => names.some((each) => each.toLowerCase() === name.toLowerCase());
  if (rows.some(({ engineeringDris }) => isIn(engineeringDris))) return 'engineering';
  return rows.some(({ productDris }) => isIn(productDris)) ? 'product' : undefined;
}

async function tellEnd(state: 'merged' | 'closed', kind: KnownPull['kind']): Promise<void> {
  if (state === 'closed') {
    const page = l10n.t('Show Its Page');
    const sentence = l10n.t('Your {0} was closed there without being merged. Its page says why.', thingOn(kind));
    if ((await notify('information', sentence, page)) === page) await commands.executeCommand('pmZone.showPullRequest');
    return;
  }
  const latest = l10n.t('Get the Latest');
  const chosen = await notify(
    'information',
    l10n.t('Your {0} is merged. Get the latest to go on.', thingOn(kind)),
    latest,
  );
  if (chosen === latest) await commands.executeCommand('pmZone.getLatest');
}
