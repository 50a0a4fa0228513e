import { commands, l10n, window, type Disposable, type QuickPickItem } from 'vscode';
import { bringBack, listBackupPaths, type BringBackOptions } from '../../../work/bring-back.js';
import { listBackups, listStashes, type Backup } from '../../../work/list-backups.js';
import { printable } from '../../../text/printable.js';
import { countFiles } from '../../ui/count-files.js';
import { formatMoment } from './format-moment.js';
import type { Services } from '../../services/services.js';
import { CommandError, registerCommand } from '../../ui/register-command.js';
import { bringBackFollowUp, showOutcome } from '../../operations/show-outcome.js';
import { runOperation, type OperationContext } from '../../operations/run-operation.js';

/** Paths named before the rest is counted. */
const mostNamed = 3;

/** “Bring back”: a backup of the list or one file of it, or the whole one that was just made. */
export function registerBringBack(services: Services): Disposable {
  return registerCommand(services.log, 'pmZone.bringBack', async (argument) => {
    const outcome = await runOperation(services, l10n.t('Bringing it back'), async (own) => {
      if (typeof argument === 'string') return bringBack(own.work, { ref: argument });
      const wanted = await own.waiting(async () => {
        const ref = await pickBackup(own);
        return typeof ref === 'string' ? pickPart(own, ref) : ref;
      });
      return wanted === undefined || isOfVscode(wanted) ? wanted : bringBack(own.work, wanted);
    });
    if (outcome !== undefined && isOfVscode(outcome)) {
      // VS Code brings back what it put away or took back itself, and asks which.
      await commands.executeCommand(outcome.command);
      return undefined;
    }
    const before = outcome?.done === true ? outcome.backup : undefined;
    void showOutcome(services, outcome, ...(before === undefined ? [] : [bringBackFollowUp()]));
    return outcome?.done;
  });
}

async function pickBackup({ work }: OperationContext): Promise<string | OfVscode | undefined> {
  const [outcome, stashes] = [await listBackups(work), await listStashes(work)];
  if (!outcome.done) throw new CommandError(outcome.sentence);
  const backups = outcome.backups.map((backup): Item => ({
    label: formatMoment(backup.at),
    description: [backup.why, ...branchOf(backup)].join(' · '),
    detail: detailOf(backup, work.repository.head.branch),
    ref: backup.ref,
  }));
  const items = [...backups, ...stashItems(stashes), discardedItem()];
  const placeHolder = l10n.t('What do you want to bring back? What stands in its place now is kept as a backup too.');
  const options = { placeHolder, matchOnDescription: true, matchOnDetail: true };
  return (await window.showQuickPick(items, options))?.ref;
}

/** What VS Code keeps itself, which is no backup of ours: its command that brings it back. */
interface OfVscode {
  readonly command: 'git.stashPop' | 'workbench.action.localHistory.restoreViaPicker';
}

type Item = QuickPickItem & { readonly ref: string | OfVscode };

function isOfVscode(wanted: object): wanted is OfVscode {
  return 'command' in wanted;
}

/** What was taken back with “Discard Changes” of Source Control or by a checkout there; VS Code does not tell of which files. */
function discardedItem(): Item {
  return {
    label: l10n.t('Something else'),
    description: l10n.t('taken back by “Discard Changes” of Source Control'),
    detail: l10n.t('VS Code kept each file as you saved it: choose the file and the time, and copy from there'),
    ref: { command: 'workbench.action.localHistory.restoreViaPicker' },
  };
}

function stashItems([newest, ...more]: Awaited<ReturnType<typeof listStashes>>): readonly Item[] {
  if (newest === undefined) return [];
  const detail =
    more.length === 0 ? printable(newest.words) : l10n.t('{0}, and {1} more', printable(newest.words), more.length);
  return [
    {
      label: formatMoment(newest.at),
      description: l10n.t('put away by “Stash” of Source Control; VS Code brings it back'),
      detail,
      ref: { command: 'git.stashPop' },
    },
  ];
}

/** All of it, or one file of several. */
async function pickPart({ work }: OperationContext, ref: string): Promise<BringBackOptions | undefined> {
  const outcome = await listBackupPaths(work, { ref });
  if (!outcome.done) throw new CommandError(outcome.sentence);
  const { paths } = outcome;
  if (paths.length < 2) return { ref };
  const items: readonly (QuickPickItem & { readonly wanted: BringBackOptions })[] = [
    { label: l10n.t('All of it'), description: countFiles(paths.length), wanted: { ref } },
    ...paths.map((path) => ({ label: path, wanted: { ref, paths: [path] } })),
  ];
  return (await window.showQuickPick(items, { placeHolder: l10n.t('All of it, or only one file?') }))?.wanted;
}

/** What is in it, and where it would go if not simply onto the branch that is open. */
function detailOf(backup: Backup, open: string | undefined): string {
  const { snapshot, goesTo } = backup;
  if (snapshot === undefined) return l10n.t('stays kept; ask your engineering DRI');
  return [contentOf(backup, snapshot), ...(goesTo === open ? [] : [wayOf(backup)])].join(' · ');
}

/** The branch it was made on, and what became of it. */
function branchOf({ branch, goesTo }: Backup): readonly string[] {
  if (branch === undefined) return [];
  if (goesTo === undefined) return [l10n.t('{0}, which is gone', branch)];
  return [goesTo === branch ? branch : l10n.t('{0}, now called {1}', branch, goesTo)];
}

function wayOf({ goesTo, parked }: Backup): string {
  if (goesTo === undefined) return l10n.t('comes onto the change that is open');
  return parked
    ? l10n.t('waits on {0}, comes back by itself when you switch there', goesTo)
    : l10n.t('switch to {0} first', goesTo);
}

function contentOf({ paths, parked }: Backup, { discarded }: NonNullable<Backup['snapshot']>): string {
  if (paths.length === 0)
    return parked ? l10n.t('what was ready for the next commit then') : l10n.t('what was committed then');
  const first = paths.slice(0, mostNamed).join(', ');
  const named = paths.length <= mostNamed ? first : l10n.t('{0} and {1} more', first, paths.length - mostNamed);
  return discarded === undefined && !parked ? l10n.t('{0}, with what was committed then', named) : named;
}
