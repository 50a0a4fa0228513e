import { Diagnostic, DiagnosticSeverity, Disposable, languages, TabInputText, Uri, window, workspace } from 'vscode';
import type { TextDocument } from 'vscode';
import { logErrors } from '../ui/log-errors.js';
import { splitLines } from '../../text/editor-text.js';
import { findingRange } from '../../presentation/findings/finding-range.js';
import { createTextMemory } from '../../text/text-memory.js';
import { createTimers } from '../ui/timers.js';
import { toRange } from '../ui/editor-range.js';
import { explainCheckCommand } from '../ui/command-ids.js';
import type { OpenPlan } from './providers/read-open-plan.js';
import type { Services } from '../services/services.js';
import { registerPlanProviders } from './providers/register-plan-providers.js';
import { affectsSettings } from '../ui/editor-settings.js';

/** Milliseconds: nobody is interrupted in the middle of a word. */
const settles = 300;

/**
 * Help while a planning doc is written: diagnostics for what is still missing, with quick fixes to fill it in, and completions after
 * its labels. What a review reports in the same place is not repeated.
 */
export function registerPlanHelp({ log, sessions }: Pick<Services, 'log' | 'sessions'>): Disposable {
  const problems = languages.createDiagnosticCollection('pm-zone-plan');
  const known = new Map<string, readonly Diagnostic[]>();
  const timers = createTimers();
  const runs = new Map<string, object>();
  // It is asked for at each move of the cursor.
  const remember = createTextMemory(20);

  const check = async (document: TextDocument): Promise<void> => {
    const address = document.uri.toString();
    const run = {};
    runs.set(address, run);
    const open = isInFront(document) ? await read(document) : undefined;
    if (runs.get(address) !== run) return;
    runs.delete(address);
    if (open === undefined || document.isClosed) known.delete(address);
    else known.set(address, diagnosticsOf(open));
    publish(document.uri);
  };
  const read = async (document: TextDocument): Promise<OpenPlan | undefined> => {
    const { readOpenPlan } = await import('./providers/read-open-plan.js');
    return readOpenPlan(sessions, document, remember);
  };
  const publish = (uri: Uri): void => {
    const own = known.get(uri.toString()) ?? [];
    const before = problems.get(uri) ?? [];
    if (own.length === 0 && before.length === 0) return;
    const reviewMessages = new Set(
      languages.getDiagnostics(uri).flatMap((each) => (isFromReview(each) ? [each.message] : [])),
    );
    const now = own.filter(({ message }) => !reviewMessages.has(message));
    if (!areEqual(now, before)) problems.set(uri, now);
  };
  const checkLater = (document: TextDocument, after: number): void => {
    if (document.uri.scheme !== 'file' || document.languageId !== 'markdown') return;
    timers.set(after, () => void check(document).catch(logErrors(log)), document.uri.toString());
  };
  const checkAll = (): void => {
    for (const document of workspace.textDocuments) checkLater(document, 0);
  };

  checkAll();
  return Disposable.from(
    problems,
    timers,
    new Disposable(() => runs.clear()),
    workspace.onDidChangeTextDocument(({ document }) => checkLater(document, settles)),
    workspace.onDidCloseTextDocument((document) => checkLater(document, 0)),
    window.onDidChangeVisibleTextEditors((editors) => {
      for (const { document } of editors) if (!known.has(document.uri.toString())) checkLater(document, 0);
    }),
    window.tabGroups.onDidChangeTabs(({ closed }) => {
      if (closed.length > 0) checkAll();
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (affectsSettings(event, 'role')) checkAll();
    }),
    sessions.onDidChange(checkAll),
    languages.onDidChangeDiagnostics(({ uris }) => {
      for (const uri of uris) if (known.has(uri.toString())) publish(uri);
    }),
    registerPlanProviders(sessions, remember),
  );
}

/** The code of our diagnostics, which tells them from those of a review. */
const code = 'planning-doc';

function diagnosticsOf({ text, plan }: OpenPlan): readonly Diagnostic[] {
  if (plan === undefined) return [];
  // In a draft something is always missing; once the plan is sent, a gap blocks its approval.
  const { status } = plan.doc;
  const isDraft = status === undefined || status === 'Draft';
  const lines = splitLines(text);
  return plan.gaps.map(({ line, message }) => {
    const range = toRange(findingRange(lines[line - 1] ?? '', { line: line - 1, character: 0 }, false));
    const severity = isDraft ? DiagnosticSeverity.Information : DiagnosticSeverity.Warning;
    const diagnostic = new Diagnostic(range, message, severity);
    diagnostic.source = 'PM Zone';
    const args = encodeURIComponent(JSON.stringify(['planning-complete']));
    diagnostic.code = { value: code, target: Uri.parse(`command:${explainCheckCommand}?${args}`) };
    return diagnostic;
  });
}

function isFromReview({ source, code: otherCode }: Diagnostic): boolean {
  return source === 'PM Zone' && !(typeof otherCode === 'object' && otherCode.value === code);
}

function areEqual(some: readonly Diagnostic[], others: readonly Diagnostic[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ message, range, severity }, index) => {
      const other = others[index] as Diagnostic;
      return message === other.message && range.isEqual(other.range) && severity === other.severity;
    })
  );
}

/** Open in a tab or an editor, and not only loaded by an extension. */
function isInFront({ uri, isClosed }: TextDocument): boolean {
  if (isClosed) return false;
  const address = uri.toString();
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return (
    window.visibleTextEditors.some(({ document }) => document.uri.toString() === address) ||
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === address)
  );
}
