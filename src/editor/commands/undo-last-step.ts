import { l10n, type Disposable } from 'vscode';
import { undoLastStep } from '../../work/undo-last-step.js';
import type { Parts } from '../parts.js';
import { registerCommand } from '../register-command.js';
import { asksFirst, bringBackWay, sayOutcome } from '../say-outcome.js';
import { withWork } from '../with-work.js';

/** “Undo my last step”: the last commit of the change. */
export function registerUndoLastStep(parts: Parts): Disposable {
  return registerCommand(parts.log, 'pmZone.undoLastStep', async () => {
    const mine = await parts.changes.read();
    const subject = mine?.change.commits.at(-1)?.subject;
    const question =
      subject === undefined
        ? l10n.t('Undo the last commit of this change?')
        : l10n.t('Undo the last commit of this change, “{0}”?', subject);
    if (!(await asksFirst(question, l10n.t('Undo It')))) return undefined;
    const outcome = await withWork(parts, l10n.t('Undoing the last step'), ({ work, zone }) =>
      undoLastStep(work, { base: zone.base }),
    );
    void sayOutcome(outcome, bringBackWay(outcome?.done === true ? outcome.backup : undefined));
    return outcome?.done;
  });
}
