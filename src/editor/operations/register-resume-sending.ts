import { commands, l10n, workspace, type Disposable } from 'vscode';
import { hostKindOf } from '../services/host-of.js';
import type { Services } from '../services/services.js';
import { snapshotOf, type RepositorySession } from '../sessions/repository-session.js';
import { thingOn } from '../ui/host-words.js';
import { inBackground } from '../ui/log-errors.js';
import { notify } from '../ui/notify.js';

/**
 * Says once that a pull request was being opened or renewed when its window was closed: on the host it may be there already, without those who review
 * it. What is done again goes on from there; until then “Next Step” leads there.
 */
export function registerResumeSending(services: Services): Disposable {
  const { log, current, sent } = services;
  const tell = async (session: RepositorySession): Promise<void> => {
    const interrupted = sent.interrupted(session.root);
    // Where its branch is not open, it is told of once it is.
    if (interrupted?.isTold !== false || snapshotOf(session)?.repository.head.branch !== interrupted.branch) return;
    await sent.noteTold();
    const goOn = l10n.t('Go On');
    const sentence = l10n.t(
      'VS Code was closed while your {0} was being opened or renewed, so it may be there half done. Nothing is lost, and there is never a second one: go on from where it was.',
      thingOn(hostKindOf(current)),
    );
    if ((await notify('warning', sentence, goOn)) === goOn) await commands.executeCommand('pmZone.openPullRequest');
  };
  const look = (session: RepositorySession | undefined): void => {
    if (session?.state !== undefined && workspace.isTrusted) inBackground(log, () => tell(session))();
  };
  look(current.session());
  return current.onDidChange(look);
}
