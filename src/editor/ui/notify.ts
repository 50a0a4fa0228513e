import { commands, l10n, window } from 'vscode';
import { withoutLinks } from '../../text/without-links.js';

/** Asks without blocking; returns the chosen button, `undefined` where none was. */
export type Ask = (message: string, ...buttons: readonly string[]) => Thenable<string | undefined>;

/** How weighty a notification is; each kind has an icon of its own. */
export type NotificationKind = 'information' | 'warning' | 'error';

/**
 * Shows the outcome of a user's action; returns the chosen button, `undefined` where none was. Earlier notifications, of whatever
 * source, move under the bell, so that only the newest is in view.
 */
export async function notify(
  weight: NotificationKind,
  sentence: string,
  ...buttons: readonly string[]
): Promise<string | undefined> {
  await hideNotifications();
  const read = l10n.t('OK');
  const isCutOff = buttons.length === 0 && sentence.length > oneLine;
  const chosen = await show(weight, sentence, ...(isCutOff ? [read] : buttons));
  return isCutOff ? undefined : chosen;
}

/** Characters that fit on one line. VS Code truncates a longer message without buttons. */
const oneLine = 50;

function show(weight: NotificationKind, words: string, ...buttons: readonly string[]): Thenable<string | undefined> {
  // File names and texts of the repository are words only.
  const sentence = withoutLinks(words);
  switch (weight) {
    case 'information':
      return window.showInformationMessage(sentence, ...buttons);
    case 'warning':
      return window.showWarningMessage(sentence, ...buttons);
    case 'error':
      return window.showErrorMessage(sentence, ...buttons);
  }
}

/** Moves earlier notifications under the bell. */
export async function hideNotifications(): Promise<void> {
  await commands.executeCommand('notifications.hideToasts').then(undefined, () => undefined);
}
