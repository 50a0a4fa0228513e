import { commands, l10n, type Uri } from 'vscode';
import { describeOutcome } from '../../../presentation/my-change/describe-outcome.js';
import { openOn } from '../../ui/host-words.js';
import { notify } from '../../ui/notify.js';
import type { DraftedChange } from './with-drafted-change.js';

/** Beside a draft that is shown: where it stands, and the ways on. */
export async function offerWays(
  { draft, review, server }: Pick<DraftedChange, 'draft' | 'review' | 'server'>,
  document: Uri,
): Promise<void> {
  const isReady = !draft.draft;
  const sentences = [
    isReady
      ? l10n.t('This is what your engineering DRI will read. Change what you like, then continue.')
      : l10n.t('The review is not ready yet, so this opens as a draft, to work on it together with an engineer.'),
    ...(draft.toFill.length === 0 ? [] : [l10n.t('What only you can fill in is listed at its top.')]),
    ...(isReady ? [] : [describeOutcome(review).sentence]),
  ];
  const open = isReady ? openOn(server?.kind) : l10n.t('Open a Draft');
  const show = l10n.t('Show Them');
  const inBrowser = l10n.t('Continue in the Browser');
  // Three buttons would be cut off; “Propose Title and Labels…” stands in the draft's own title.
  const buttons = [...(server === undefined ? [] : [open]), ...(isReady ? [] : [show]), inBrowser];
  switch (await notify('information', sentences.join(' '), ...buttons)) {
    case open:
      await commands.executeCommand('pmZone.sendPullRequest', document);
      break;
    case show:
      await commands.executeCommand('pmZone.showChange');
      break;
    case inBrowser:
      await commands.executeCommand('pmZone.openOnHost', document);
      break;
    case undefined:
  }
}
