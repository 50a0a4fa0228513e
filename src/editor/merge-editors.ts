import { Uri, window, workspace, type Tab } from 'vscode';
import { editorText } from '../guide/editor-text.js';
import type { RepositorySession } from './repository-zone.js';
import { isInRepository } from './repository-uri.js';

/** The merge editors of a repository. What such a tab shows is no type of VS Code's stable interface. */
export function findMergeEditors(session: RepositorySession): readonly Tab[] {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter((tab) => {
      const result = resultOf(tab);
      return result !== undefined && isInRepository(session, result);
    });
}

function resultOf({ input }: Tab): Uri | undefined {
  const result = typeof input === 'object' && input !== null && 'result' in input ? input.result : undefined;
  return result instanceof Uri ? result : undefined;
}

/** Milliseconds: VS Code reads a file anew soon after it changed on the disk. */
const readsAnew = { within: 2000, every: 50 };

/**
 * Closes the merge editors once all is as before. VS Code asks before it closes one that still holds what is no longer on the disk, so
 * it is given the time to read that anew.
 */
export async function closeMergeEditors(session: RepositorySession): Promise<void> {
  for (const tab of findMergeEditors(session)) {
    await waitUntilReloaded(resultOf(tab));
    await window.tabGroups.close(tab);
  }
}

/** Waits until VS Code has a file that is open as it is on the disk; not for longer than a moment. */
export async function waitUntilReloaded(uri: Uri | undefined): Promise<void> {
  for (let waited = 0; waited < readsAnew.within && !(await isAsSaved(uri)); waited += readsAnew.every)
    await new Promise((resolve) => setTimeout(resolve, readsAnew.every));
}

async function isAsSaved(uri: Uri | undefined): Promise<boolean> {
  const document = workspace.textDocuments.find((each) => each.uri.toString() === uri?.toString());
  if (document === undefined) return true;
  if (document.isDirty) return false;
  const bytes = await workspace.fs.readFile(document.uri).then(undefined, () => undefined);
  return bytes === undefined || editorText(document.getText()) === editorText(new TextDecoder().decode(bytes));
}
