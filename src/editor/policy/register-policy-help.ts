import {
  CodeLens,
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  EventEmitter,
  languages,
  Range,
  window,
  workspace,
} from 'vscode';
import type { TextDocument } from 'vscode';
import type { PolicyProblem } from '../../policy/policy.js';
import type { TypedPolicy } from '../../presentation/policy-file/read-typed-policy.js';
import type { Services } from '../services/services.js';
import { audienceOf } from '../sessions/audience.js';
import { affectsSettings, readSettings } from '../ui/editor-settings.js';
import { logErrors } from '../ui/log-errors.js';
import { createTimers } from '../ui/timers.js';

/** Milliseconds: nobody is interrupted in the middle of a word. */
const settles = 300;
/** What a policy may be read from, but for what such a file imports. */
const selector = { scheme: 'file', pattern: '**/{CLAUDE.md,AGENTS.md,CODEOWNERS}' };
const severities: Readonly<Record<PolicyProblem['severity'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/**
 * Help while a policy is written, for everyone but PMs, whom it is not theirs to write: above each rule what it comes to in the repository, and what is
 * wrong with its lines. It follows what is typed and not saved.
 */
export function registerPolicyHelp({ log, sessions }: Pick<Services, 'log' | 'sessions'>): Disposable {
  const problems = languages.createDiagnosticCollection('pm-zone-policy');
  const changed = new EventEmitter<void>();
  const timers = createTimers();
  const known = new WeakMap<
    TextDocument,
    { readonly version: number; readonly policy: Promise<TypedPolicy | undefined> }
  >();

  const read = async (document: TextDocument): Promise<TypedPolicy | undefined> => {
    const location = await sessions.locate(document.uri);
    const state = await location?.session.ready().catch(() => undefined);
    // Without a policy on the disk nothing is listed either.
    if (location === undefined || state?.kind !== 'open') return undefined;
    if (audienceOf(state, readSettings()) === 'pm') return undefined;
    const { readTypedPolicy } = await import('../../presentation/policy-file/read-typed-policy.js');
    return readTypedPolicy(location.session.root, state.snapshot.tracked.paths, location.path, document.getText());
  };
  const policyOf = (document: TextDocument): Promise<TypedPolicy | undefined> => {
    const found = known.get(document);
    if (found?.version === document.version) return found.policy;
    const policy = read(document);
    known.set(document, { version: document.version, policy });
    return policy;
  };
  const check = async (document: TextDocument): Promise<void> => {
    const { version } = document;
    const policy = document.isClosed ? undefined : await policyOf(document);
    if (document.isClosed || policy === undefined) problems.delete(document.uri);
    else if (document.version === version)
      problems.set(
        document.uri,
        policy.problems.map((each) => diagnosticOf(document, each)),
      );
  };
  const checkLater = (document: TextDocument, after: number): void => {
    if (languages.match(selector, document) === 0) return;
    timers.set(after, () => void check(document).catch(logErrors(log)), document.uri.toString());
  };
  const checkAll = (): void => {
    for (const document of workspace.textDocuments) {
      known.delete(document);
      checkLater(document, 0);
    }
    changed.fire();
  };

  checkAll();
  return Disposable.from(
    problems,
    changed,
    timers,
    languages.registerCodeLensProvider(selector, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: async (document) =>
        (await policyOf(document))?.rules.map(({ line, words }) => {
          const title = `$(telescope)\u00a0${words.replaceAll('$(', '$ (')}`;
          return new CodeLens(new Range(line - 1, 0, line - 1, 0), { title, command: '' });
        }),
    }),
    workspace.onDidOpenTextDocument((document) => checkLater(document, 0)),
    workspace.onDidChangeTextDocument(({ document }) => checkLater(document, settles)),
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

function diagnosticOf(document: TextDocument, { line, message, severity }: PolicyProblem): Diagnostic {
  const { text, range } = document.lineAt(Math.min(Math.max(line, 1), document.lineCount) - 1);
  const start = text.length - text.trimStart().length;
  const diagnostic = new Diagnostic(range.with(range.start.translate(0, start)), message, severities[severity]);
  diagnostic.source = 'PM Zone';
  return diagnostic;
}
