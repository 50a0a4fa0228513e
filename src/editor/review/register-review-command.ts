import { CancellationTokenSource, commands, Disposable, l10n, ProgressLocation, window } from 'vscode';
import type { CancellationToken } from 'vscode';
import type { Review } from '../../review/review.js';
import { currentSnapshot } from '../sessions/current-snapshot.js';
import type { Services } from '../services/services.js';
import { registerCommand } from '../ui/register-command.js';
import { ensureSaved } from '../operations/ensure-saved.js';
import { unsavedDocuments } from '../sessions/unsaved-documents.js';
import type { ShownPage } from '../ui/page-panel.js';
import { notify } from '../ui/notify.js';

/** Milliseconds after which a review that was asked for shows outside the sidebar, where it can be stopped. */
const isLong = 1500;

/** “Review my change”, which opens its page, and stopping it. */
export function registerReviewCommand({ log, current, reviews }: Services): Disposable {
  return Disposable.from(
    registerCommand(log, 'pmZone.review', async () => {
      const { session } = await currentSnapshot(current, {
        noRepository: l10n.t('There is no repository here. Open the folder of one, then review again.'),
        noPolicy: l10n.t(
          'This repository has no PM zone yet, so there is nothing to review by. Ask an engineer for one.',
        ),
      });
      const question = {
        why: l10n.t('A review only sees what is saved.'),
        saveLabel: l10n.t('Save and Review'),
        continueLabel: l10n.t('Review What Is Saved'),
      };
      if (!(await ensureSaved(session, question))) return;
      const opened = await commands.executeCommand<ShownPage | undefined>('pmZone.showChange');
      const reviewed = await withProgress((token) => reviews.run(session, token));
      // The page says it. Not awaited: the command is done once the outcome is there.
      if (reviewed !== undefined && opened?.isShown() !== true)
        void showReviewed(reviewed.review, unsavedDocuments(session).length);
    }),
    registerCommand(log, 'pmZone.stopReview', () => {
      const session = current.session();
      if (session !== undefined) reviews.stop(session);
      return Promise.resolve();
    }),
  );
}

/** Quietly in the sidebar; with a button to stop it where it takes long. */
async function withProgress<T>(run: (token: CancellationToken) => Promise<T>): Promise<T> {
  const stop = new CancellationTokenSource();
  const running = run(stop.token);
  const show = (location: ProgressLocation | { readonly viewId: string }, cancellable: boolean): Thenable<unknown> =>
    window.withProgress({ location, cancellable, title: l10n.t('Reviewing your change') }, async (_progress, token) => {
      const asked = token.onCancellationRequested(() => stop.cancel());
      await running.catch(() => undefined);
      asked.dispose();
    });
  void show({ viewId: 'pmZone.change' }, false);
  const timer = setTimeout(() => void show(ProgressLocation.Notification, true), isLong);
  try {
    return await running;
  } finally {
    clearTimeout(timer);
    stop.dispose();
  }
}

/** The outcome in one sentence with the next thing to do. */
async function showReviewed(review: Review, unsaved: number): Promise<void> {
  const { describeOutcome } = await import('../../presentation/my-change/describe-outcome.js');
  const { sentence, next } = describeOutcome(review);
  const message = unsaved === 0 ? sentence : l10n.t('{0} What is not saved was not looked at.', sentence);
  const [label, command] = {
    nothing: [undefined, ''],
    fix: [l10n.t('Show Them'), 'pmZone.showChange'],
    confirm: [l10n.t('Show Them'), 'pmZone.showChange'],
    'pull-request': [
      review.thing === 'merge request' ? l10n.t('Open Merge Request…') : l10n.t('Open Pull Request…'),
      'pmZone.openPullRequest',
    ],
  }[next] as [string | undefined, string];
  const kind = review.verdict === 'blocked' ? 'warning' : 'information';
  const chosen = await notify(kind, message, ...(label === undefined ? [] : [label]));
  if (chosen !== undefined) await commands.executeCommand(command);
}
