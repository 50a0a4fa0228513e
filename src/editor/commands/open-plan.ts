import { commands, l10n, Position, Range, Uri, window, workspace, type Disposable } from 'vscode';
import type { Parts } from '../parts.js';
import { CannotDo, registerCommand } from '../register-command.js';

/** “Open my planning doc”: the one that this change carries, at the first thing that is missing. */
export function registerOpenPlan({ log, current, changes }: Parts): Disposable {
  return registerCommand(log, 'pmZone.openPlan', async () => {
    const zone = await current.settled();
    const plan = (changes.now() ?? (await changes.read()))?.plan.plan;
    if (zone === undefined) throw new CannotDo(l10n.t('Open a folder of the repository first, then ask again.'));
    if (plan === undefined) {
      await commands.executeCommand('pmZone.newPlan');
      return;
    }
    const document = await workspace.openTextDocument(Uri.joinPath(Uri.file(zone.root), ...plan.path.split('/')));
    const line = Math.max(0, (plan.gaps[0]?.line ?? 1) - 1);
    const at = new Position(Math.min(line, document.lineCount - 1), 0);
    await window.showTextDocument(document, { selection: new Range(at, at) });
  });
}
