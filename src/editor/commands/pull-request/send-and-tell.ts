import { commands, l10n, type Uri } from 'vscode';
import type { OpenedPullRequest } from '../../../opening/opened-pull-request.js';
import { hostKindOf } from '../../services/host-of.js';
import type { Services } from '../../services/services.js';
import { showOn } from '../../ui/host-words.js';
import { notify, type NotificationKind } from '../../ui/notify.js';
import { reportTrouble } from '../../ui/register-command.js';
import { showPictures } from './show-pictures.js';
import { waysAfterPush, type Way } from './ways-after-push.js';
import { sendPullRequest, type Sending, type Sent } from './send-pull-request.js';

/** How it is sent once more, and where the PM goes on without it. */
interface WaysOn {
  readonly again: (more: Partial<Sending>) => Promise<unknown>;
  /** The document with the draft, where it was sent from one. */
  readonly document?: Uri;
}

interface ShownWays extends WaysOn {
  /** The button that leads to its page. */
  readonly show: string;
}

/**
 * Sends it, and tells what came of it with the ways on: one sentence where something stands in the way. `undefined` where none was opened or
 * renewed.
 */
export async function sendAndTell(
  services: Services,
  sending: Sending,
  ways: WaysOn,
): Promise<OpenedPullRequest['outcome'] | undefined> {
  const sent = await sendPullRequest(services, sending);
  // The command is done; the answer leads to another one.
  const show = showOn(hostKindOf(services.current));
  void reportTrouble(services.log, 'pmZone.sendPullRequest', () => tell(services, sent, sending, { ...ways, show }));
  return sent.kind === 'open' ? sent.opened.outcome : undefined;
}

async function tell(services: Services, sent: Sent, sending: Sending, waysOn: ShownWays): Promise<void> {
  const [kind, sentence, ways] = waysAfter(services, sent, sending, waysOn);
  const chosen = await notify(kind, sentence, ...ways.map(([label]) => label));
  await ways.find(([label]) => label === chosen)?.[1]();
}

function waysAfter(
  services: Services,
  sent: Sent,
  { onlyRenew }: Sending,
  { again, document, show: label }: ShownWays,
): readonly [NotificationKind, string, readonly Way[]] {
  const run =
    (command: `pmZone.${string}`, ...args: readonly unknown[]) =>
    (): Thenable<unknown> =>
      commands.executeCommand(command, ...args);
  const show: Way = [label, run('pmZone.showPullRequest')];
  const tryAgain: Way = [l10n.t('Try Again'), () => again({})];
  const inBrowser: Way = onlyRenew ? show : [l10n.t('Continue in the Browser'), run('pmZone.openOnHost', document)];
  switch (sent.kind) {
    case 'open': {
      const { opened, words, isReady } = sent;
      const isLeft = opened.unfinished.length > 0;
      const ready: Way = [l10n.t('Make It Ready for Review'), run('pmZone.makeReady')];
      const { picturesLeft } = opened;
      const put: Way = [
        l10n.t('Put My Pictures In'),
        async () => {
          await commands.executeCommand('pmZone.showPullRequest');
          if (picturesLeft !== undefined) await showPictures(picturesLeft);
        },
      ];
      const ways = [
        ...(picturesLeft === undefined ? [show] : [put]),
        ...(opened.pull.draft && isReady ? [ready] : []),
        ...(isLeft ? [tryAgain] : []),
      ];
      const { done, left, next } = words;
      return [isLeft ? 'warning' : 'information', [done, ...left, next].join(' '), ways];
    }
    case 'not-ready': {
      const draft = onlyRenew ? l10n.t('Make It a Draft') : l10n.t('Open a Draft');
      const asDraft: Way = [draft, () => again({ asDraft: true, turn: 'draft' })];
      return ['warning', sent.sentence, [[l10n.t('Show What to Fix'), run('pmZone.showChange')], asDraft]];
    }
    case 'no-sign-in':
      return ['information', sent.sentence, [[l10n.t('Sign In'), () => again({})], inBrowser]];
    case 'merged':
      return ['information', sent.sentence, [[l10n.t('Get the Latest'), run('pmZone.getLatest')]]];
    case 'stopped':
      return ['information', sent.sentence, [tryAgain]];
    case 'failed': {
      const { way } = sent;
      // A page shows nothing of what is not there yet.
      if (way !== undefined)
        return [
          'warning',
          sent.sentence,
          waysAfterPush(services, { ...sent, way }, { again: () => again({}), anew: run('pmZone.openPullRequest') }),
        ];
      const signIn: Way = [l10n.t('Sign In Again'), () => again({ signInAgain: true })];
      // Another account may do what this one may not.
      const isRefused = ['forbidden', 'not-found', 'sign-on'].includes(sent.trouble ?? '');
      const ways = sent.trouble === 'unauthorized' ? [signIn] : isRefused ? [tryAgain, signIn] : [tryAgain];
      return ['warning', sent.sentence, [...ways, inBrowser]];
    }
  }
}
