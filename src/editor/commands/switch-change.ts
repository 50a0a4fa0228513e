import { l10n, window, type Disposable, type QuickPickItem } from 'vscode';
import { planningDocMatcher } from '../../planning/path-globs.js';
import { listChanges, type ListedChange } from '../../work/list-changes.js';
import { switchChange } from '../../work/switch-change.js';
import { momentWords } from '../moment-words.js';
import type { Parts } from '../parts.js';
import { CannotDo, registerCommand } from '../register-command.js';
import { bringBackWay, sayOutcome } from '../say-outcome.js';
import { withWork, type OwnWork } from '../with-work.js';

/** “Switch to another change”: what is unfinished waits where it was done, and comes back when she does. */
export function registerSwitchChange(parts: Parts): Disposable {
  return registerCommand(parts.log, 'pmZone.switchChange', async (given) => {
    const outcome = await withWork(parts, l10n.t('Switching'), async (own) => {
      const to = typeof given === 'string' ? given : await pickChange(own);
      return to === undefined ? undefined : switchChange(own.work, { to });
    });
    const waits = outcome?.done === true && outcome.waiting === 'waits';
    void sayOutcome(outcome, ...(waits ? [bringBackWay()] : []));
    return outcome?.done;
  });
}

async function pickChange({ work, zone }: OwnWork): Promise<string | undefined> {
  const isPlanningDoc = planningDocMatcher(zone.policy);
  const outcome = await listChanges(work, { base: zone.base, isPlanningDoc });
  if (!outcome.done) throw new CannotDo(outcome.sentence);
  const others = outcome.changes.filter(({ current }) => !current);
  if (others.length === 0) {
    throw new CannotDo(
      l10n.t('There is no other change of yours here. Start one with “Give My Change a Branch of Its Own”.'),
    );
  }
  const items = others.map((change): QuickPickItem & { readonly branch: string } => ({
    label: change.plan?.title ?? change.branch,
    description: change.plan?.title === undefined ? '' : change.branch,
    detail: stateOf(change),
    branch: change.branch,
  }));
  const placeHolder = l10n.t('Which change do you want to work on? What is unfinished here waits for you.');
  const chosen = await window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  return chosen?.branch;
}

function stateOf({ plan, lastStep, parked, shared }: ListedChange): string {
  return [
    plan === undefined ? l10n.t('no plan yet') : (plan.status ?? l10n.t('plan without a status')),
    ...(parked ? [l10n.t('unfinished work waits')] : []),
    ...(shared ? [l10n.t('shared')] : []),
    l10n.t('last step {0}: {1}', momentWords(lastStep.at), lastStep.subject),
  ].join(' · ');
}
