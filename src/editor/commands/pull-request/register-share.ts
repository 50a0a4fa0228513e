import { commands, type Disposable } from 'vscode';
import { currentSnapshot } from '../../sessions/current-snapshot.js';
import type { Services } from '../../services/services.js';
import { carryConfirmations, describeConfirmations } from '../../operations/carry-confirmations.js';
import { notify } from '../../ui/notify.js';
import { registerCommand } from '../../ui/register-command.js';

/** “Share the branch”: what the PM confirmed goes with it, then VS Code's own git sends it. */
export function registerShare(services: Services): Disposable {
  return registerCommand(services.log, 'pmZone.share', async () => {
    const { session } = await currentSnapshot(services.current);
    if (services.reviews.get(session) === undefined) await services.reviews.run(session);
    const carried = await carryConfirmations(services, session);
    if (carried?.kind === 'waits') void notify('warning', describeConfirmations(carried));
    await commands.executeCommand('git.publish');
    await services.changes.read();
  });
}
