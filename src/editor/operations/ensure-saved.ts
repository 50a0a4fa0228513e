import { l10n, window, type TextDocument } from 'vscode';
import { lastNameOf } from '../../text/path-names.js';
import { CommandError } from '../ui/register-command.js';
import type { RepositorySession } from '../sessions/repository-session.js';
import { unsavedDocuments } from '../sessions/unsaved-documents.js';

/** What the user is asked where something is not saved. */
export interface SaveQuestion {
  /** Why it matters, in a sentence. */
  readonly why: string;
  /** The button that saves. */
  readonly saveLabel: string;
  /** The button that goes on without, where that makes sense. */
  readonly continueLabel?: string;
}

/**
 * An operation works on the files on disk. Nothing is saved without consent; `false` where the user declines to go on.
 * Rejects with a `CommandError` where a file cannot be saved.
 */
export async function ensureSaved(
  session: RepositorySession,
  { why, saveLabel: save, continueLabel: asIs }: SaveQuestion,
): Promise<boolean> {
  const unsaved = unsavedDocuments(session);
  const [first] = unsaved;
  if (first === undefined) return true;
  const name = baseName(first);
  const what =
    unsaved.length === 1
      ? l10n.t('{0} is not saved. {1}', name, why)
      : l10n.t('{0} and {1} more are not saved. {2}', name, unsaved.length - 1, why);
  const buttons = asIs === undefined ? [save] : [save, asIs];
  const chosen = await window.showWarningMessage(what, { modal: true }, ...buttons);
  if (chosen !== save) return chosen !== undefined;
  for (const document of unsaved) {
    if (await document.save()) continue;
    throw new CommandError(
      l10n.t('{0} could not be saved, so nothing was done. Save it, then try again.', baseName(document)),
    );
  }
  return true;
}

function baseName({ uri }: TextDocument): string {
  return lastNameOf(uri.path);
}
