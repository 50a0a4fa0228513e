import { commands, Disposable, EventEmitter, type Event, type LogOutputChannel } from 'vscode';
import type { MyChange } from '../../presentation/my-change/my-change.js';
import { findOpenPoints } from '../../presentation/tree/refused-nodes.js';
import { readRefusedCommit, refusedCommitFile } from '../../git/refused-commit-file.js';
import type { RefusedCommit, RefusalReason } from '../../git/refused-commit-file.js';
import { audienceOf } from '../sessions/audience.js';
import { logErrors } from '../ui/log-errors.js';
import type { CurrentRepository } from '../sessions/current-repository.js';
import type { MyChanges } from './my-changes.js';
import type { Reviews } from './reviews.js';
import { snapshotOf, type RepositorySession } from '../sessions/repository-session.js';
import { readSettings } from '../ui/editor-settings.js';
import { createGitFolderWatch } from '../sessions/git-folder-watch.js';

/** Why the commit guard stopped the last commit in the current repository, which it records in git's folder. */
export interface RefusedCommits {
  /** What is still to fix; nothing once the commit was made, or the files were put back. */
  readonly points: () => readonly RefusalReason[];
  /** Whether nothing was edited since. */
  readonly isUnchanged: (myChange: MyChange) => boolean;
  readonly onDidChange: Event<void>;
  /** The guard has just stopped a commit. */
  readonly onDidRefuse: Event<void>;
  readonly dispose: () => void;
}

/** Milliseconds: an older refusal is shown, but triggers no review. */
const recent = 60_000;

export function followRefusedCommits(
  current: CurrentRepository,
  changes: MyChanges,
  reviews: Reviews,
  log: LogOutputChannel,
): RefusedCommits {
  const changed = new EventEmitter<void>();
  const stopped = new EventEmitter<void>();
  let known:
    { readonly session: RepositorySession; readonly refused: RefusedCommit; content?: string | undefined } | undefined;
  let wasShown = false;

  const points = (): readonly RefusalReason[] => {
    const session = current.session();
    if (session === undefined || known?.session !== session) return [];
    const myChange = changes.latest();
    const head = myChange === undefined ? snapshotOf(session)?.repository.head.commit : myChange.headCommit;
    return findOpenPoints(known.refused, { head, uncommitted: myChange?.uncommitted });
  };
  const publish = (): void => {
    const isShown = points().length > 0;
    if (isShown !== wasShown) void commands.executeCommand('setContext', 'pmZone.refused', isShown);
    if (isShown || wasShown) changed.fire();
    wasShown = isShown;
  };
  const read = async (session: RepositorySession): Promise<void> => {
    const snapshot = snapshotOf(session);
    const isPm = audienceOf(session.state, readSettings()) === 'pm';
    const refused = snapshot && isPm ? await readRefusedCommit(snapshot.repository.gitDir) : undefined;
    if (current.session() !== session) return;
    const isNew = refused !== undefined && refused.at !== known?.refused.at && Date.now() - refused.at < recent;
    known = refused === undefined ? undefined : { session, refused, content: isNew ? undefined : known?.content };
    if (isNew && known !== undefined) {
      // The current content is what was refused; the review then reports it in every feature.
      known.content = (await changes.read())?.contentHash;
      reviews.run(session).catch(logErrors(log));
    }
    publish();
    if (isNew) stopped.fire();
  };
  const readCurrent = (): void => {
    const session = current.session();
    if (session !== undefined && snapshotOf(session) !== undefined) read(session).catch(logErrors(log));
  };
  const watch = createGitFolderWatch('gitDir', refusedCommitFile, readCurrent);
  const follow = (): void => {
    watch.follow(current.session());
    readCurrent();
  };
  const subscriptions = Disposable.from(
    watch,
    current.onDidChange(follow),
    changes.onDidChange(publish),
    changed,
    stopped,
  );
  follow();

  return {
    points,
    isUnchanged: ({ contentHash }) => known?.content === contentHash,
    onDidChange: changed.event,
    onDidRefuse: stopped.event,
    dispose: () => void subscriptions.dispose(),
  };
}
