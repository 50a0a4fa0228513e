import { Disposable, EventEmitter, type Event, type LogOutputChannel, type Uri } from 'vscode';
import { logTo } from './log-to.js';
import type { MyChange } from '../guide/my-change.js';
import { GitTrouble } from '../repository/git-trouble.js';
import { audienceOf } from './audience.js';
import type { CurrentRepository } from './current-repository.js';
import type { RepositoryZone } from './repository-zone.js';
import { readSettings } from './settings.js';
import { gitWith } from './git-with.js';
import { watchFiles } from './watch-files.js';
import { createGitFolderWatch } from './watch-git-folder.js';
import type { Zones } from './zones.js';

/** Where her change in the current repository stands: read only while somebody looks at it. */
export interface MyChanges {
  /** Of the current repository; `undefined` until it was read, for who is no PM, and where git refuses. */
  readonly now: () => MyChange | undefined;
  /** Git's refusal, where there was one at the last reading. */
  readonly trouble: () => GitTrouble | undefined;
  /** Reads now, and after each edit that reaches the disk, until what comes back is disposed of. */
  readonly keepFresh: () => Disposable;
  /** Somebody looks at it. */
  readonly isSeen: () => boolean;
  /** Reads now. */
  readonly read: () => Promise<MyChange | undefined>;
  readonly onDidChange: Event<void>;
  /** A file of the current repository was written, or git moved: what is known may be of before. */
  readonly onDidTouch: Event<void>;
  readonly dispose: () => void;
}

/** Milliseconds: one step of a person's, or of git's, writes several files. */
const settles = 250;

export function followMyChanges(zones: Zones, current: CurrentRepository, log: LogOutputChannel): MyChanges {
  const changed = new EventEmitter<void>();
  const touched = new EventEmitter<void>();
  let known:
    { readonly zone: RepositoryZone; readonly mine: MyChange | undefined; readonly trouble?: GitTrouble } | undefined;
  let watchers = 0;
  let timer: NodeJS.Timeout | undefined;
  let newest = {};

  const read = async (): Promise<MyChange | undefined> => {
    const zone = current.zone();
    const run = {};
    newest = run;
    watch.follow(zone);
    const found = zone && (await readFor(zone));
    if (newest !== run) return found?.mine;
    known = found;
    changed.fire();
    return found?.mine;
  };
  const readFor = async (zone: RepositoryZone): Promise<typeof known> => {
    if (audienceOf(zone.state, readSettings()) !== 'pm') return { zone, mine: undefined };
    try {
      const as = zones.asker();
      const { readMyChange } = await import('../guide/my-change.js');
      return { zone, mine: await readMyChange(zone.root, { environment: gitWith(), as }) };
    } catch (error) {
      if (error instanceof GitTrouble) return { zone, mine: undefined, trouble: error };
      throw error;
    }
  };
  const readLater = (): void => {
    if (watchers === 0) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      read().catch(logTo(log));
    }, settles);
  };
  const touch = (): void => {
    touched.fire();
    readLater();
  };
  /** What others can see of her change. */
  const watch = createGitFolderWatch('commonDir', 'refs/remotes/**', touch);
  const onFile = (uri: Uri): void => {
    const zone = current.zone();
    if (zone !== undefined && uri.fsPath.startsWith(zone.root) && !/[\\/]\.git[\\/]/.test(uri.fsPath)) touch();
  };

  const subscriptions = [
    watch,
    watchFiles('**/*', onFile),
    current.onDidChange(touch),
    zones.onDidChange(touch),
    changed,
    touched,
  ];

  return {
    now: () => (known?.zone === current.zone() ? known?.mine : undefined),
    trouble: () => (known?.zone === current.zone() ? known?.trouble : undefined),
    keepFresh: () => {
      watchers += 1;
      readLater();
      return new Disposable(() => {
        watchers -= 1;
      });
    },
    isSeen: () => watchers > 0,
    read,
    onDidChange: changed.event,
    onDidTouch: touched.event,
    dispose: () => {
      clearTimeout(timer);
      for (const each of subscriptions) each.dispose();
    },
  };
}
