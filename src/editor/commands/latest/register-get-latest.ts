import { commands, Disposable, l10n, window } from 'vscode';
import type { SideChoice } from '../../../work/conflict-options.js';
import { cancelLatest, finishLatest } from '../../../work/finish-latest.js';
import { takeRebaseBack } from '../../../work/take-rebase-back.js';
import { fetchBase } from '../../../work/fetch-base.js';
import { getAllLatest } from '../../../work/get-all-latest.js';
import type { GetLatestOptions } from '../../../work/get-latest.js';
import { OperationError } from '../../../work/operation-outcome.js';
import { findTakenAway, settleTakenAway } from '../../../work/settle-taken-away.js';
import { carriesMoreThanPlan, committedPaths } from '../../../presentation/my-change/committed-paths.js';
import type { MyChange } from '../../../presentation/my-change/my-change.js';
import { currentSnapshot } from '../../sessions/current-snapshot.js';
import { closeMergeEditors, waitUntilReloaded, findMergeEditors } from './merge-editors.js';
import type { Services } from '../../services/services.js';
import { uriInRepository } from '../../sessions/repository-uri.js';
import { editorGitEnvironment } from '../../ui/editor-git-environment.js';
import { CommandError, registerCommand } from '../../ui/register-command.js';
import { hideNotifications } from '../../ui/notify.js';
import { confirmDiscard, bringBackFollowUp, showOutcome } from '../../operations/show-outcome.js';
import { inBackground } from '../../ui/log-errors.js';
import { followConfirmations } from './follow-confirmations.js';
import { signedInFetch } from './signed-in-fetch.js';
import { askWhetherStays, settleOptions } from './settle-options.js';
import { unsavedDocuments } from '../../sessions/unsaved-documents.js';
import { requireBaseBranch, runOperation } from '../../operations/run-operation.js';

/** “Get the latest”, and its two ends where files wait for the merge editor. */
export function registerGetLatest(services: Services): Disposable {
  let settling: Disposable | undefined;
  /** “Next step” says what to do: a toast would cover the merge editor's own button. */
  const settle = async (path: string): Promise<void> => {
    settling?.dispose();
    settling = notifyWhenSettled(services);
    await hideNotifications();
    await commands.executeCommand(sidebar);
    await openConflict(services, path);
  };
  return Disposable.from(
    new Disposable(() => void settling?.dispose()),
    registerCommand(services.log, 'pmZone.getLatest', async () => {
      const before = await services.changes.read();
      const session = services.current.session();
      const tellAskedAgain = followConfirmations(services);
      const outcome = await runOperation(
        services,
        l10n.t('Getting the latest'),
        (own, token) => {
          const stop = new AbortController();
          token.onCancellationRequested(() => stop.abort());
          const fetch: NonNullable<GetLatestOptions['fetch']> = (work, base) =>
            own.waiting(() => fetchBase(work, base, { signal: stop.signal, fetch: signedInFetch(own.session.root) }));
          const sent = services.sent.commitOf(own.policySession.repository.head.branch);
          return getAllLatest(own.work, {
            base: requireBaseBranch(own.policySession),
            fetch,
            sent,
            ...settleOptions(own),
          });
        },
        'notification',
      );
      if (session !== undefined && outcome !== undefined) services.base.note(session, outcome);
      const [first] = outcome?.done === true ? outcome.conflicts : [];
      // The views say how many changes are newer: no longer, where this says that they are in.
      const after = await services.changes.read();
      if (outcome?.done === true) await noteMerged(services, before, after);
      if (first !== undefined) await settle(first);
      else {
        void showOutcome(services, outcome, {
          label: l10n.t('Try Again'),
          command: 'pmZone.getLatest',
          isAgain: true,
        });
        if (outcome?.done === true) inBackground(services.log, tellAskedAgain)();
      }
      return outcome?.done;
    }),
    registerCommand(services.log, 'pmZone.finishLatest', async () => {
      await refuseMergeEditor(services);
      const outcome = await runOperation(services, l10n.t('Finishing'), ({ work }) => finishLatest(work));
      const [open] = outcome?.done === false && outcome.reason === 'conflict' ? outcome.paths : [];
      if (open !== undefined) await openConflict(services, open);
      if (outcome?.done === true) await commands.executeCommand(sidebar);
      void showOutcome(services, outcome);
      return outcome?.done;
    }),
    registerCommand(services.log, 'pmZone.cancelLatest', async () => {
      const question = l10n.t('Save the open files, take back all that came in, and go on as before?');
      if (!(await confirmDiscard(question, l10n.t('Take It Back')))) return undefined;
      const { session } = await currentSnapshot(services.current);
      for (const document of unsavedDocuments(session)) await document.save();
      const outcome = await runOperation(services, l10n.t('Taking it back'), ({ work }) => cancelLatest(work));
      if (outcome?.done === true) await closeMergeEditors(session);
      void showOutcome(services, outcome, bringBackFollowUp(outcome?.done === true ? outcome.backup : undefined));
      return outcome?.done;
    }),
    registerCommand(services.log, 'pmZone.cancelRebase', async () => {
      const question = l10n.t('Save the open files, take the rebase back, and go on as before it?');
      if (!(await confirmDiscard(question, l10n.t('Take It Back')))) return undefined;
      const { session } = await currentSnapshot(services.current);
      for (const document of unsavedDocuments(session)) await document.save();
      const outcome = await runOperation(services, l10n.t('Taking it back'), ({ work }) => takeRebaseBack(work));
      if (outcome?.done === true) await closeMergeEditors(session);
      void showOutcome(services, outcome, bringBackFollowUp(outcome?.done === true ? outcome.backup : undefined));
      return outcome?.done;
    }),
    registerCommand(services.log, 'pmZone.openConflict', async (argument) => {
      await services.changes.read();
      const open = services.changes.error()?.paths ?? [];
      const path = open.find((each) => each === argument) ?? open[0];
      if (path === undefined) throw new CommandError(l10n.t('Nothing is left to settle. Choose “Finish”.'));
      if (!(await settleWhole(services, path))) await settle(path);
    }),
  );
}

/** What was sent and is no longer another than main's has been merged there, also where nobody asked the host. */
async function noteMerged(
  { sent }: Services,
  before: MyChange | undefined,
  after: MyChange | undefined,
): Promise<void> {
  if (before === undefined || after === undefined || before.isOnTrunk || after.branch !== before.branch) return;
  const isSent = before.isShared && sent.commitOf(before.branch) !== undefined;
  if (isSent && carriesMoreThanPlan(before) && committedPaths(after).length === 0)
    await sent.recordMerged(after.branch);
}

/** Shown afterwards, since the merge editor's own button leads to the source control view. */
const sidebar = 'workbench.view.extension.pm-zone';

/** An open merge editor has removed the conflict markers from the file: only its own button knows whether all is settled. */
async function refuseMergeEditor(services: Services): Promise<void> {
  const { session } = await currentSnapshot(services.current);
  const [open] = findMergeEditors(session);
  if (open === undefined) return;
  throw new CommandError(
    l10n.t('The merge editor is still open: {0}. Choose “Complete Merge” there, then “Finish” again.', open.label),
  );
}

/** Of a file that one side took away there are no two texts: the PM says whether it stays. `false` where both sides have it. */
async function settleWhole(services: Services, path: string): Promise<boolean> {
  const { session } = await currentSnapshot(services.current);
  const takenAway = await readTakenAway(session.root, path);
  if (takenAway === undefined) return false;
  try {
    const choice = await askWhetherStays(path, takenAway);
    const outcome = await runOperation(services, l10n.t('Settling'), ({ work }) =>
      settleTakenAway(work, path, { stays: choice !== takenAway }),
    );
    void showOutcome(services, outcome);
  } catch (error) {
    // The list was left: nothing was chosen, and the file waits.
    if (!(error instanceof OperationError)) throw error;
  }
  return true;
}

async function readTakenAway(root: string, path: string): Promise<SideChoice | undefined> {
  const [{ openRepository }, { openWork }] = await Promise.all([
    import('../../../git/repository.js'),
    import('../../../work/work.js'),
  ]);
  const repository = await openRepository(root, { environment: editorGitEnvironment() });
  try {
    return await findTakenAway(openWork(repository), path);
  } finally {
    repository.close();
  }
}

/** Opens it in VS Code's merge editor; where VS Code's git is disabled, as text with both sides. */
async function openConflict(services: Services, path: string): Promise<void> {
  const { session } = await currentSnapshot(services.current);
  const uri = uriInRepository(session, path);
  // The merge editor treats a text without both sides as already settled by hand.
  await waitUntilReloaded(uri);
  try {
    await commands.executeCommand('git.openMergeEditor', uri);
  } catch {
    await window.showTextDocument(uri).then(undefined, () => undefined);
  }
}

/**
 * While files of the latest wait to be settled: says that none is left, once, with the two ways on. The merge editor leads away from
 * “Next step”, which says so too.
 */
function notifyWhenSettled(services: Services): Disposable {
  const { current, changes } = services;
  const session = current.session();
  let hadOpen = false;
  const look = (): void => {
    if (current.session() !== session) return;
    if (changes.error()?.kind === 'unmerged') {
      hadOpen = true;
      return;
    }
    const myChange = changes.latest();
    if (!hadOpen || myChange === undefined) return;
    following.dispose();
    // Somebody ended it in another way.
    if (!myChange.change.merging) return;
    const sentence = l10n.t('All is settled: yours and theirs are together now. Finish it, then go on.');
    void showOutcome(
      services,
      { done: true, sentence },
      { label: l10n.t('Finish'), command: 'pmZone.finishLatest' },
      { label: l10n.t('Take It Back'), command: 'pmZone.cancelLatest' },
    );
  };
  const following = Disposable.from(changes.keepFresh(), changes.onDidChange(look));
  look();
  return following;
}
