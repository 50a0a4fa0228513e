import { Disposable, l10n } from 'vscode';
import type { Services } from '../../services/services.js';
import { showOutcome } from '../../operations/show-outcome.js';

/**
 * While files of the latest wait to be settled: says that none is left, once, with the two ways on. The merge editor leads away from
 * “Next step”, which says so too.
 */
export function notifyWhenSettled({ current, changes }: Pick<Services, 'current' | 'changes'>): Disposable {
  const session = current.session();
  let hadOpen = false;
  const look = (): void => {
    if (current.session() !== session) return;
    if (changes.error()?.kind === 'unmerged') {
      hadOpen = true;
      return;
    }
    const myChange = changes.latest();
    if (!hadOpen || myChange === undefined) return;
    following.dispose();
    // Somebody ended it in another way.
    if (!myChange.change.merging) return;
    const sentence = l10n.t('All is settled: yours and theirs are together now. Finish it, then go on.');
    void showOutcome(
      { done: true, sentence },
      { label: l10n.t('Finish'), command: 'pmZone.finishLatest' },
      { label: l10n.t('Take It Back'), command: 'pmZone.cancelLatest' },
    );
  };
  const following = Disposable.from(changes.keepFresh(), changes.onDidChange(look));
  look();
  return following;
}
