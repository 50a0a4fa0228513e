import { env, l10n, window, type Disposable } from 'vscode';
import type { Services } from '../../services/services.js';
import { notify } from '../../ui/notify.js';
import { registerCommand } from '../../ui/register-command.js';
import { setUpPilot } from './set-up-pilot.js';

/** “Set Up a Pilot…”, for an engineer in a repository that has no PM zone yet. */
export function registerSetUpPilot(services: Services): Disposable {
  return registerCommand(services.log, 'pmZone.setUpPilot', async () => {
    const commit = l10n.t('Commit It');
    const branch = await setUpPilot(services, {
      ask: async (question, wrong) =>
        window.showInputBox({
          title: l10n.t('Set Up a Pilot'),
          prompt: wrong === undefined ? question : `${wrong} ${question}`,
          placeHolder: l10n.t('Enter alone skips this, Escape ends it all'),
          ignoreFocusOut: true,
        }),
      confirm: async (name) =>
        (await notify(
          'information',
          l10n.t(
            'This is what a pilot would begin with. Nothing that is checked out changes. Commit it to the new branch {0}?',
            name,
          ),
          commit,
        )) === commit,
    });
    if (branch === undefined) return;
    const copy = l10n.t('Copy the Command');
    const push = `git push -u origin ${branch}`;
    const chosen = await notify(
      'information',
      l10n.t('The first policy is on the branch {0}. Share it and open a pull request: {1}', branch, push),
      copy,
    );
    if (chosen === copy) await env.clipboard.writeText(push);
  });
}
