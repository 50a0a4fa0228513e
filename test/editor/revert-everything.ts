import { commands, window, workspace } from 'vscode';

/** Gives up what is not saved in any file, be it shown or not: a dialog that asks about it would wait for an answer that nobody gives. */
export async function revertEverything(): Promise<void> {
  const unsaved = workspace.textDocuments.filter(({ isDirty, uri: { scheme } }) => isDirty && scheme === 'file');
  for (const document of unsaved) {
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.files.revert');
  }
}
