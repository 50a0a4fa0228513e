import { commands, env, l10n } from 'vscode';
import type { PushWayOn } from '../../../opening/opening-error.js';
import { printable } from '../../../text/printable.js';
import type { Services } from '../../services/services.js';
import { notify } from '../../ui/notify.js';

/** A button, and what it does. */
export type Way = readonly [label: string, go: () => unknown];

/** Why a change could not be sent, and in `heard` what the server said of it. */
export interface Refused {
  readonly way: PushWayOn;
  readonly sentence: string;
  readonly heard?: string | undefined;
}

/** The buttons beside a sentence that says why a change could not be sent: first what helps, then sending it again; `anew` from another branch. */
export function waysAfterPush(
  services: Services,
  { way, sentence, heard }: Refused,
  { again, anew = again }: { readonly again: () => unknown; readonly anew?: () => unknown },
): readonly Way[] {
  const tryAgain: Way = [l10n.t('Try Again'), again];
  switch (way) {
    case 'own-branch': {
      const go = async (): Promise<void> => {
        const branch = await commands.executeCommand('pmZone.startChange', undefined, true);
        if (branch !== undefined) await anew();
      };
      return [[l10n.t('Give My Change a Branch of Its Own'), go]];
    }
    case 'catch-up':
      return [[l10n.t('Get the Latest'), () => commands.executeCommand('pmZone.getLatest')], tryAgain];
    case 'ask':
      return [[l10n.t('Copy a Message to an Engineer'), () => copyMessage(services, { sentence, heard })], tryAgain];
    case 'again':
      return [tryAgain];
  }
}

async function copyMessage({ changes }: Services, { sentence, heard }: Omit<Refused, 'way'>): Promise<void> {
  const mine = changes.latest();
  const dris = mine?.plan.plan?.doc.engineeringDris ?? [];
  await env.clipboard.writeText(
    [
      l10n.t('Hi! The server does not take my change, and I need your help with it.'),
      l10n.t('Branch: {0}', printable(mine?.branch ?? '')),
      heard === undefined ? sentence : l10n.t('The server said: {0}', heard),
    ].join('\n'),
  );
  void notify(
    'information',
    dris.length === 0
      ? l10n.t('A message to an engineer is on the clipboard. Paste it where you talk to them.')
      : l10n.t('A message to {0} is on the clipboard. Paste it where you talk to them.', printable(dris.join(', '))),
  );
}
