import { commands, Disposable, l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { printable } from '../../../text/printable.js';
import { currentSnapshot } from '../../sessions/current-snapshot.js';
import type { Services } from '../../services/services.js';
import { inBackground } from '../../ui/log-errors.js';
import { CommandError, registerCommand } from '../../ui/register-command.js';
import { rosterIdentity, collectRoster } from '../../sessions/collect-roster.js';
import { readSettings, writeSetting } from '../../ui/editor-settings.js';
import { notify } from '../../ui/notify.js';

interface Person extends QuickPickItem {
  readonly name?: string;
}

/**
 * “I am …”: who the user is on the roster, or without a roster whether they are a PM. It is a claim, and says so. “View as …”: an engineer
 * sees the repository as a PM of the roster does, until they go back or close the window.
 */
export function registerAskerCommands({ log, current, sessions }: Services): Disposable {
  return Disposable.from(
    registerCommand(log, 'pmZone.iAm', async (role) => {
      if (role === 'pm' || role === 'engineer') return writeSetting('role', role);
      const { session, snapshot } = await currentSnapshot(current);
      if (snapshot.asking.kind === 'no-roster') return askRole();
      const chosen = await pickPerson(collectRoster(session));
      if (chosen === undefined) return undefined;
      sessions.viewAs(undefined);
      await writeSetting('as', chosen === '' ? undefined : chosen);
      if (chosen === '') void notify('information', l10n.t('PM Zone takes you for whoever git’s settings say again.'));
      else inBackground(log, () => sayWhoCounts(chosen))();
      return undefined;
    }),
    registerCommand(log, 'pmZone.viewAs', async () => {
      const { session, snapshot } = await currentSnapshot(current);
      if (snapshot.asking.kind === 'no-roster') {
        throw new CommandError(
          l10n.t(
            'The policy of this repository has no list of PMs, so there is no PM to choose. Use “I Am…” and say that you are a PM to see what PMs see.',
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
    }),
  );
}

async function askRole(): Promise<void> {
  const items = [
    { label: l10n.t('I am a product manager'), detail: l10n.t('PM Zone shows what you may edit.'), role: 'pm' },
    { label: l10n.t('I am an engineer'), detail: l10n.t('PM Zone stays quiet.'), role: 'engineer' },
  ];
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('I am …'),
    placeHolder: l10n.t('The policy of this repository has no list of PMs. What are you?'),
  });
  if (chosen !== undefined) await writeSetting('role', chosen.role);
}

/** The authors of commits are whom git knows, so that one press leads there. */
async function sayWhoCounts(chosen: string): Promise<void> {
  const tellGit = l10n.t('Tell Git Who I Am…');
  const sentence = l10n.t(
    'PM Zone now takes you for {0}. This is only a claim on this computer: on the pull request, the authors of the commits count. If git knows you by another address, tell it who you are.',
    printable(chosen),
  );
  if ((await notify('information', sentence, tellGit)) === tellGit) await commands.executeCommand('pmZone.setIdentity');
}

/** A person of the roster, or what was typed; empty for whoever git's settings name. */
function pickPerson(roster: ReturnType<typeof collectRoster>): Promise<string | undefined> {
  const pick = window.createQuickPick<Person>();
  pick.title = l10n.t('I am …');
  pick.placeholder = l10n.t('Choose yourself on the list of PMs, or type your e-mail address or handle');
  pick.matchOnDescription = true;
  const people = roster.map((row) => ({
    label: `$(account) ${printable(row.pm)}`,
    description: printable([...row.emails, ...row.handles].join(', ')),
    name: rosterIdentity(row),
  }));
  const asGitSays =
    readSettings().as === undefined
      ? []
      : [
          { label: '', kind: QuickPickItemKind.Separator },
          { label: `$(discard) ${l10n.t('Whoever git’s settings say')}`, name: '' },
        ];
  const show = (): void => {
    const typed = pick.value.trim();
    pick.items = [
      ...people,
      ...(isName(typed) ? [{ label: `$(edit) ${l10n.t('Use “{0}”', typed)}`, alwaysShow: true, name: typed }] : []),
      ...asGitSays,
    ];
  };
  show();
  return new Promise((resolve) => {
    pick.onDidChangeValue(show);
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.name);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** An e-mail address or a handle. */
function isName(typed: string): boolean {
  return /^(?:[^\s@]{1,100}@[^\s@]{1,100}|@?[\w.-]{2,100})$/u.test(typed);
}
