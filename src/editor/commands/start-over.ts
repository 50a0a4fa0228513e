import { l10n, type Disposable } from 'vscode';
import { startOver } from '../../work/start-over.js';
import type { Parts } from '../parts.js';
import { registerCommand } from '../register-command.js';
import { asksFirst, bringBackWay, sayOutcome } from '../say-outcome.js';
import { baseOf, withWork } from '../with-work.js';

/** “Start over”: the whole change is put back to where everybody else is. */
export function registerStartOver(parts: Parts): Disposable {
  return registerCommand(parts.log, 'pmZone.startOver', async () => {
    const mine = await parts.changes.read();
    const question = l10n.t(
      'Take back the whole change on “{0}”, committed or not ({1} files)?',
      mine?.branch ?? l10n.t('this branch'),
      mine?.change.files.length ?? 0,
    );
    if (!(await asksFirst(question, l10n.t('Start Over')))) return undefined;
    const outcome = await withWork(parts, l10n.t('Starting over'), ({ work, zone }) =>
      startOver(work, { base: baseOf(zone) }),
    );
    void sayOutcome(outcome, bringBackWay(outcome?.done === true ? outcome.backup : undefined));
    return outcome?.done;
  });
}
