import { randomBytes } from 'node:crypto';
import { Disposable, env, l10n, ViewColumn, window, type WebviewPanel } from 'vscode';
import { checkPageHtml } from '../../guide/check-page-html.js';
import { checkPage } from '../../guide/check-pages.js';
import { explainCheckCommand } from '../command-names.js';
import type { Parts } from '../parts.js';
import { registerCommand } from '../register-command.js';

/** The page that says what a check means and how to fix what it finds: one page, beside the file that it is about. */
export function registerExplainCheck({ log }: Pick<Parts, 'log'>): Disposable {
  let panel: WebviewPanel | undefined;
  const open = (): WebviewPanel => {
    if (panel === undefined) {
      panel = window.createWebviewPanel(
        'pmZone.check',
        '',
        { viewColumn: ViewColumn.Beside, preserveFocus: false },
        {
          enableScripts: false,
          enableFindWidget: true,
          localResourceRoots: [],
        },
      );
      panel.onDidDispose(() => {
        panel = undefined;
      });
    } else panel.reveal(undefined, false);
    return panel;
  };
  return Disposable.from(
    registerCommand(log, explainCheckCommand, async (id) => {
      if (typeof id !== 'string') return;
      const page = open();
      page.title = checkPage(id).title;
      const labels = {
        language: env.language,
        howToMend: l10n.t('How to fix it'),
        isCheck: l10n.t('This is the check “{0}” of the PM PR Review.', '{0}'),
      };
      page.webview.html = checkPageHtml(id, labels, randomBytes(16).toString('base64url'));
      await Promise.resolve();
    }),
    new Disposable(() => {
      panel?.dispose();
    }),
  );
}
