import { l10n, type Disposable } from 'vscode';
import { undoLastStep } from '../../../work/undo-last-step.js';
import type { Services } from '../../services/services.js';
import { registerCommand } from '../../ui/register-command.js';
import { confirmDiscard, bringBackFollowUp, showOutcome } from '../../operations/show-outcome.js';
import { runOperation } from '../../operations/run-operation.js';

/** “Undo my last step”: the last commit of the change. */
export function registerUndoLastStep(services: Services): Disposable {
  return registerCommand(services.log, 'pmZone.undoLastStep', async () => {
    const myChange = await services.changes.read();
    const subject = myChange?.change.commits.at(-1)?.subject;
    const question =
      subject === undefined
        ? l10n.t('Undo the last commit of this change?')
        : l10n.t('Undo the last commit of this change, “{0}”?', subject);
    if (!(await confirmDiscard(question, l10n.t('Undo It')))) return undefined;
    const outcome = await runOperation(services, l10n.t('Undoing the last step'), ({ work, policySession }) =>
      undoLastStep(work, { base: policySession.base }),
    );
    void showOutcome(outcome, bringBackFollowUp(outcome?.done === true ? outcome.backup : undefined));
    return outcome?.done;
  });
}
