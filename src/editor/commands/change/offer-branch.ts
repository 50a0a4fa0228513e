import { commands, l10n, window } from 'vscode';

/** Offers a branch of its own to a change that needs one, and makes it; `false` where the PM declines. */
export async function offerBranch(question: string): Promise<boolean> {
  const make = l10n.t('Give It a Branch');
  if ((await window.showWarningMessage(question, { modal: true }, make)) !== make) return false;
  return (await commands.executeCommand<string | undefined>('pmZone.startChange')) !== undefined;
}
