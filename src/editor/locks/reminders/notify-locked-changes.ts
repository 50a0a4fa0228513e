import { join } from 'node:path';
import { commands, Disposable, l10n, type Uri } from 'vscode';
import { findLockedChanges, type LockedChange } from '../../../presentation/my-change/find-locked-changes.js';
import type { MyChange } from '../../../presentation/my-change/my-change.js';
import { addRenamedPaths } from '../../../presentation/my-change/add-renamed-paths.js';
import { readFileStamp } from '../../../git/file-stamp.js';
import { printable } from '../../../text/printable.js';
import type { Ask } from '../../ui/notify.js';
import { audienceOf } from '../../sessions/audience.js';
import { logErrors } from '../../ui/log-errors.js';
import type { Services } from '../../services/services.js';
import type { SessionSnapshot } from '../../sessions/repository-state.js';
import { snapshotOf, type RepositorySession } from '../../sessions/repository-session.js';
import { confirmDiscard, bringBackFollowUp, showOutcome } from '../../operations/show-outcome.js';
import { readSettings } from '../../ui/editor-settings.js';
import { isInRepository, pathInRepository, uriInRepository } from '../../sessions/repository-uri.js';
import { createTimers } from '../../ui/timers.js';
import { watchFiles } from '../../ui/watch-files.js';
import { runOperation } from '../../operations/run-operation.js';

/** Milliseconds: an assistant or a git command writes several files. */
const settles = 600;
/** While git holds its index, the working tree is in between two states. */
const gitBusyRetry = { milliseconds: 1000, times: 120 };

/**
 * Reports promptly, in one message, that locked files were created, changed, renamed or deleted: outside an editor, or by an assistant.
 * `isKnown` leaves out those that the PM was already asked about.
 */
export function notifyLockedChanges(services: Services, isKnown: (uri: Uri) => boolean, ask: Ask): Disposable {
  const { current, changes, log } = services;
  let touched = new Set<string>();
  let reported = new Set<string>();
  let watched: RepositorySession | undefined;
  const timers = createTimers();

  const onFile = (uri: Uri): void => {
    const session = current.session();
    const snapshot = session && snapshotOf(session);
    if (session === undefined || snapshot === undefined || !isInRepository(session, uri)) return;
    if (audienceOf(session.state, readSettings()) !== 'pm') return;
    const path = pathInRepository(session, uri);
    // For a deleted folder VS Code reports only the folder itself.
    if (snapshot.judge(path).standing !== 'locked' && !snapshot.isFolder(path)) return;
    if (session !== watched) {
      touched = new Set();
      reported = new Set();
      watched = session;
    }
    touched.add(path);
    scheduleCheck(settles);
  };
  const scheduleCheck = (milliseconds: number, times = 0): void =>
    timers.set(milliseconds, () => void check(times).catch(logErrors(log)));
  const check = async (times: number): Promise<void> => {
    const session = current.session();
    const snapshot = session && snapshotOf(session);
    const paths = touched;
    if (session === undefined || snapshot === undefined || session !== watched) return;
    const retry = (): void => {
      if (times < gitBusyRetry.times) scheduleCheck(gitBusyRetry.milliseconds, times + 1);
    };
    const before = await readGitActivity(snapshot);
    if (before.isBusy) {
      retry();
      return;
    }
    // What a merge or the like brings in is not the PM's work; a commit judges only what is.
    touched = new Set();
    if (before.isMerging) return;
    const myChange = await changes.read();
    // Git may have run while the change was read.
    if ((await readGitActivity(snapshot)).stamp !== before.stamp) {
      touched = new Set([...paths, ...touched]);
      retry();
      return;
    }
    if (myChange === undefined || session !== watched) return;
    const open = new Set(myChange.uncommitted);
    reported = new Set([...reported].filter((path) => open.has(path)));
    const found = findLockedChanges(myChange, [...paths]).filter(
      ({ path }) => !reported.has(path) && !isKnown(uriInRepository(session, path)),
    );
    for (const { path } of found) reported.add(path);
    if (found.length > 0) await report(session, myChange, found);
  };
  const report = async (
    session: RepositorySession,
    myChange: MyChange,
    found: readonly LockedChange[],
  ): Promise<void> => {
    const why = l10n.t('Why?');
    const back = l10n.t('Put Back');
    const answer = await ask(describeChanges(found), back, why);
    const uris = found.map(({ path }) => uriInRepository(session, path));
    if (answer === why) await commands.executeCommand('pmZone.why', uris[0], uris);
    if (answer !== back || session !== current.session()) return;
    const locked = found.map(({ path }) => path);
    const paths = addRenamedPaths(myChange.change, locked).filter((path) => myChange.uncommitted.includes(path));
    const [only = '', other] = paths.map(printable);
    const question =
      locked.length > 1
        ? l10n.t('Put {0} locked files back as they were last committed?', locked.length)
        : other === undefined
          ? l10n.t('Put {0} back as it was last committed?', only)
          : l10n.t('Put {0} and {1} back as they were last committed? The file was moved.', only, other);
    if (!(await confirmDiscard(question, l10n.t('Put Back')))) return;
    const { putFilesBack } = await import('../../../work/put-files-back.js');
    const outcome = await runOperation(services, l10n.t('Putting it back'), ({ work }) =>
      putFilesBack(work, { paths }),
    );
    await showOutcome(services, outcome, bringBackFollowUp(outcome?.done === true ? outcome.backup : undefined));
  };

  return Disposable.from(watchFiles('**/*', onFile), timers);
}

const mergeFileNames = ['MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD', 'rebase-merge', 'rebase-apply'];

/** What git is doing, and a stamp that differs after each of its steps. */
async function readGitActivity({ repository }: SessionSnapshot): Promise<{
  readonly isBusy: boolean;
  readonly isMerging: boolean;
  readonly stamp: string;
}> {
  const [lock, index, head, ...mergeFiles] = await Promise.all(
    ['index.lock', 'index', 'HEAD', ...mergeFileNames].map((name) => readFileStamp(join(repository.gitDir, name))),
  );
  return {
    isBusy: lock !== undefined,
    isMerging: mergeFiles.some((each) => each !== undefined),
    stamp: JSON.stringify([lock, index, head, mergeFiles]),
  };
}

function describeChanges(found: readonly LockedChange[]): string {
  const [first] = found as readonly [LockedChange, ...LockedChange[]];
  const path = printable(first.path);
  if (found.length > 1) {
    return l10n.t(
      '{0} locked files were changed, among them {1}. They are not yours to edit, and a review stops a change that has them. Put them back, or see whom to ask.',
      found.length,
      path,
    );
  }
  switch (first.kind) {
    case 'new':
      return l10n.t(
        '{0} was made where everything is locked for PMs, and a review stops a change that has it. Put it back (it then goes), or see whom to ask.',
        path,
      );
    case 'changed':
      return l10n.t(
        '{0} was changed. It is locked for PMs, and a review stops a change that has it. Put it back, or see whom to ask.',
        path,
      );
    case 'removed':
      return l10n.t(
        '{0} was removed. It is locked for PMs, and a review stops a change that has it. Put it back, or see whom to ask.',
        path,
      );
  }
}
