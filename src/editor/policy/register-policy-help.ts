import {
  CodeLens,
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  EventEmitter,
  l10n,
  languages,
  Range,
  window,
  workspace,
} from 'vscode';
import type { TextDocument } from 'vscode';
import type { KnownPaths } from '../../policy/check-policy.js';
import type { PolicyProblem, PolicyTip } from '../../policy/policy.js';
import { printable } from '../../text/printable.js';
import type { Services } from '../services/services.js';
import { audienceOf } from '../sessions/audience.js';
import { rosterIdentity } from '../sessions/collect-roster.js';
import { affectsSettings, readSettings } from '../ui/editor-settings.js';
import { logErrors } from '../ui/log-errors.js';
import { createTimers } from '../ui/timers.js';
import { createLatestReader } from './read-latest.js';
import { previewAsCommand } from './register-preview-as.js';
import { policySource, registerPolicyFixes } from './register-policy-fixes.js';
import { registerPolicyProviders, type ReadPolicy } from './register-policy-providers.js';

/**
 * Milliseconds after a key. What rules come to is read before VS Code asks for it (it waits 250, and longer on a busy computer); what is wrong takes longer, so
 * that is looked for once the rules were told, or where nobody asks for them.
 */
const settles = { rules: 100, problems: 300, unasked: 2000 };
/** What a policy may be read from, but for what such a file imports. */
const selector = { scheme: 'file', pattern: '**/{CLAUDE.md,AGENTS.md,CODEOWNERS}' };
const severities: Readonly<Record<PolicyProblem['severity'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/**
 * Help while a policy is written, for everyone but PMs, whom it is not theirs to write: above each rule what it comes to in the repository, what is
 * wrong with its lines and mends it, what may stand at the cursor, and which files a rule is about. It follows what is typed and not saved.
 */
export function registerPolicyHelp({ log, sessions }: Pick<Services, 'log' | 'sessions'>): Disposable {
  const problems = languages.createDiagnosticCollection('pm-zone-policy');
  const changed = new EventEmitter<void>();
  const timers = createTimers();
  const knownPaths = new WeakMap<readonly string[], KnownPaths>();

  const read: ReadPolicy = async (document) => {
    const location = await sessions.locate(document.uri);
    const state = await location?.session.ready().catch(() => undefined);
    // Without a policy on the disk nothing is listed either.
    if (location === undefined || state?.kind !== 'open') return undefined;
    // Who views the repository as a PM may write it all the same.
    if (sessions.viewedAs() === undefined && audienceOf(state, readSettings()) === 'pm') return undefined;
    const [{ readTypedPolicy }, { knowPaths }] = await Promise.all([
      import('../../presentation/policy-file/read-typed-policy.js'),
      import('../../policy/check-policy.js'),
    ]);
    const { snapshot } = state;
    const { tracked } = snapshot;
    const paths = knownPaths.get(tracked.paths) ?? knowPaths(tracked.paths);
    knownPaths.set(tracked.paths, paths);
    const policy = await readTypedPolicy(location.session.root, paths, location.path, document.getText());
    return policy && { policy, path: location.path, paths, snapshot };
  };
  const { of: policyOf, forget } = createLatestReader(read);
  const check = async (document: TextDocument): Promise<void> => {
    const { version } = document;
    const found = document.isClosed ? undefined : await policyOf(document);
    if (document.isClosed || found === undefined) problems.delete(document.uri);
    else if (document.version === version)
      problems.set(
        document.uri,
        found.policy.problems().map((each) => diagnosticOf(document, each)),
      );
  };
  const checkLater = (document: TextDocument, after: number): void => {
    if (languages.match(selector, document) === 0) return;
    timers.set(after, () => void check(document).catch(logErrors(log)), document.uri.toString());
  };
  const readLater = (document: TextDocument): void => {
    if (languages.match(selector, document) === 0) return;
    timers.set(settles.rules, () => void policyOf(document).catch(logErrors(log)), `rules ${document.uri.toString()}`);
  };
  const checkAll = (): void => {
    for (const document of workspace.textDocuments) {
      forget(document);
      checkLater(document, 0);
    }
    changed.fire();
  };

  checkAll();
  return Disposable.from(
    problems,
    changed,
    timers,
    registerPolicyProviders(selector, policyOf),
    registerPolicyFixes(selector, policyOf),
    languages.registerCodeLensProvider(selector, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: async (document) => {
        const { rules = [], tip } = (await policyOf(document))?.policy ?? {};
        checkLater(document, settles.problems);
        const at = (line: number): Range => new Range(line - 1, 0, line - 1, 0);
        const rows = (tip?.zone?.roster ?? []).filter(({ file }) => file === undefined && isFile(document, tip));
        return [
          ...rules.map(({ line, words }) => {
            const title = `$(telescope)\u00a0${words.replaceAll('$(', '$ (')}`;
            return new CodeLens(at(line), { title, command: '' });
          }),
          ...rows.map((row) => {
            const title = `$(eye)\u00a0${l10n.t('Preview as {0}', printable(row.pm).replaceAll('$(', '$ ('))}`;
            const args = [document.uri, rosterIdentity(row), row.pm];
            return new CodeLens(at(row.line), { title, command: previewAsCommand, arguments: args });
          }),
        ];
      },
    }),
    workspace.onDidOpenTextDocument((document) => checkLater(document, 0)),
    workspace.onDidChangeTextDocument(({ document }) => {
      readLater(document);
      checkLater(document, settles.unasked);
    }),
    workspace.onDidCloseTextDocument((document) => checkLater(document, 0)),
    window.onDidChangeVisibleTextEditors((editors) => {
      for (const { document } of editors) checkLater(document, 0);
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (affectsSettings(event, 'role', 'as')) checkAll();
    }),
    sessions.onDidChange(checkAll),
  );
}

/** Whether a document is the policy's own file. */
function isFile({ uri }: TextDocument, tip: PolicyTip | undefined): boolean {
  return uri.path.endsWith(`/${tip?.zone?.file ?? ''}`);
}

function diagnosticOf(document: TextDocument, { line, message, severity }: PolicyProblem): Diagnostic {
  const { text, range } = document.lineAt(Math.min(Math.max(line, 1), document.lineCount) - 1);
  const start = text.length - text.trimStart().length;
  const diagnostic = new Diagnostic(range.with(range.start.translate(0, start)), message, severities[severity]);
  diagnostic.source = policySource;
  return diagnostic;
}
