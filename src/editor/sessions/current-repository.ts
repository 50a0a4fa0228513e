import { Disposable, EventEmitter, TabInputWebview, window, workspace, type Event } from 'vscode';
import type { RepositorySession } from './repository-session.js';
import type { SessionCache } from './session-cache.js';

/** The repository of the open file, else of the first folder that lies in one. It stays current while files outside any repository, or pages, are open. */
export interface CurrentRepository {
  readonly session: () => RepositorySession | undefined;
  /** Waits until it is known which one it is. */
  readonly settled: () => Promise<RepositorySession | undefined>;
  /** Another repository is current, or the current one was read again. */
  readonly onDidChange: Event<RepositorySession | undefined>;
  readonly dispose: () => void;
}

export function followCurrentRepository(sessions: SessionCache): CurrentRepository {
  const changed = new EventEmitter<RepositorySession | undefined>();
  let current: RepositorySession | undefined;
  let finding: Promise<void> = Promise.resolve();

  const find = async (): Promise<void> => {
    const open = window.activeTextEditor?.document.uri;
    if (current !== undefined && open === undefined && isAtPage()) return;
    const candidates = [
      ...(open === undefined ? [] : [open]),
      ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri),
    ];
    for (const uri of candidates) {
      const location = await sessions.locate(uri);
      if (location === undefined) continue;
      if (location.session !== current) {
        current = location.session;
        changed.fire(current);
      }
      // A failure is logged where it happens.
      location.session.ready().catch(() => undefined);
      return;
    }
    if (candidates.length === 0 || current === undefined) changed.fire(current);
  };
  const follow = (): void => {
    finding = finding.then(find, find);
  };

  const subscriptions = Disposable.from(
    changed,
    window.onDidChangeActiveTextEditor(follow),
    sessions.onDidInvalidate(follow),
    workspace.onDidGrantWorkspaceTrust(follow),
    sessions.onDidChange((session) => {
      if (session === current) changed.fire(session);
    }),
  );
  follow();

  return {
    session: () => current,
    settled: async () => {
      await finding;
      return current;
    },
    onDidChange: changed.event,
    dispose: () => void subscriptions.dispose(),
  };
}

/** A page is about the repository that was current when it was opened. */
function isAtPage(): boolean {
  return window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputWebview;
}
