import { l10n, window, type Disposable } from 'vscode';
import { parseBaseBranch } from '../../../git/base-branch.js';
import { isTrunkName } from '../../../policy/policy-session.js';
import type { OperationOutcome } from '../../../work/operation-outcome.js';
import { startChange } from '../../../work/start-change.js';
import { keepChangeTitle } from '../../services/change-titles.js';
import type { Services } from '../../services/services.js';
import { registerCommand } from '../../ui/register-command.js';
import { showOutcome } from '../../operations/show-outcome.js';
import { requireBaseBranch, runOperation } from '../../operations/run-operation.js';

/**
 * “Give my change a branch of its own”: named after its plan, else after the title that the PM enters. Uncommitted work comes along; what is committed does from the
 * branch that everybody works from, from no branch, and where the second argument says so.
 */
export function registerStartChange(services: Services): Disposable {
  return registerCommand(services.log, 'pmZone.startChange', async (argument, withCommits) => {
    let title = typeof argument === 'string' ? argument : await plannedTitle(services);
    for (;;) {
      title = title !== undefined && hasName(title) ? title : await askTitle(title);
      if (title === undefined) return undefined;
      const outcome = await start(services, title, withCommits === true);
      if (outcome?.done !== false || outcome.reason !== 'exists') {
        void showOutcome(services, outcome);
        if (outcome?.done !== true) return undefined;
        await keepChangeTitle(services.context, outcome.branch, title);
        return outcome.branch;
      }
      title = await askTitle(title, outcome.sentence);
    }
  });
}

async function plannedTitle({ changes }: Services): Promise<string | undefined> {
  const myChange = await changes.read();
  return myChange?.isOnTrunk === true ? myChange.plan.plan?.doc.title : undefined;
}

function start(
  services: Services,
  title: string,
  withCommits: boolean,
): Promise<OperationOutcome<{ readonly branch: string }> | undefined> {
  return runOperation(services, l10n.t('Making a branch'), ({ work, policySession }) => {
    const { repository, base } = policySession;
    const { branch } = repository.head;
    // Commits on the shared base branch come along; those of another change do not.
    const isBase = base !== undefined && parseBaseBranch(repository, base.ref).branch === branch;
    const own = withCommits || isBase || (branch !== undefined && isTrunkName(branch));
    if (own || base === undefined) return startChange(work, { title, ...(isBase && { sharedAt: base.commit }) });
    return startChange(work, { title, base: requireBaseBranch(policySession), takesLoose: true });
  });
}

function hasName(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

async function askTitle(value: string | undefined, problem?: string): Promise<string | undefined> {
  const text = await window.showInputBox({
    title: l10n.t('Give my change a branch of its own'),
    prompt: problem ?? l10n.t('What is the change called? A few words that a colleague understands.'),
    placeHolder: l10n.t('A clearer empty page'),
    ...(value !== undefined && { value }),
    ignoreFocusOut: true,
    validateInput: (typed) => (hasName(typed) ? undefined : l10n.t('The change needs a name.')),
  });
  return text?.trim();
}
