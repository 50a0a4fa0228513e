import { Uri, window, workspace, type Tab } from 'vscode';
import { toEditorText } from '../../../text/editor-text.js';
import type { RepositorySession } from '../../sessions/repository-session.js';
import { isInRepository } from '../../sessions/repository-uri.js';

/** The merge editors of a repository. VS Code's stable API has no type for the input of such a tab. */
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

/** Milliseconds: VS Code reloads a file soon after it changed on disk. */
const reload = { within: 2000, every: 50 };

/**
 * Closes the merge editors after a cancelled merge. VS Code asks before it closes one whose text differs from the disk, so it is given
 * time to reload.
 */
export async function closeMergeEditors(session: RepositorySession): Promise<void> {
  for (const tab of findMergeEditors(session)) {
    await waitUntilReloaded(resultOf(tab));
    await window.tabGroups.close(tab);
  }
}

/** Waits until VS Code has reloaded an open file from disk; gives up after a moment. */
export async function waitUntilReloaded(uri: Uri | undefined): Promise<void> {
  for (let waited = 0; waited < reload.within && !(await isAsOnDisk(uri)); waited += reload.every)
    await new Promise((resolve) => setTimeout(resolve, reload.every));
}

async function isAsOnDisk(uri: Uri | undefined): Promise<boolean> {
  const document = workspace.textDocuments.find((each) => each.uri.toString() === uri?.toString());
  if (document === undefined) return true;
  if (document.isDirty) return false;
  const bytes = await workspace.fs.readFile(document.uri).then(undefined, () => undefined);
  return bytes === undefined || toEditorText(document.getText()) === toEditorText(new TextDecoder().decode(bytes));
}
