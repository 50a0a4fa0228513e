import { EventEmitter, window, workspace, type Event } from 'vscode';
import type { RepositoryZone } from './repository-zone.js';
import type { Zones } from './zones.js';

/** The repository of the open file, else of the first folder that lies in one. It stays while files outside any repository are looked at. */
export interface CurrentRepository {
  readonly zone: () => RepositoryZone | undefined;
  /** Waits until it is known which one it is. */
  readonly settled: () => Promise<RepositoryZone | undefined>;
  /** Another repository is current, or the current one was read again. */
  readonly onDidChange: Event<RepositoryZone | undefined>;
  readonly dispose: () => void;
}

export function followCurrentRepository(zones: Zones): CurrentRepository {
  const changed = new EventEmitter<RepositoryZone | undefined>();
  let current: RepositoryZone | undefined;
  let finding: Promise<void> = Promise.resolve();

  const find = async (): Promise<void> => {
    const open = window.activeTextEditor?.document.uri;
    const candidates = [
      ...(open === undefined ? [] : [open]),
      ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri),
    ];
    for (const uri of candidates) {
      const place = await zones.placeOf(uri);
      if (place === undefined) continue;
      if (place.zone !== current) {
        current = place.zone;
        changed.fire(current);
      }
      // A failure is logged where it happens.
      place.zone.ready().catch(() => undefined);
      return;
    }
    if (candidates.length === 0 || current === undefined) changed.fire(current);
  };
  const follow = (): void => {
    finding = finding.then(find, find);
  };

  const subscriptions = [
    window.onDidChangeActiveTextEditor(follow),
    zones.onDidForget(follow),
    workspace.onDidGrantWorkspaceTrust(follow),
    zones.onDidChange((zone) => {
      if (zone === current) changed.fire(zone);
    }),
  ];
  follow();

  return {
    zone: () => current,
    settled: async () => {
      await finding;
      return current;
    },
    onDidChange: changed.event,
    dispose: () => {
      for (const each of subscriptions) each.dispose();
      changed.dispose();
    },
  };
}
