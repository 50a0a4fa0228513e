import { Disposable, l10n } from 'vscode';
import { readLastStep } from '../../../work/last-step.js';
import { startOver } from '../../../work/start-over.js';
import { undoLastStep } from '../../../work/undo-last-step.js';
import type { Services } from '../../services/services.js';
import { countFiles } from '../../ui/count-files.js';
import { registerCommand } from '../../ui/register-command.js';
import { confirmDiscard, bringBackFollowUp, showOutcome } from '../../operations/show-outcome.js';
import { requireBaseBranch, runOperation } from '../../operations/run-operation.js';

/** “Start over”: restores the whole change to the state of the base branch. “Undo my last step”: the last commit of the change. */
export function registerDiscardCommands(services: Services): Disposable {
  return Disposable.from(
    registerCommand(services.log, 'pmZone.startOver', async () => {
      const myChange = await services.changes.read();
      const question = l10n.t(
        'Take back the whole change on “{0}”, committed or not ({1})?',
        myChange?.branch ?? l10n.t('this branch'),
        countFiles(myChange?.change.files.length ?? 0),
      );
      if (!(await confirmDiscard(question, l10n.t('Start Over')))) return undefined;
      const outcome = await runOperation(services, l10n.t('Starting over'), ({ work, policySession }) =>
        startOver(work, { base: requireBaseBranch(policySession) }),
      );
      void showOutcome(services, outcome, bringBackFollowUp(outcome?.done === true ? outcome.backup : undefined));
      return outcome?.done;
    }),
    registerCommand(services.log, 'pmZone.undoLastStep', async () => {
      const last = await runOperation(services, l10n.t('Looking for the last step'), ({ work, policySession }) =>
        readLastStep(work, { base: policySession.base }),
      );
      if (last?.done !== true) {
        void showOutcome(services, last);
        return last?.done;
      }
      const question = l10n.t('Undo the last commit of this change, “{0}”?', last.subject);
      const others = l10n.t(
        'Others have it already, so it stays, and a commit of its own takes it back. Share that one too.',
      );
      if (!(await confirmDiscard(question, l10n.t('Undo It'), last.kind === 'reversed' ? others : undefined)))
        return undefined;
      const outcome = await runOperation(services, l10n.t('Undoing the last step'), ({ work, policySession }) =>
        undoLastStep(work, { base: policySession.base }),
      );
      void showOutcome(services, outcome, bringBackFollowUp(outcome?.done === true ? outcome.backup : undefined));
      return outcome?.done;
    }),
  );
}
