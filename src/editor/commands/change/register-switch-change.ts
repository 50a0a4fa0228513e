import { l10n, window, type Disposable, type QuickPickItem } from 'vscode';
import { planningDocMatcher } from '../../../planning/planning-doc-matcher.js';
import type { PolicySession } from '../../../policy/policy-session.js';
import { listChanges, type ListedChange, type ListedTrunk } from '../../../work/list-changes.js';
import { switchChange } from '../../../work/switch-change.js';
import { formatMoment } from './format-moment.js';
import type { Services } from '../../services/services.js';
import { CommandError, registerCommand } from '../../ui/register-command.js';
import { bringBackFollowUp, showOutcome } from '../../operations/show-outcome.js';
import { runOperation, type OperationContext } from '../../operations/run-operation.js';

/** “Switch to another change”, or to main without any: unfinished work waits on its branch, and is restored on the way back. */
export function registerSwitchChange(services: Services): Disposable {
  return registerCommand(services.log, 'pmZone.switchChange', async (argument) => {
    const outcome = await runOperation(services, l10n.t('Switching'), async (own) => {
      const chosen = typeof argument === 'string' ? { branch: argument } : await own.waiting(() => pickChange(own));
      if (chosen === undefined) return undefined;
      const { branch: to, elsewhere } = chosen;
      return switchChange(own.work, { to, elsewhere, base: own.policySession.base });
    });
    const waits = outcome?.done === true && outcome.waiting === 'waits';
    void showOutcome(services, outcome, ...(waits ? [bringBackFollowUp()] : []));
    return outcome?.done;
  });
}

async function pickChange({ work, policySession }: OperationContext): Promise<Chosen | undefined> {
  const isPlanningDoc = planningDocMatcher(policySession.policy);
  const outcome = await listChanges(work, { base: policySession.base, isPlanningDoc, own: addressesOf(policySession) });
  if (!outcome.done) throw new CommandError(outcome.sentence);
  const others = outcome.changes.filter(({ current }) => !current);
  const trunk = outcome.trunk?.current === false ? [outcome.trunk] : [];
  if (others.length + trunk.length === 0) {
    throw new CommandError(
      l10n.t('There is no other change of yours here. Start one with “Give My Change a Branch of Its Own”.'),
    );
  }
  // The first one is chosen by Enter, so that what was left behind comes last.
  const isLeft = ({ abandoned }: ListedChange): boolean => abandoned;
  const items = [
    ...others.filter((each) => !isLeft(each)).map(changeItem),
    ...trunk.map(trunkItem),
    ...others.filter(isLeft).map(changeItem),
  ];
  const placeHolder = l10n.t('Which change do you want to work on? What is unfinished here waits for you.');
  const chosen = await window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  return chosen;
}

/** By which their commits are known. */
function addressesOf({ asking: { names, rows } }: PolicySession): readonly string[] {
  return [...names, ...rows.flatMap(({ emails }) => emails)].filter((name) => name.includes('@', 1));
}

type Chosen = Pick<ListedChange, 'branch' | 'elsewhere'>;

type Item = QuickPickItem & Chosen;

function changeItem(change: ListedChange): Item {
  const { branch, plan, abandoned, elsewhere } = change;
  const name = plan?.title ?? branch;
  return {
    label: abandoned ? l10n.t('{0}, as it was before it was rebuilt', name) : name,
    description: plan?.title === undefined ? '' : branch,
    detail: stateOf(change),
    branch,
    ...(elsewhere !== undefined && { elsewhere }),
  };
}

function trunkItem({ branch, hasOwnCommits, parked }: ListedTrunk): Item {
  const states = [
    l10n.t('the branch that everybody works from'),
    ...(hasOwnCommits ? [l10n.t('has steps that nobody else has')] : []),
    ...(parked ? [l10n.t('unfinished work waits')] : []),
  ];
  const label = hasOwnCommits || parked ? branch : l10n.t('{0}, without my changes', branch);
  return { label, detail: states.join(' · '), branch };
}

function stateOf({ plan, lastStep, parked, shared, abandoned, elsewhere }: ListedChange): string {
  return [
    ...(abandoned ? [l10n.t('left behind, nothing to do here')] : []),
    plan === undefined ? l10n.t('no plan yet') : (plan.status ?? l10n.t('plan without a status')),
    ...(parked ? [l10n.t('unfinished work waits')] : []),
    ...(elsewhere === undefined ? [] : [l10n.t('on the server, not on this computer yet')]),
    ...(shared && elsewhere === undefined ? [l10n.t('shared')] : []),
    l10n.t('last step {0}: {1}', formatMoment(lastStep.at), lastStep.subject),
  ].join(' · ');
}
