import { Uri, workspace, type TextDocument } from 'vscode';
import type { RepositorySession } from './repository-zone.js';

/** The open files of a repository that have edits that are not on the disk yet. */
export function unsavedDocuments(session: Pick<RepositorySession, 'root'>): readonly TextDocument[] {
  return workspace.textDocuments.filter((document) => document.isDirty && isInRepository(session, document.uri));
}

/** Whether a file lies below a repository's root, be it in a repository within. Git's own files do not count. */
export function isInRepository({ root }: Pick<RepositorySession, 'root'>, uri: Uri): boolean {
  const folder = `${Uri.file(root).path.replace(/\/$/, '')}/`;
  return uri.scheme === 'file' && uri.path.startsWith(folder) && !uri.path.startsWith(`${folder}.git/`);
}
