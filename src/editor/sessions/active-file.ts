import { Disposable, TabInputCustom, TabInputNotebook, TabInputText, TabInputTextDiff, window } from 'vscode';
import { workspace, type Uri } from 'vscode';
import { affectsSettings } from '../ui/editor-settings.js';
import type { SessionCache } from './session-cache.js';

/** The file of the active tab, whatever its kind; of a diff the newer side. `undefined` where it shows no file. */
export function activeFile(): Uri | undefined {
  const input: unknown = window.tabGroups.activeTabGroup.activeTab?.input;
  const uri = uriOf(input) ?? window.activeTextEditor?.document.uri;
  return uri?.scheme === 'file' ? uri : undefined;
}

/** Another file may be active from now on. */
export function onDidChangeActiveFile(changed: () => void): Disposable {
  return Disposable.from(
    window.onDidChangeActiveTextEditor(changed),
    window.tabGroups.onDidChangeTabs(changed),
    window.tabGroups.onDidChangeTabGroups(changed),
  );
}

/** Calls `changed` when another file may be active, or the active one may have another standing. */
export function followActiveStanding(sessions: SessionCache, changed: () => void): Disposable {
  return Disposable.from(
    onDidChangeActiveFile(changed),
    sessions.onDidChange(changed),
    sessions.onDidInvalidate(changed),
    workspace.onDidGrantWorkspaceTrust(changed),
    workspace.onDidChangeConfiguration((event) => {
      if (affectsSettings(event, 'role')) changed();
    }),
  );
}

function uriOf(input: unknown): Uri | undefined {
  if (input instanceof TabInputText || input instanceof TabInputCustom || input instanceof TabInputNotebook)
    return input.uri;
  return input instanceof TabInputTextDiff ? input.modified : undefined;
}
