import { workspace, type TextDocument } from 'vscode';
import { isInRepository } from './repository-uri.js';

/** The open files of a repository that have edits that are not on the disk yet. */
export function unsavedDocuments(repository: { readonly root: string }): readonly TextDocument[] {
  return workspace.textDocuments.filter((document) => document.isDirty && isInRepository(repository, document.uri));
}
