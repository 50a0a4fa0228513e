import { l10n, type Disposable } from 'vscode';
import { rebuildOnPlan } from '../../work/rebuild-on-plan.js';
import type { Parts } from '../parts.js';
import { CannotDo, registerCommand } from '../register-command.js';
import { sayOutcome } from '../say-outcome.js';
import { settleOptions } from '../settle-options.js';
import { baseOf, withWork } from '../with-work.js';

/** “Rebuild on the approved plan”: for work that came before its plan. The old branch stays. */
export function registerRebuildOnPlan(parts: Parts): Disposable {
  return registerCommand(parts.log, 'pmZone.rebuildOnPlan', async () => {
    const mine = await parts.changes.read();
    const plan = mine?.plan.plan;
    if (plan === undefined) {
      throw new CannotDo(l10n.t('This change has no planning doc yet. Start one and commit it, then rebuild on it.'));
    }
    const outcome = await withWork(parts, l10n.t('Rebuilding on the plan'), (own) =>
      rebuildOnPlan(own.work, {
        base: baseOf(own.zone),
        plan: plan.path,
        message: plan.doc.title ?? l10n.t('The change'),
        ...settleOptions(own),
      }),
    );
    void sayOutcome(outcome);
    return outcome?.done;
  });
}
