import { l10n, workspace, type Disposable } from 'vscode';
import { audienceOf } from '../sessions/audience.js';
import { logErrors } from '../ui/log-errors.js';
import type { Services } from '../services/services.js';
import { notify } from '../ui/notify.js';
import { readSettings, writeSetting } from '../ui/editor-settings.js';

const askedKey = 'pmZone.askedForRole';

/** Where a policy has no roster, asks once and for all repositories whether the user is a PM. The view “Next step” keeps asking. */
export function registerAskRole({ context, current, log }: Pick<Services, 'context' | 'current' | 'log'>): Disposable {
  const ask = async (): Promise<void> => {
    const state = current.session()?.state;
    if (audienceOf(state, readSettings()) !== 'ask-role' || !workspace.isTrusted) return;
    if (context.globalState.get(askedKey) === true) return;
    await context.globalState.update(askedKey, true);
    const pm = l10n.t('I am a PM');
    const engineer = l10n.t('I am an engineer');
    const answer = await notify(
      'information',
      l10n.t(
        'This repository says what product managers may edit, but not who they are. Are you one? PM Zone then shows you your part, and stays quiet otherwise.',
      ),
      pm,
      engineer,
    );
    if (answer !== undefined) await writeSetting('role', answer === pm ? 'pm' : 'engineer');
  };
  return current.onDidChange(() => {
    ask().catch(logErrors(log));
  });
}
