import { TabInputText, window, workspace, type Tab, type Uri } from 'vscode';
import type { RepositorySession } from './repository-zone.js';
import { isInRepository } from './unsaved.js';

/** The open files of a repository that are on the disk, to tell afterwards which of them a step took away. */
export async function listOpenFiles(session: Pick<RepositorySession, 'root'>): Promise<ReadonlySet<string>> {
  const uris = tabsIn(session).map(({ uri }) => uri);
  const found = await Promise.all(uris.map(async (uri) => ((await isThere(uri)) ? [uri.toString()] : [])));
  return new Set(found.flat());
}

/** Closes the tabs of files that were there and are not any more: what is typed in one of them would bring the file back to where it is not wanted. */
export async function closeDeletedTabs(
  session: Pick<RepositorySession, 'root'>,
  before: ReadonlySet<string>,
): Promise<void> {
  for (const { tab, uri } of tabsIn(session)) {
    if (!tab.isDirty && before.has(uri.toString()) && !(await isThere(uri))) await window.tabGroups.close(tab, true);
  }
}

function tabsIn(session: Pick<RepositorySession, 'root'>): readonly { readonly tab: Tab; readonly uri: Uri }[] {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.flatMap((tab) => {
    const uri = tab.input instanceof TabInputText ? tab.input.uri : undefined;
    return uri !== undefined && isInRepository(session, uri) ? [{ tab, uri }] : [];
  });
}

async function isThere(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
