import { l10n, window } from 'vscode';
import type { MyChange } from '../../../presentation/my-change/my-change.js';
import { splitCommit, type CommitPart } from '../../../planning/order-commit.js';
import type { RepositorySession } from '../../sessions/repository-session.js';
import { planToReview } from '../plan/put-in-review.js';
import { offerPlanFirst } from './offer-plan-first.js';

interface CommitWish {
  readonly only: unknown;
  readonly isRegulated: boolean;
  /** Tells what stops any commit of it, where something does: nobody plans around a password. */
  readonly tellRefusal: () => Promise<boolean>;
}

/** The commits to make now; none where the PM does first what has to come first. */
export async function chooseCommitParts(
  mine: MyChange | undefined,
  { only, isRegulated, tellRefusal }: CommitWish,
): Promise<readonly CommitPart[]> {
  if (mine === undefined) return [{ kind: 'all' }];
  const { order } = mine;
  const parts = splitCommit(order, { isPlanOnly: only === 'plan' });
  if (order.wait === undefined || parts.length > 0) return parts;
  if (await tellRefusal()) return [];
  const isInsisted = await offerPlanFirst(order.wait, mine, { isRegulated });
  return isInsisted ? splitCommit(order, { isInsisted }) : [];
}

/** Where code comes after a plan that is still called a draft: asks whether it shall ask for approval. `false` where nothing is decided. */
export async function offerToAsk(session: RepositorySession, { plan: { plan }, order }: MyChange): Promise<boolean> {
  if (plan === undefined || !order.isPlanDue || order.wait !== undefined || plan.doc.status !== 'Draft') return true;
  const found = await planToReview(session, plan.path);
  if (found === undefined) return true;
  const set = l10n.t('Set It to In Review');
  const asItIs = l10n.t('Leave It a Draft');
  const chosen = await window.showInformationMessage(
    l10n.t('Your plan’s Status is “Draft”. Shall it say “In Review”, so that all see that it waits for approval?'),
    {
      modal: true,
      detail: l10n.t('What you change goes on with a plan that asks for approval; it is given on the pull request.'),
    },
    set,
    asItIs,
  );
  if (chosen === set) await found.put();
  return chosen !== undefined;
}
