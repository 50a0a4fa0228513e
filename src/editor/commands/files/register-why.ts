import { randomBytes } from 'node:crypto';
import { Disposable, env, l10n, ViewColumn, type Uri, type WebviewPanel } from 'vscode';
import { renderWhyPage, type WhyLabels } from '../../../presentation/pages/render-why-page.js';
import { commandAddress } from '../../../presentation/pages/command-address.js';
import { explainPathForPage } from '../../../presentation/pages/path-explanation.js';
import { lastNameOf } from '../../../text/path-names.js';
import { selectedFiles, locateFiles, type LocatedFile } from '../../sessions/selected-files.js';
import type { Services } from '../../services/services.js';
import { CommandError, registerCommand } from '../../ui/register-command.js';
import { openRuleCommand } from '../register-rule-documents.js';
import { requestToPairCommand } from '../../ui/command-ids.js';
import { createPagePanel } from '../../ui/page-panel.js';

/** Upper bound of files on one page. */
const maxFiles = 20;

/**
 * “Why may I (not) change this file?”: a page on the open or chosen files with the standing, each rule as a link to its line, the owners
 * and what to do next. One page that follows what is asked, and the policy.
 */
export function registerWhy({ log, sessions }: Pick<Services, 'log' | 'sessions'>): Disposable {
  const panel = createPagePanel('pmZone.why', ViewColumn.Active, [openRuleCommand, requestToPairCommand]);
  let shown: readonly Uri[] = [];

  const show = async (uris: readonly Uri[], shownPanel: () => WebviewPanel): Promise<void> => {
    const files = (await locateFiles(sessions, uris)).slice(0, maxFiles);
    const [first] = files;
    if (first === undefined) throw new CommandError(l10n.t('Open a file of the repository first, then ask again.'));
    const parts = files.map(({ path, snapshot }) => explainPathForPage(path, snapshot));
    const page = shownPanel();
    page.title = titleOf(first.path, files.length);
    page.webview.html = renderWhyPage(parts, labelsOf(page.title, files, first), randomBytes(16).toString('base64url'));
  };

  return Disposable.from(
    registerCommand(log, 'pmZone.why', async (...args) => {
      const uris = selectedFiles(args);
      await show(uris, panel.open);
      shown = uris;
    }),
    sessions.onDidChange(() => {
      const page = panel.current();
      // A page that can no longer be rendered stays as it was; running the command again says why.
      if (page !== undefined) show(shown, () => page).catch(() => undefined);
    }),
    panel,
  );
}

function titleOf(path: string, count: number): string {
  const name = lastNameOf(path);
  return count === 1 ? l10n.t('Why: {0}', name) : l10n.t('Why: {0} and {1} more', name, count - 1);
}

function labelsOf(title: string, files: readonly LocatedFile[], { session }: LocatedFile): WhyLabels {
  return {
    language: env.language,
    title,
    standing: {
      editable: l10n.t('Yours to edit'),
      pair: l10n.t('Only together with an engineer'),
      locked: l10n.t('Locked for PMs'),
    },
    rules: l10n.t('Rules that took part'),
    builtIn: l10n.t('This rule is built into PM Zone and stands in no file.'),
    owners: l10n.t('Owners'),
    nextStep: l10n.t('What to do next'),
    requestToPair: l10n.t('Request to Pair…'),
    rulePlace: ({ file, line, ref }) => l10n.t('{0}, line {1} ({2})', file, line, ref),
    ruleAddress: ({ commit, ref, file, line }) =>
      commandAddress(openRuleCommand, [session.root, commit ?? null, ref, file, line]),
    requestAddress: commandAddress(requestToPairCommand, [files.map(({ uri }) => uri.toString())]),
  };
}
