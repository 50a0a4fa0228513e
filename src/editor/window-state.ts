import { commands, Disposable, workspace } from 'vscode';
import { windowStateOf, type WindowState } from './audience.js';
import type { Parts } from './parts.js';
import type { RepositoryZone } from './repository-zone.js';
import { readSettings, touches } from './settings.js';

/** Keeps the context key `pmZone.state`: which views there are, and what they say while they have nothing to show. */
export function registerWindowState({ current, zones }: Pick<Parts, 'current' | 'zones'>): Disposable {
  let published: WindowState | undefined;
  let settled = false;
  let isDisposed = false;
  let failed: RepositoryZone | undefined;
  const publish = (): void => {
    const state = windowStateOf(factsNow(), readSettings());
    if (state === published) return;
    published = state;
    void commands.executeCommand('setContext', 'pmZone.state', state);
  };
  const factsNow = (): Parameters<typeof windowStateOf>[0] => {
    const zone = current.zone();
    return {
      folders: (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme),
      trusted: workspace.isTrusted,
      settled,
      repository: zone !== undefined,
      state: zone?.state,
      failed: zone !== undefined && zone === failed,
    };
  };
  const follow = async (): Promise<void> => {
    publish();
    const zone = await current.settled();
    settled = true;
    if (zone !== undefined && zone.state === undefined) {
      // What went wrong is in the log.
      failed = await zone.ready().then(
        () => undefined,
        () => zone,
      );
    }
    if (!isDisposed) publish();
  };
  const followNow = (): void => void follow();
  followNow();
  return Disposable.from(
    new Disposable(() => {
      isDisposed = true;
    }),
    current.onDidChange(followNow),
    zones.onDidForget(followNow),
    workspace.onDidChangeWorkspaceFolders(followNow),
    workspace.onDidGrantWorkspaceTrust(followNow),
    workspace.onDidChangeConfiguration((event) => {
      if (touches(event, 'role', 'as')) publish();
    }),
  );
}
