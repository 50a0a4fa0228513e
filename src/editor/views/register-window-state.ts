import { commands, Disposable, workspace } from 'vscode';
import { windowStateOf, type WindowState } from '../sessions/audience.js';
import type { Services } from '../services/services.js';
import type { RepositorySession } from '../sessions/repository-session.js';
import { readSettings, affectsSettings } from '../ui/editor-settings.js';

/** Keeps the context key `pmZone.state`: which views there are, and what they say while they have nothing to show. */
export function registerWindowState({ current, sessions }: Pick<Services, 'current' | 'sessions'>): Disposable {
  let published: WindowState | undefined;
  let settled = false;
  let isDisposed = false;
  let failed: RepositorySession | undefined;
  const publish = (): void => {
    const state = windowStateOf(factsNow(), readSettings());
    if (state === published) return;
    published = state;
    void commands.executeCommand('setContext', 'pmZone.state', state);
  };
  const factsNow = (): Parameters<typeof windowStateOf>[0] => {
    const session = current.session();
    return {
      folders: (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme),
      trusted: workspace.isTrusted,
      settled,
      repository: session !== undefined,
      state: session?.state,
      failed: session !== undefined && session === failed,
    };
  };
  const follow = async (): Promise<void> => {
    publish();
    const session = await current.settled();
    settled = true;
    if (session !== undefined && session.state === undefined) {
      // What went wrong is in the log.
      failed = await session.ready().then(
        () => undefined,
        () => session,
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
    sessions.onDidInvalidate(followNow),
    workspace.onDidChangeWorkspaceFolders(followNow),
    workspace.onDidGrantWorkspaceTrust(followNow),
    workspace.onDidChangeConfiguration((event) => {
      if (affectsSettings(event, 'role', 'as')) publish();
    }),
  );
}
