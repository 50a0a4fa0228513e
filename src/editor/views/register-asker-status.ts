import { Disposable, l10n, StatusBarAlignment, window, workspace } from 'vscode';
import { printable } from '../../text/printable.js';
import { audienceOf } from '../sessions/audience.js';
import type { Services } from '../services/services.js';
import { readSettings, affectsSettings } from '../ui/editor-settings.js';
import { snapshotOf } from '../sessions/repository-session.js';

/**
 * In the status bar: that the user is not on the roster, with a way to say who they are; as whom the repository is viewed, with a way
 * back. Hidden where neither applies.
 */
export function registerAskerStatus({ current, sessions }: Pick<Services, 'current' | 'sessions'>): Disposable {
  const item = window.createStatusBarItem('pmZone.who', StatusBarAlignment.Left, 49);
  item.name = l10n.t('PM Zone: Who Is Asking');
  const show = (icon: string, text: string, tooltip: string, command: string): void => {
    item.text = `$(${icon}) ${text}`;
    item.tooltip = tooltip;
    item.accessibilityInformation = { label: `${text}. ${tooltip}` };
    item.command = command;
    item.show();
  };
  const update = (): void => {
    const session = current.session();
    const snapshot = session && snapshotOf(session);
    const viewed = sessions.viewedAs();
    if (snapshot === undefined || session === undefined) {
      item.hide();
    } else if (viewed !== undefined) {
      const pm = snapshot.asking.rows[0]?.pm ?? viewed;
      show(
        'eye',
        l10n.t('Seen as {0}', plainText(pm)),
        l10n.t('You see this repository as this PM sees it. Select to see it as yourself again.'),
        'pmZone.viewAs',
      );
    } else if (audienceOf(session.state, readSettings()) === 'engineer' && snapshot.asking.kind === 'not-on-roster') {
      show(
        'account',
        l10n.t('Not on the roster as {0}', plainText(snapshot.asking.names[0] ?? '')),
        l10n.t(
          'PM Zone is for the PMs on the roster and stays quiet for everyone else. If you are one of them, select to say who you are.',
        ),
        'pmZone.iAm',
      );
    } else {
      item.hide();
    }
  };
  update();
  return Disposable.from(
    item,
    current.onDidChange(update),
    sessions.onDidChange(update),
    workspace.onDidChangeConfiguration((event) => {
      if (affectsSettings(event, 'role', 'as')) update();
    }),
  );
}

/** Escapes whatever VS Code would render as an icon. */
function plainText(name: string): string {
  return printable(name).replaceAll('$(', '$ (').slice(0, 80);
}
