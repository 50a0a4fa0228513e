import { l10n, window, type Disposable } from 'vscode';
import { isTrunk } from '../../policy/open-zone.js';
import type { Outcome } from '../../work/outcome.js';
import { startChange } from '../../work/start-change.js';
import type { Parts } from '../parts.js';
import { registerCommand } from '../register-command.js';
import { sayOutcome } from '../say-outcome.js';
import { baseOf, withWork } from '../with-work.js';

/** “Give my change a branch of its own”: named after its plan, else after what she calls it. All that is not committed comes along. */
export function registerStartChange(parts: Parts): Disposable {
  return registerCommand(parts.log, 'pmZone.startChange', async (given) => {
    const mine = await parts.changes.read();
    const planned = mine?.onTrunk === true ? mine.plan.plan?.doc.title : undefined;
    let title = typeof given === 'string' ? given : planned;
    for (;;) {
      title = title !== undefined && hasName(title) ? title : await askTitle(title);
      if (title === undefined) return undefined;
      const outcome = await start(parts, title);
      if (outcome?.done !== false || outcome.reason !== 'exists') {
        void sayOutcome(outcome);
        return outcome?.done === true ? outcome.branch : undefined;
      }
      title = await askTitle(title, outcome.sentence);
    }
  });
}

function start(parts: Parts, title: string): Promise<Outcome<{ readonly branch: string }> | undefined> {
  return withWork(parts, l10n.t('Making a branch'), ({ work, zone }) => {
    const { branch } = zone.repository.head;
    // What she has committed on the branch that everybody works from comes along; another change of hers does not.
    const own = branch !== undefined && isTrunk(branch);
    return startChange(work, own || zone.base === undefined ? { title } : { title, base: baseOf(zone) });
  });
}

function hasName(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

async function askTitle(value: string | undefined, trouble?: string): Promise<string | undefined> {
  const text = await window.showInputBox({
    title: l10n.t('Give my change a branch of its own'),
    prompt: trouble ?? l10n.t('What is the change called? A few words that a colleague understands.'),
    placeHolder: l10n.t('A clearer empty page'),
    ...(value !== undefined && { value }),
    ignoreFocusOut: true,
    validateInput: (typed) => (hasName(typed) ? undefined : l10n.t('The change needs a name.')),
  });
  return text?.trim();
}
