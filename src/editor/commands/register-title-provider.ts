import { Disposable, extensions } from 'vscode';
import { inEditor } from '../../opening/opening-face.js';
import { inBackground } from '../ui/log-errors.js';
import { notify } from '../ui/notify.js';
import { reportTrouble } from '../ui/register-command.js';
import type { Services } from '../services/services.js';

/** What we use of the published interface of the GitHub Pull Requests extension; all of it may be missing. */
interface PullRequestsExtension {
  readonly registerTitleAndDescriptionProvider?: (title: string, provider: TitleProvider) => Disposable;
}

interface TitleProvider {
  readonly provideTitleAndDescription: (
    context: { readonly compareBranch?: string | undefined },
    ...more: readonly unknown[]
  ) => Promise<{ readonly title: string; readonly description: string } | undefined>;
}

/**
 * Where the GitHub Pull Requests extension is installed, its own form for a pull request can be filled with PM Zone's title and description. It is
 * told so once a change of a PM was read, so that neither waits for the other when a window opens.
 */
export function registerTitleProvider(services: Services): Disposable {
  const { changes, log } = services;
  let isAsked = false;
  let registered = new Disposable(() => undefined);
  const register = async (): Promise<void> => {
    const extension = extensions.getExtension<PullRequestsExtension | undefined>('GitHub.vscode-pull-request-github');
    if (isAsked || extension === undefined || changes.latest() === undefined) return;
    isAsked = true;
    const offered = await extension.activate();
    registered = offered?.registerTitleAndDescriptionProvider?.('PM Zone', provider) ?? registered;
  };
  const provider: TitleProvider = {
    provideTitleAndDescription: async ({ compareBranch }) =>
      reportTrouble(log, 'pmZone.openPullRequest', async () => {
        const [{ withDraftedChange }, { whyItStays }] = await Promise.all([
          import('./pull-request/with-drafted-change.js'),
          import('../../opening/why-it-stays.js'),
        ]);
        return withDraftedChange(services, false, async ({ draft, review }) => {
          if (compareBranch !== undefined && compareBranch !== draft.head) return undefined;
          const stays = whyItStays(review, true, inEditor);
          if (stays === undefined) return { title: draft.title, description: draft.body };
          await notify('warning', stays);
          return undefined;
        });
      }),
  };
  return Disposable.from(
    changes.onDidChange(inBackground(log, register)),
    new Disposable(() => void registered.dispose()),
  );
}
