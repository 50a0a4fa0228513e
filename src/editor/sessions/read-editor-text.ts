import { workspace } from 'vscode';
import { toEditorText } from '../../text/editor-text.js';
import { uriInRepository } from './repository-uri.js';

/** A file's text as the editor has it, with unsaved edits; `undefined` where there is no such file or no text. */
export async function readEditorText(session: { readonly root: string }, path: string): Promise<string | undefined> {
  const uri = uriInRepository(session, path);
  try {
    // VS Code keeps the text of a deleted file for a while.
    await workspace.fs.stat(uri);
    return toEditorText((await workspace.openTextDocument(uri)).getText());
  } catch {
    return undefined;
  }
}
