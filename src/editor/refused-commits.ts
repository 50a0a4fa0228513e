import { commands, EventEmitter, type Event, type LogOutputChannel } from 'vscode';
import type { MyChange } from '../guide/my-change.js';
import { openPoints } from '../guide/refused-nodes.js';
import { readRefused, refusedFile, type Refused, type RefusedPoint } from '../repository/refused-file.js';
import { audienceOf } from './audience.js';
import type { CurrentRepository } from './current-repository.js';
import { logTo } from './log-to.js';
import type { MyChanges } from './my-changes.js';
import type { RepositoryZone } from './repository-zone.js';
import type { Reviews } from './reviews.js';
import { readSettings } from './settings.js';
import { createGitFolderWatch } from './watch-git-folder.js';
import { viewOf } from './zones.js';

/** What the commit guard stopped the last commit for, in the current repository: it leaves that in git's folder. */
export interface RefusedCommits {
  /** What is still to mend of it; nothing once the commit was made, or what it was about was put back. */
  readonly points: () => readonly RefusedPoint[];
  /** Nothing was edited since. */
  readonly isAsRefused: (mine: MyChange) => boolean;
  readonly onDidChange: Event<void>;
  /** The guard has stopped a commit just now. */
  readonly onDidRefuse: Event<void>;
  readonly dispose: () => void;
}

/** Milliseconds: an older refusal is shown, and nothing is done for it. */
const recent = 60_000;

export function followRefusedCommits({
  current,
  changes,
  reviews,
  log,
}: {
  readonly current: CurrentRepository;
  readonly changes: MyChanges;
  readonly reviews: Reviews;
  readonly log: LogOutputChannel;
}): RefusedCommits {
  const changed = new EventEmitter<void>();
  const stopped = new EventEmitter<void>();
  let known: { readonly zone: RepositoryZone; readonly refused: Refused; content?: string | undefined } | undefined;
  let wasShown = false;

  const points = (): readonly RefusedPoint[] => {
    const zone = current.zone();
    if (zone === undefined || known?.zone !== zone) return [];
    const mine = changes.now();
    const head = mine === undefined ? viewOf(zone)?.repository.head.commit : mine.newest;
    return openPoints(known.refused, { head, uncommitted: mine?.uncommitted });
  };
  const tell = (): void => {
    const isShown = points().length > 0;
    if (isShown !== wasShown) void commands.executeCommand('setContext', 'pmZone.refused', isShown);
    if (isShown || wasShown) changed.fire();
    wasShown = isShown;
  };
  const read = async (zone: RepositoryZone): Promise<void> => {
    const view = viewOf(zone);
    const isHers = audienceOf(zone.state, readSettings()) === 'pm';
    const refused = view && isHers ? await readRefused(view.repository.gitDir) : undefined;
    if (current.zone() !== zone) return;
    const isNew = refused !== undefined && refused.at !== known?.refused.at && Date.now() - refused.at < recent;
    known = refused === undefined ? undefined : { zone, refused, content: isNew ? undefined : known?.content };
    if (isNew && known !== undefined) {
      // Where she stands now is what was refused; the review then says it with every face.
      known.content = (await changes.read())?.content;
      reviews.run(zone).catch(logTo(log));
    }
    tell();
    if (isNew) stopped.fire();
  };
  const readCurrent = (): void => {
    const zone = current.zone();
    if (zone !== undefined && viewOf(zone) !== undefined) read(zone).catch(logTo(log));
  };
  const watch = createGitFolderWatch('gitDir', refusedFile, readCurrent);
  const follow = (): void => {
    watch.follow(current.zone());
    readCurrent();
  };
  const subscriptions = [watch, current.onDidChange(follow), changes.onDidChange(tell), changed, stopped];
  follow();

  return {
    points,
    isAsRefused: ({ content }) => known?.content === content,
    onDidChange: changed.event,
    onDidRefuse: stopped.event,
    dispose: () => {
      for (const each of subscriptions) each.dispose();
    },
  };
}
