import { commands, l10n, window } from 'vscode';
import { judgeUncommitted } from '../../../guard/judge-uncommitted.js';
import { draftToSend, type DraftToSend } from '../../../presentation/plan/plan-to-send.js';
import { printable } from '../../../text/printable.js';
import { commitReviewed, readReviewedFiles } from '../../../work/commit-reviewed.js';
import type { OperationOutcome } from '../../../work/operation-outcome.js';
import { currentSnapshot } from '../../sessions/current-snapshot.js';
import type { Services } from '../../services/services.js';
import { CommandError } from '../../ui/register-command.js';
import { runOperation } from '../../operations/run-operation.js';
import { planToReview } from '../plan/put-in-review.js';

/**
 * Before a plan is sent: where its Status is still “Draft”, offers to set it to “In Review”, in a commit of its own that is announced
 * first. `false` where the PM decides not to send it now.
 */
export async function offerInReview(services: Services): Promise<boolean> {
  const myChange = await services.changes.read();
  const plan = myChange && draftToSend(myChange);
  if (myChange === undefined || plan === undefined) return true;
  const { session } = await currentSnapshot(services.current);
  const found = await planToReview(session, plan.path);
  if (found === undefined) return true;
  const message = l10n.t('{0}: ask for approval', printable(plan.title));
  const set = l10n.t('Set It to In Review');
  const asItIs = l10n.t('Send It as a Draft');
  const chosen = await askToSet(plan, { message, isShared: myChange.isShared }, [set, asItIs]);
  if (chosen !== set) return chosen === asItIs;
  await found.put();
  await commitPlan(services, { path: plan.path, message });
  if (myChange.isShared) await commands.executeCommand('git.publish');
  await services.changes.read();
  return true;
}

function askToSet(
  { path }: DraftToSend,
  { message, isShared }: { readonly message: string; readonly isShared: boolean },
  ways: readonly string[],
): Thenable<string | undefined> {
  const detail = isShared
    ? l10n.t('PM Zone then changes this one word in {0}, commits it as “{1}”, and shares that.', path, message)
    : l10n.t('PM Zone then changes this one word in {0}, and commits it as “{1}”.', path, message);
  return window.showInformationMessage(
    l10n.t('Your plan’s Status is “Draft”. Shall it say “In Review”, so that all see that it waits for approval?'),
    { modal: true, detail },
    ...ways,
  );
}

/** As “Review and Commit” does it: the same review, and the repository's hooks. */
async function commitPlan(
  services: Services,
  { path, message }: { readonly path: string; readonly message: string },
): Promise<void> {
  const outcome = await runOperation(
    services,
    l10n.t('Committing'),
    async ({ policySession, work }): Promise<OperationOutcome> => {
      const read = await readReviewedFiles(work, [path]);
      if (!read.done) return read;
      const { refusal } = await judgeUncommitted(policySession, { paths: [path] });
      if (refusal !== undefined) throw new CommandError(refusal);
      return commitReviewed(work, { ...read, message });
    },
  );
  if (outcome?.done === false) throw new CommandError(outcome.sentence);
}
