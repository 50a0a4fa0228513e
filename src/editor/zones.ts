import { Disposable, EventEmitter, Uri, workspace, type Event, type LogOutputChannel } from 'vscode';
import { logTo } from './log-to.js';
import { createRepositoryFinder } from './repository-finder.js';
import { createRepositoryZone, type RepositoryZone } from './repository-zone.js';
import type { ZoneView } from './repository-state.js';
import { readSettings, touches } from './settings.js';
import { watchRepository } from './watch-repository.js';

/** A file or folder with the repository it lies in; `path` is from the root, `/`-separated, empty for the root itself. */
export interface PlaceInZone {
  readonly zone: RepositoryZone;
  readonly path: string;
}

/** Every repository that was asked about: nested ones, several folders, and one that an opened folder lies in. */
export interface Zones {
  /** Where a file or folder lies; `undefined` outside any repository, and where nothing may be read (untrusted, not on this disk). */
  readonly placeOf: (uri: Uri) => Promise<PlaceInZone | undefined>;
  /** The repository with this root, if it was asked about. */
  readonly get: (root: string) => RepositoryZone | undefined;
  readonly all: () => readonly RepositoryZone[];
  /** After a repository was read and something new was found. */
  readonly onDidChange: Event<RepositoryZone>;
  /** After folders were opened or closed, or repositories made or removed: a file may lie in another one now. */
  readonly onDidForget: Event<void>;
  /** Sees the repository through the eyes of a PM on the roster, or of whoever git says (`undefined`), until the window closes. */
  readonly viewAs: (name: string | undefined) => void;
  readonly viewedAs: () => string | undefined;
  /** Who is asking: whose eyes it is seen through, else her setting; `undefined` where git says. */
  readonly asker: () => string | undefined;
  readonly dispose: () => void;
}

export function createZones(log: LogOutputChannel): Zones {
  const finder = createRepositoryFinder();
  const zones = new Map<string, { readonly zone: RepositoryZone; watch: Disposable | undefined }>();
  const changed = new EventEmitter<RepositoryZone>();
  const forgotten = new EventEmitter<void>();
  let viewedAs: string | undefined;

  const asker = (): string | undefined => viewedAs ?? readSettings().as;
  const open = (root: string): RepositoryZone => {
    const known = zones.get(root);
    if (known !== undefined) return known.zone;
    const zone: RepositoryZone = createRepositoryZone(
      root,
      async () => {
        const { readRepository } = await import('./read-repository.js');
        return readRepository(root, asker(), zone.state);
      },
      logTo(log),
    );
    const entry = { zone, watch: undefined as Disposable | undefined };
    zones.set(root, entry);
    zone.onDidChange(() => {
      // The folders of git are known with the first reading, and stay.
      if (entry.watch === undefined) entry.watch = watchFor(zone);
      changed.fire(zone);
    });
    return zone;
  };

  const refreshAll = (): void => {
    for (const { zone } of zones.values()) zone.refresh();
  };

  const subscriptions = [
    workspace.onDidChangeConfiguration((event) => {
      if (touches(event, 'as', 'role') || event.affectsConfiguration('git.path')) refreshAll();
    }),
    workspace.onDidChangeWorkspaceFolders(() => {
      finder.forget();
      forgotten.fire();
    }),
    ...watchForRepositories(() => {
      finder.forget();
      refreshAll();
      forgotten.fire();
    }),
  ];

  return {
    placeOf: async (uri) => {
      if (!workspace.isTrusted || uri.scheme !== 'file') return undefined;
      // A folder that is a nested repository's root is judged as the outer repository has it.
      const root = await finder.rootOf(isFolderOfWorkspace(uri) ? uri : Uri.joinPath(uri, '..'));
      return root === undefined ? undefined : { zone: open(root), path: pathIn(root, uri) };
    },
    get: (root) => zones.get(root)?.zone,
    all: () => [...zones.values()].map(({ zone }) => zone),
    onDidChange: changed.event,
    onDidForget: forgotten.event,
    viewAs: (name) => {
      viewedAs = name;
      refreshAll();
    },
    viewedAs: () => viewedAs,
    asker,
    dispose: () => {
      for (const each of subscriptions) each.dispose();
      for (const { zone, watch } of zones.values()) {
        watch?.dispose();
        zone.dispose();
      }
      changed.dispose();
      forgotten.dispose();
    },
  };
}

/** The state's view, where there is one. */
export function viewOf(zone: RepositoryZone): ZoneView | undefined {
  return zone.state === undefined || zone.state.kind === 'trouble' ? undefined : zone.state.view;
}

/** Milliseconds in which VS Code has surely begun to watch what it was asked to: it says nothing of when. */
const begins = 2000;

function watchFor(zone: RepositoryZone): Disposable | undefined {
  const view = viewOf(zone);
  if (view === undefined) return undefined;
  const watch = watchRepository(view, () => zone.refresh());
  // What changed before that is read by this.
  const timer = setTimeout(() => zone.refresh(), begins);
  return new Disposable(() => {
    clearTimeout(timer);
    watch.dispose();
  });
}

function watchForRepositories(changed: () => void): readonly Disposable[] {
  const watcher = workspace.createFileSystemWatcher('**/.git', false, true, false);
  return [watcher, watcher.onDidCreate(changed), watcher.onDidDelete(changed)];
}

function isFolderOfWorkspace(uri: Uri): boolean {
  return workspace.workspaceFolders?.some((folder) => folder.uri.toString() === uri.toString()) === true;
}

/** The path of a file or folder from the root of the repository that it lies in; empty for the root itself. */
export function pathIn(root: string, uri: Uri): string {
  return uri.path.slice(Uri.file(root).path.length).replace(/^\//u, '');
}
