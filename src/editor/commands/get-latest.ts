import { commands, Disposable, l10n, Uri, window, type Tab } from 'vscode';
import { cancelLatest, finishLatest } from '../../work/end-latest.js';
import { fetchBase } from '../../work/fetch-base.js';
import { getLatest, type LatestOptions } from '../../work/get-latest.js';
import { currentView } from '../current-view.js';
import type { Parts } from '../parts.js';
import { CannotDo, registerCommand } from '../register-command.js';
import type { RepositoryZone } from '../repository-zone.js';
import { asksFirst, bringBackWay, sayOutcome, type GoOn } from '../say-outcome.js';
import { signedInFetch } from '../signed-in-fetch.js';
import { settleOptions } from '../settle-options.js';
import { liesIn, unsavedIn } from '../unsaved.js';
import { baseOf, withWork } from '../with-work.js';

/** “Get the latest”, and its two ends where files wait for the merge editor. */
export function registerGetLatest(parts: Parts): Disposable {
  return Disposable.from(
    registerCommand(parts.log, 'pmZone.getLatest', async () => {
      const outcome = await withWork(
        parts,
        l10n.t('Getting the latest'),
        (own, token) => {
          const stop = new AbortController();
          token.onCancellationRequested(() => stop.abort());
          const fetch: NonNullable<LatestOptions['fetch']> = (work, base) =>
            fetchBase(work, base, { signal: stop.signal, fetch: signedInFetch(own.place.root) });
          return getLatest(own.work, { base: baseOf(own.zone), fetch, ...settleOptions(own) });
        },
        'notification',
      );
      const [first] = outcome?.done === true ? outcome.conflicts : [];
      if (first !== undefined) await openConflict(parts, first);
      void sayOutcome(outcome, ...(first === undefined ? [] : ends()));
      return outcome?.done;
    }),
    registerCommand(parts.log, 'pmZone.finishLatest', async () => {
      await refuseMergeEditor(parts);
      const outcome = await withWork(parts, l10n.t('Finishing'), ({ work }) => finishLatest(work));
      const [open] = outcome?.done === false && outcome.reason === 'conflict' ? outcome.paths : [];
      if (open !== undefined) await openConflict(parts, open);
      void sayOutcome(outcome);
      return outcome?.done;
    }),
    registerCommand(parts.log, 'pmZone.cancelLatest', async () => {
      const question = l10n.t('Save the open files, take back all that came in, and go on as before?');
      if (!(await asksFirst(question, l10n.t('Take It Back')))) return undefined;
      const { zone } = await currentView(parts);
      for (const document of unsavedIn(zone)) await document.save();
      const outcome = await withWork(parts, l10n.t('Taking it back'), ({ work }) => cancelLatest(work));
      void sayOutcome(outcome, bringBackWay(outcome?.done === true ? outcome.backup : undefined));
      return outcome?.done;
    }),
  );
}

function ends(): readonly GoOn[] {
  return [
    { label: l10n.t('Finish'), command: 'pmZone.finishLatest' },
    { label: l10n.t('Cancel'), command: 'pmZone.cancelLatest' },
  ];
}

/** What the merge editor shows it has taken the marks out of: only its own button knows whether all is settled. */
async function refuseMergeEditor(parts: Parts): Promise<void> {
  const { zone } = await currentView(parts);
  const [open] = mergeTabs(zone);
  if (open === undefined) return;
  throw new CannotDo(
    l10n.t('The merge editor is still open: {0}. Choose “Complete Merge” there, then “Finish” again.', open.label),
  );
}

/** The merge editors of a repository. What such a tab shows is no type of VS Code's stable interface. */
function mergeTabs(zone: RepositoryZone): readonly Tab[] {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => {
      const result = typeof input === 'object' && input !== null && 'result' in input ? input.result : undefined;
      return result instanceof Uri && liesIn(zone, result);
    });
}

/** In VS Code's merge editor; where git's part of VS Code is off, with both sides in the text. */
async function openConflict(parts: Parts, path: string): Promise<void> {
  const { zone } = await currentView(parts);
  const uri = Uri.joinPath(Uri.file(zone.root), ...path.split('/'));
  try {
    await commands.executeCommand('git.openMergeEditor', uri);
  } catch {
    await window.showTextDocument(uri).then(undefined, () => undefined);
  }
}
