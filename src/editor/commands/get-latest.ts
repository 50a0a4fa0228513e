import { commands, Disposable, l10n, Uri, window } from 'vscode';
import { cancelLatest, finishLatest } from '../../work/end-latest.js';
import { fetchBase } from '../../work/fetch-base.js';
import { getLatest, type LatestOptions } from '../../work/get-latest.js';
import { currentView } from '../current-view.js';
import { closeMergeEditors, isReadAnew, mergeTabs } from '../merge-editors.js';
import type { Parts } from '../parts.js';
import { CannotDo, registerCommand } from '../register-command.js';
import { makeRoom } from '../say.js';
import { asksFirst, bringBackWay, sayOutcome } from '../say-outcome.js';
import { saySettled } from '../say-settled.js';
import { sentCommit } from '../sent.js';
import { signedInFetch } from '../signed-in-fetch.js';
import { settleOptions } from '../settle-options.js';
import { unsavedIn } from '../unsaved.js';
import { baseOf, withWork } from '../with-work.js';

/** “Get the latest”, and its two ends where files wait for the merge editor. */
export function registerGetLatest(parts: Parts): Disposable {
  let settling: Disposable | undefined;
  /** “Next step” says what to do: a toast would cover the merge editor's own button. */
  const settle = async (path: string): Promise<void> => {
    settling?.dispose();
    settling = saySettled(parts);
    await makeRoom();
    await commands.executeCommand(sidebar);
    await openConflict(parts, path);
  };
  return Disposable.from(
    new Disposable(() => {
      settling?.dispose();
    }),
    registerCommand(parts.log, 'pmZone.getLatest', async () => {
      const outcome = await withWork(
        parts,
        l10n.t('Getting the latest'),
        (own, token) => {
          const stop = new AbortController();
          token.onCancellationRequested(() => stop.abort());
          const fetch: NonNullable<LatestOptions['fetch']> = (work, base) =>
            fetchBase(work, base, { signal: stop.signal, fetch: signedInFetch(own.place.root) });
          const sent = sentCommit(parts.context, own.zone.repository.head.branch);
          return getLatest(own.work, { base: baseOf(own.zone), fetch, sent, ...settleOptions(own) });
        },
        'notification',
      );
      const [first] = outcome?.done === true ? outcome.conflicts : [];
      if (first === undefined) void sayOutcome(outcome);
      else await settle(first);
      return outcome?.done;
    }),
    registerCommand(parts.log, 'pmZone.finishLatest', async () => {
      await refuseMergeEditor(parts);
      const outcome = await withWork(parts, l10n.t('Finishing'), ({ work }) => finishLatest(work));
      const [open] = outcome?.done === false && outcome.reason === 'conflict' ? outcome.paths : [];
      if (open !== undefined) await openConflict(parts, open);
      if (outcome?.done === true) await commands.executeCommand(sidebar);
      void sayOutcome(outcome);
      return outcome?.done;
    }),
    registerCommand(parts.log, 'pmZone.cancelLatest', async () => {
      const question = l10n.t('Save the open files, take back all that came in, and go on as before?');
      if (!(await asksFirst(question, l10n.t('Take It Back')))) return undefined;
      const { zone } = await currentView(parts);
      for (const document of unsavedIn(zone)) await document.save();
      const outcome = await withWork(parts, l10n.t('Taking it back'), ({ work }) => cancelLatest(work));
      if (outcome?.done === true) await closeMergeEditors(zone);
      void sayOutcome(outcome, bringBackWay(outcome?.done === true ? outcome.backup : undefined));
      return outcome?.done;
    }),
    registerCommand(parts.log, 'pmZone.openConflict', async (given) => {
      await parts.changes.read();
      const open = parts.changes.trouble()?.paths ?? [];
      const path = open.find((each) => each === given) ?? open[0];
      if (path === undefined) throw new CannotDo(l10n.t('Nothing is left to settle. Choose “Finish”.'));
      await settle(path);
    }),
  );
}

/** The merge editor's own button leads to the source control's view. */
const sidebar = 'workbench.view.extension.pm-zone';

/** What the merge editor shows it has taken the marks out of: only its own button knows whether all is settled. */
async function refuseMergeEditor(parts: Parts): Promise<void> {
  const { zone } = await currentView(parts);
  const [open] = mergeTabs(zone);
  if (open === undefined) return;
  throw new CannotDo(
    l10n.t('The merge editor is still open: {0}. Choose “Complete Merge” there, then “Finish” again.', open.label),
  );
}

/** In VS Code's merge editor; where git's part of VS Code is off, with both sides in the text. */
async function openConflict(parts: Parts, path: string): Promise<void> {
  const { zone } = await currentView(parts);
  const uri = Uri.joinPath(Uri.file(zone.root), ...path.split('/'));
  // The merge editor takes a text without both sides for one that was settled by hand.
  await isReadAnew(uri);
  try {
    await commands.executeCommand('git.openMergeEditor', uri);
  } catch {
    await window.showTextDocument(uri).then(undefined, () => undefined);
  }
}
