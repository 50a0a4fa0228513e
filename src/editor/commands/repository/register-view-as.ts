import { l10n, QuickPickItemKind, window, type Disposable, type QuickPickItem } from 'vscode';
import { printable } from '../../../text/printable.js';
import { currentSnapshot } from '../../sessions/current-snapshot.js';
import type { Services } from '../../services/services.js';
import { CommandError, registerCommand } from '../../ui/register-command.js';
import { rosterIdentity, collectRoster } from '../../sessions/collect-roster.js';

/** “View as …”: an engineer sees the repository as a PM of the roster does, until they go back or close the window. */
export function registerViewAs({ log, current, sessions }: Pick<Services, 'log' | 'current' | 'sessions'>): Disposable {
  return registerCommand(log, 'pmZone.viewAs', async () => {
    const { session, snapshot } = await currentSnapshot({ current });
    if (snapshot.asking.kind === 'no-roster') {
      throw new CommandError(
        l10n.t(
          'The policy of this repository has no roster, so there is no PM to choose. Use “I Am…” and say that you are a PM to see what PMs see.',
        ),
      );
    }
    const items: Person[] = collectRoster(session).map((row) => ({
      label: `$(account) ${printable(row.pm)}`,
      description: printable(row.featureFolders.join(', ')),
      name: rosterIdentity(row),
    }));
    const back: Person = { label: `$(discard) ${l10n.t('As myself again')}` };
    const isAway = sessions.viewedAs() !== undefined;
    const chosen = await window.showQuickPick<Person>(
      isAway ? [back, { label: '', kind: QuickPickItemKind.Separator }, ...items] : items,
      { title: l10n.t('View as …'), placeHolder: l10n.t('See this repository as this PM sees it') },
    );
    if (chosen !== undefined) sessions.viewAs(chosen.name);
  });
}

interface Person extends QuickPickItem {
  readonly name?: string;
}
