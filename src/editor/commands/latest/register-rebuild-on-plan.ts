import { l10n, type Disposable } from 'vscode';
import { rebuildOnPlan } from '../../../work/rebuild-on-plan.js';
import type { Services } from '../../services/services.js';
import { CommandError, registerCommand } from '../../ui/register-command.js';
import { showOutcome } from '../../operations/show-outcome.js';
import { settleOptions } from './settle-options.js';
import { requireBaseBranch, runOperation } from '../../operations/run-operation.js';

/** “Rebuild on the approved plan”: for work that came before its plan. The old branch stays. */
export function registerRebuildOnPlan(services: Services): Disposable {
  return registerCommand(services.log, 'pmZone.rebuildOnPlan', async () => {
    const myChange = await services.changes.read();
    const plan = myChange?.plan.plan;
    if (plan === undefined) {
      throw new CommandError(
        l10n.t('This change has no planning doc yet. Start one and commit it, then rebuild on it.'),
      );
    }
    const outcome = await runOperation(services, l10n.t('Rebuilding on the plan'), (own) =>
      rebuildOnPlan(own.work, {
        base: requireBaseBranch(own.policySession),
        plan: plan.path,
        message: plan.doc.title ?? l10n.t('The change'),
        ...settleOptions(own),
      }),
    );
    void showOutcome(services, outcome);
    return outcome?.done;
  });
}
