import { Disposable, env, l10n, window } from 'vscode';
import type { Services } from '../../services/services.js';
import type { GitError } from '../../../git/git-error.js';
import { CommandError, registerCommand } from '../../ui/register-command.js';

/** What the user can do when a repository cannot be read: see what git said, copy the command that fixes it, read again, show the log. */
export function registerGitErrorCommands({ log, current, sessions }: Services): Disposable {
  const currentError = async (): Promise<GitError> => {
    const state = (await current.settled())?.state;
    if (state?.kind === 'git-error') return state.error;
    throw new CommandError(l10n.t('Nothing stands in the way any more.'));
  };
  return Disposable.from(
    registerCommand(log, 'pmZone.refresh', () => {
      for (const session of sessions.all()) session.refresh();
      window.setStatusBarMessage(l10n.t('PM Zone reads the policy again'), 3000);
      return Promise.resolve();
    }),
    registerCommand(log, 'pmZone.showLog', () => {
      log.show();
      return Promise.resolve();
    }),
    registerCommand(log, 'pmZone.showTrouble', async () => {
      const { sentence } = await currentError();
      await window.showErrorMessage(l10n.t('PM Zone could not read this repository.'), {
        modal: true,
        detail: sentence,
      });
    }),
    registerCommand(log, 'pmZone.copySafeDirectory', async () => {
      const { sentence } = await currentError();
      const command = safeDirectoryCommand(sentence);
      if (command === undefined) throw new CommandError(sentence);
      const copy = l10n.t('Copy the Command');
      const chosen = await window.showWarningMessage(
        l10n.t('Git refuses to read this repository'),
        {
          modal: true,
          detail: l10n.t(
            '{0}\n\nPM Zone never runs this itself. Paste it into a terminal, then select “Try Again”.',
            sentence,
          ),
        },
        copy,
      );
      if (chosen === copy) await env.clipboard.writeText(command);
    }),
  );
}

/** The command that the sentence of git's refusal quotes. */
export function safeDirectoryCommand(sentence: string): string | undefined {
  return /git config --global --add safe\.directory \S.*$/u.exec(sentence)?.[0];
}
