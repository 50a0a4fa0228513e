import { l10n, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import { toEditorText } from '../../../text/editor-text.js';
import { setInReview } from '../../../presentation/plan/plan-to-send.js';
import { uriInRepository } from '../../sessions/repository-uri.js';
import type { RepositorySession } from '../../sessions/repository-session.js';
import { offsetRange } from '../../ui/editor-range.js';
import { CommandError } from '../../ui/register-command.js';

/** A planning doc in which one word sets its Status to In Review. */
export interface PlanToReview {
  /** Writes and saves it. Rejects with a `CommandError` where it cannot be saved. */
  readonly put: () => Promise<void>;
}

/** The plan whose Status is “Draft”, ready to say “In Review”; `undefined` where that word cannot be changed, or edits wait to be saved. */
export async function planToReview(
  session: Pick<RepositorySession, 'root'>,
  path: string,
): Promise<PlanToReview | undefined> {
  const document = await workspace.openTextDocument(uriInRepository(session, path));
  const text = toEditorText(document.getText());
  const edits = document.isDirty ? undefined : await setInReview(text);
  if (edits === undefined) return undefined;
  return {
    put: async () => {
      const edit = new WorkspaceEdit();
      for (const each of edits) edit.replace(document.uri, offsetRange(text, each.start, each.end), each.text);
      await window.showTextDocument(document);
      await workspace.applyEdit(edit);
      await save(document, path);
    },
  };
}

async function save(document: TextDocument, path: string): Promise<void> {
  if (await document.save()) return;
  throw new CommandError(l10n.t('{0} could not be saved, so nothing was sent. Save it, then try again.', path));
}
