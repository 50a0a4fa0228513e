import { commands, l10n } from 'vscode';
import { confirmedItems, itemsToAttest } from '../../../review/attest-content.js';
import type { Services } from '../../services/services.js';
import { notify } from '../../ui/notify.js';

/**
 * What the PM confirmed is bound to what they saw of the change. Called before a step that may bring in other contents; what it returns reviews
 * the change afterwards, and where that took a confirmation away says so, with the way to give it again. Else it says nothing.
 */
export function followConfirmations({ current, reviews }: Pick<Services, 'current' | 'reviews'>): () => Promise<void> {
  const session = current.session();
  const before = session && reviews.get(session);
  const confirmed = new Set(before === undefined ? [] : confirmedItems(before.review).map(({ id }) => id));
  return async () => {
    if (session === undefined || confirmed.size === 0) return;
    const after = await reviews.run(session);
    const again = after === undefined ? [] : itemsToAttest(after.review).filter(({ id }) => confirmed.has(id));
    if (again.length === 0) return;
    const show = l10n.t('Show What to Confirm');
    const sentence =
      again.length === 1
        ? l10n.t(
            'Your change is another with the latest in it, so one thing that you had confirmed is yours to confirm again.',
          )
        : l10n.t(
            'Your change is another with the latest in it, so {0} things that you had confirmed are yours to confirm again.',
            again.length,
          );
    if ((await notify('information', sentence, show)) === show)
      await commands.executeCommand('pmZone.showChange', 'confirm');
  };
}
