import { commands, TabInputText, window, type TextDocument } from 'vscode';

/** Drafts of pull requests that were handed to the host's page: closed then, and restored as edited where the same one is opened again. */
export interface UsedDrafts {
  /** Closes the draft where it was not edited since it was handed over. */
  readonly close: (document: TextDocument, used: { readonly made: string; readonly text: string }) => Promise<void>;
  /** The edited text of a draft that was handed over before, else the draft itself. */
  readonly textFor: (made: string) => string;
}

/** Upper bound of drafts kept. */
const most = 20;

export function createUsedDrafts(): UsedDrafts {
  const texts = new Map<string, string>();
  return {
    close: async (document, { made, text }) => {
      texts.delete(made);
      texts.set(made, text);
      for (const [oldest] of [...texts].slice(0, Math.max(0, texts.size - most))) texts.delete(oldest);
      if (document.getText() === text) await closeUnsaved(document);
    },
    textFor: (made) => texts.get(made) ?? made,
  };
}

/** VS Code would ask whether to save it; only what is in front can be closed without. */
async function closeUnsaved(document: TextDocument): Promise<void> {
  const address = document.uri.toString();
  const isOpen = window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === address),
  );
  if (document.isClosed || !document.isUntitled || !isOpen) return;
  await window.showTextDocument(document);
  if (window.activeTextEditor?.document !== document) return;
  await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}
