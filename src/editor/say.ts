import { commands, l10n, window } from 'vscode';

/** Asks without holding anything up; gives the button that was chosen, `undefined` where none was. */
export type Ask = (message: string, ...buttons: readonly string[]) => Thenable<string | undefined>;

/** How weighty what is said is; each has a sign of its own. */
export type NotificationKind = 'information' | 'warning' | 'error';

/**
 * Says what came of something she did; gives the button that she chose, `undefined` where none was. What was said before, by whomever,
 * moves under the bell, so that she reads one thing at a time, and the newest.
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

/** Characters that fit on one line. VS Code cuts off the rest of what has no button. */
const oneLine = 50;

function show(weight: NotificationKind, sentence: string, ...buttons: readonly string[]): Thenable<string | undefined> {
  switch (weight) {
    case 'information':
      return window.showInformationMessage(sentence, ...buttons);
    case 'warning':
      return window.showWarningMessage(sentence, ...buttons);
    case 'error':
      return window.showErrorMessage(sentence, ...buttons);
  }
}

/** What was said before moves under the bell. */
export async function hideNotifications(): Promise<void> {
  await commands.executeCommand('notifications.hideToasts').then(undefined, () => undefined);
}
