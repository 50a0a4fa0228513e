import { Disposable, l10n, StatusBarAlignment, window, workspace } from 'vscode';
import { printable } from '../../text/printable.js';
import { audienceOf } from '../sessions/audience.js';
import { inBackground } from '../ui/log-errors.js';
import { notify } from '../ui/notify.js';
import type { Services } from '../services/services.js';
import { readSettings, affectsSettings, writeSetting } from '../ui/editor-settings.js';
import { snapshotOf, type RepositorySession } from '../sessions/repository-session.js';
import { whyNotShown } from '../sessions/why-not-shown.js';

/** Who is asking: in the status bar, and as a question where nothing says it. */
export function registerAsker(services: Services): Disposable {
  return Disposable.from(showAsker(services), askRole(services), tellWhoIsGone(services));
}

/**
 * In the status bar: that the user is not on the roster, with a way to say who they are; as whom the repository is viewed, with a way
 * back. Hidden where neither applies.
 */
function showAsker({ current, sessions }: Services): Disposable {
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
        l10n.t('Not one of the PMs here: {0}', plainText(snapshot.asking.names[0] ?? '')),
        l10n.t(
          'PM Zone is for the PMs that the policy of this repository lists, and stays quiet for everyone else. If you are one of them, select to say who you are.',
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

/** Says once that the user is on the list of PMs no more: all that PM Zone showed them is gone in that moment, and would be without a word. */
function tellWhoIsGone({ current, sessions, log }: Services): Disposable {
  let last: { readonly session: RepositorySession; readonly names: readonly string[] } | undefined;
  const look = async (): Promise<void> => {
    const session = current.session();
    const snapshot = session && snapshotOf(session);
    if (session === undefined || snapshot === undefined || sessions.viewedAs() !== undefined) return;
    const { kind, names } = snapshot.asking;
    if (kind === 'pilot-pm') {
      last = { session, names };
      return;
    }
    const was = last;
    last = undefined;
    const isSame = was?.session === session && names.some((name) => was.names.includes(name));
    const why = isSame ? whyNotShown(session) : undefined;
    if (why !== undefined) await notify('warning', why, l10n.t('OK'));
  };
  const lookNow = inBackground(log, look);
  return Disposable.from(current.onDidChange(lookNow), sessions.onDidChange(lookNow));
}

const askedKey = 'pmZone.askedForRole';

/** Where a policy has no roster, asks once and for all repositories whether the user is a PM. The view “Next step” keeps asking. */
function askRole({ context, current, log }: Services): Disposable {
  const ask = async (): Promise<void> => {
    const state = current.session()?.state;
    if (audienceOf(state, readSettings()) !== 'ask-role' || !workspace.isTrusted) return;
    if (context.globalState.get(askedKey) === true) return;
    await context.globalState.update(askedKey, true);
    const pm = l10n.t('I Am a PM');
    const engineer = l10n.t('I Am an Engineer');
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
  return current.onDidChange(inBackground(log, ask));
}
