import { commands, l10n, type Disposable } from 'vscode';
import type { Services } from '../../services/services.js';
import { CommandError, registerCommand } from '../../ui/register-command.js';
import { showPlan } from './show-plan.js';

/** “Open my planning doc”: the one that this change carries, at the first thing that is missing. */
export function registerOpenPlan({ log, current, changes }: Services): Disposable {
  return registerCommand(log, 'pmZone.openPlan', async () => {
    const session = await current.settled();
    const plan = (changes.latest() ?? (await changes.read()))?.plan.plan;
    if (session === undefined) throw new CommandError(l10n.t('Open a folder of the repository first, then ask again.'));
    if (plan === undefined) {
      await commands.executeCommand('pmZone.newPlan');
      return;
    }
    await showPlan(session, plan.path);
  });
}
