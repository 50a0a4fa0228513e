import { commands, l10n, window } from 'vscode';
import type { Finding } from '../../../review/review.js';
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
  /** What is broken in the words, which comes before a plan, too. */
  readonly findBroken: () => Promise<readonly Finding[]>;
}

/** The commits to make now; none where the PM does first what has to come first. */
export async function chooseCommitParts(
  mine: MyChange | undefined,
  { only, isRegulated, tellRefusal, findBroken }: CommitWish,
): Promise<readonly CommitPart[]> {
  if (mine === undefined) return [{ kind: 'all' }];
  const { order } = mine;
  const parts = splitCommit(order, { isPlanOnly: only === 'plan' });
  if (order.wait === undefined || parts.length > 0) return parts;
  if ((await tellRefusal()) || !(await goesOnWith(await findBroken()))) return [];
  const isInsisted = await offerPlanFirst(order.wait, mine, { isRegulated });
  return isInsisted ? splitCommit(order, { isInsisted }) : [];
}

/** Says what is broken before it is planned around; `false` where the PM mends it first. */
async function goesOnWith([first, ...more]: readonly Finding[]): Promise<boolean> {
  if (first === undefined) return true;
  const show = l10n.t('Show What to Fix');
  const goOn = l10n.t('Go On All the Same');
  const rest = more.length === 0 ? '' : ` ${l10n.t('There is more to mend: {0}.', more.length)}`;
  const detail = `${first.message}${rest} ${l10n.t('Nothing is committed now, and what you changed stays as it is.')}`;
  const sentence = l10n.t('Your words are not right yet.');
  const chosen = await window.showWarningMessage(sentence, { modal: true, detail }, show, goOn);
  if (chosen === show) await commands.executeCommand('pmZone.showChange', 'fix');
  return chosen === goOn;
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
      detail: l10n.t('What you change goes on with a plan that asks for approval; it is given once you sent it.'),
    },
    set,
    asItIs,
  );
  if (chosen === set) await found.put();
  return chosen !== undefined;
}
