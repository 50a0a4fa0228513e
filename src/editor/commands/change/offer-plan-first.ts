import { commands, l10n, window } from 'vscode';
import type { CommitWait } from '../../../planning/order-commit.js';
import type { MyChange } from '../../../presentation/my-change/my-change.js';

interface Offer {
  readonly sentence: string;
  readonly detail: string;
  readonly label: string;
  readonly command: `pmZone.${string}`;
}

/**
 * Before code is committed whose plan has to come first: says so, and offers the one step that puts it right while nothing is
 * committed. `true` where the PM goes on nevertheless, which regulated controls do not offer.
 */
export async function offerPlanFirst(
  wait: CommitWait,
  mine: MyChange,
  { isRegulated }: { readonly isRegulated: boolean },
): Promise<boolean> {
  const { sentence, detail, label, command } = offerFor(wait, mine);
  const goOn = l10n.t('Commit Without It');
  const ways = isRegulated ? [label] : [label, goOn];
  const chosen = await window.showWarningMessage(sentence, { modal: true, detail }, ...ways);
  if (chosen === label) await commands.executeCommand(command);
  return chosen === goOn;
}

function offerFor(wait: CommitWait, { plan, planPaths, isShared }: MyChange): Offer {
  const kept = l10n.t('Nothing is committed now, and what you changed stays as it is.');
  switch (wait) {
    case 'no-plan':
      return {
        sentence: l10n.t('The plan comes first, and your change has none yet.'),
        detail: l10n.t('What is known of your change is filled in for you. {0}', kept),
        label: l10n.t('Start a Planning Doc'),
        command: 'pmZone.newPlan',
      };
    case 'unclear-plan':
      return {
        sentence: l10n.t('The plan comes first, and it is not clear which one is for this change.'),
        detail: l10n.t('The review says what is to be set in it. {0}', kept),
        label: l10n.t('Review My Change'),
        command: 'pmZone.review',
      };
    case 'unfinished-plan':
      return {
        sentence: l10n.t('The plan comes first, and yours still lacks something.'),
        detail: `${(plan.plan?.gaps ?? []).map(({ what }) => what).join(', ')}. ${kept}`,
        label: l10n.t('Open My Planning Doc'),
        command: 'pmZone.openPlan',
      };
    case 'not-on-base':
      if (plan.onBase !== undefined && !planPaths.some((path) => path === plan.plan?.path))
        return {
          sentence: l10n.t(
            'Your plan has to be approved before the rest is committed. Everybody has it, not approved yet.',
          ),
          detail: l10n.t(
            'Ask your engineering DRI (the engineer who answers for this). Once it is approved, get the latest. {0}',
            kept,
          ),
          label: l10n.t('Get the Latest'),
          command: 'pmZone.getLatest',
        };
      return {
        sentence: l10n.t(
          'Your plan has to be approved, and be on the branch that everybody works from, before the rest is committed.',
        ),
        detail: isShared
          ? l10n.t('Send it for approval. Once it is merged, get the latest, then commit the rest. {0}', kept)
          : l10n.t('Share it, then send it for approval. Once it is merged, get the latest. {0}', kept),
        label: isShared ? l10n.t('Send It for Approval') : l10n.t('Share It'),
        command: isShared ? 'pmZone.openPullRequest' : 'pmZone.share',
      };
  }
}
