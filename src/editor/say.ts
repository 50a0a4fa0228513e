import { commands, window } from 'vscode';

/** How weighty what is said is; each has a sign of its own. */
export type Weight = 'information' | 'warning' | 'error';

/**
 * Says what came of something she did; gives the button that she chose, `undefined` where none was. What was said before, by whomever,
 * moves under the bell, so that she reads one thing at a time, and the newest.
 */
export async function say(
  weight: Weight,
  sentence: string,
  ...buttons: readonly string[]
): Promise<string | undefined> {
  await makeRoom();
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
export async function makeRoom(): Promise<void> {
  await commands.executeCommand('notifications.hideToasts').then(undefined, () => undefined);
}
