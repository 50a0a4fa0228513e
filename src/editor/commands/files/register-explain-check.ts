import { randomBytes } from 'node:crypto';
import { Disposable, env, l10n, ViewColumn } from 'vscode';
import { renderCheckPage } from '../../../presentation/pages/render-check-page.js';
import { findCheckPage } from '../../../presentation/pages/check-pages.js';
import { explainCheckCommand } from '../../ui/command-ids.js';
import { createPagePanel } from '../../ui/page-panel.js';
import type { Services } from '../../services/services.js';
import { registerCommand } from '../../ui/register-command.js';

/** The page that says what a check means and how to fix what it finds: one page, beside the file that it is about. */
export function registerExplainCheck({ log }: Pick<Services, 'log'>): Disposable {
  const panel = createPagePanel('pmZone.check', ViewColumn.Beside);
  return Disposable.from(
    registerCommand(log, explainCheckCommand, async (id) => {
      if (typeof id !== 'string') return;
      const page = panel.open();
      page.title = findCheckPage(id).title;
      const labels = {
        language: env.language,
        howToFix: l10n.t('How to fix it'),
        checkName: l10n.t('This is the check “{0}” of the PM PR Review.', '{0}'),
      };
      page.webview.html = renderCheckPage(id, labels, randomBytes(16).toString('base64url'));
      await Promise.resolve();
    }),
    panel,
  );
}
