import { CodeAction, CodeActionKind, Disposable, languages, workspace, WorkspaceEdit } from 'vscode';
import type { Range, CodeActionContext, Position, TextDocument, Uri } from 'vscode';
import { toEditorText, offsetAt } from '../../../text/editor-text.js';
import type { QuickFix, QuickFixInput } from '../../../presentation/quick-fixes/quick-fix.js';
import type { Finding } from '../../../review/review.js';
import { createDiagnostic } from './finding-diagnostic.js';
import type { Services } from '../../services/services.js';
import { offsetRange } from '../../ui/editor-range.js';
import { registerCommand } from '../../ui/register-command.js';
import type { RepositorySession } from '../../sessions/repository-session.js';
import type { DisplayedFinding, DisplayedFindings } from './displayed-findings.js';
import { readEditorText } from '../../sessions/read-editor-text.js';
import { uriInRepository } from '../../sessions/repository-uri.js';

const fixedCommand = 'pmZone.quickFixApplied';

/** Quick fixes of findings that need no thought, computed from the current texts. */
export function registerQuickFixActions(
  { log, reviews, sessions }: Pick<Services, 'log' | 'reviews' | 'sessions'>,
  findings: DisplayedFindings,
): Disposable {
  const pending = new WeakMap<object, Pending>();
  const provide = async (document: TextDocument, range: Range, context: CodeActionContext): Promise<CodeAction[]> => {
    if (context.only !== undefined && !context.only.contains(CodeActionKind.QuickFix)) return [];
    const matching = findings.get(document.uri).filter((shown) => shown.range.intersection(range) !== undefined);
    const actions = await Promise.all(matching.map((shown) => actionsFor(shown, document, pending)));
    return actions.some(({ length }) => length > 0) ? actions.flat() : offers(document, range.start);
  };
  /** Fixes without a finding: for a text that is new in one language only. */
  const offers = async (document: TextDocument, position: Position): Promise<CodeAction[]> => {
    if (!/\.(?:json|arb)$/i.test(document.uri.path)) return [];
    const location = await sessions.locate(document.uri);
    const reviewed = location && reviews.get(location.session);
    if (location === undefined || reviewed === undefined) return [];
    const { addToLanguages } = await import('../../../presentation/quick-fixes/add-to-languages.js');
    const fixes = await addToLanguages(location.path, {
      at: offsetOf(document, position),
      reviewed,
      readText: (path) => readEditorText(location.session, path),
    });
    return Promise.all(fixes.map((fix) => createAction({ ...fix, isPreferred: false }, location.session)));
  };
  return Disposable.from(
    languages.registerCodeActionsProvider(
      { scheme: 'file' },
      { provideCodeActions: provide },
      { providedCodeActionKinds: [CodeActionKind.QuickFix] },
    ),
    registerCommand(log, fixedCommand, async (token) => {
      const fixed = typeof token === 'object' && token !== null ? pending.get(token) : undefined;
      if (fixed === undefined) return;
      for (const { uri, text } of fixed.files) await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      findings.hide(fixed.finding);
    }),
  );
}

/** What is left once the edits of a quick fix are applied: files to restore byte for byte, which no edit can. */
interface Pending {
  readonly finding: Finding;
  readonly files: readonly { readonly uri: Uri; readonly text: string }[];
}

async function actionsFor(
  shown: DisplayedFinding,
  document: TextDocument,
  pending: WeakMap<object, Pending>,
): Promise<readonly CodeAction[]> {
  const { finding, reviewed, session, range } = shown;
  const isOwn =
    finding.path !== undefined && uriInRepository(session, finding.path).toString() === document.uri.toString();
  const input: QuickFixInput = {
    finding,
    offset: isOwn && finding.line !== undefined ? offsetOf(document, range.start) : undefined,
    reviewed,
    readText: (path) => readEditorText(session, path),
  };
  const diagnostic = createDiagnostic({ finding, range });
  const { findQuickFixes } = await import('../../../presentation/quick-fixes/find-quick-fixes.js');
  const fixes = await findQuickFixes(input);
  return Promise.all(
    fixes.map(async (fix) => {
      const files: { uri: Uri; text: string }[] = [];
      const action = await createAction(fix, session, files);
      action.diagnostics = [diagnostic];
      if (action.command === undefined) {
        const token = {};
        pending.set(token, { finding, files });
        action.command = { command: fixedCommand, title: fix.title, arguments: [token] };
      }
      return action;
    }),
  );
}

async function createAction(
  { title, isPreferred, steps, command }: QuickFix,
  session: RepositorySession,
  files: { uri: Uri; text: string }[] = [],
): Promise<CodeAction> {
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.isPreferred = isPreferred;
  if (command !== undefined) {
    const { id, path } = command;
    const about = path === undefined ? [] : [[uriInRepository(session, path).toString()]];
    action.command = { command: id, title, arguments: about };
    return action;
  }
  action.edit = new WorkspaceEdit();
  for (const step of steps) {
    const uri = uriInRepository(session, step.path);
    const text = await readEditorText(session, step.path);
    switch (step.kind) {
      case 'remove':
        action.edit.deleteFile(uri, { ignoreIfNotExists: true });
        break;
      case 'write':
        if (text === undefined) files.push({ uri, text: step.text });
        else action.edit.replace(uri, offsetRange(text, 0, text.length), toEditorText(step.text));
        break;
      case 'edit':
        for (const { start, end, text: put } of step.edits) {
          if (text !== undefined) action.edit.replace(uri, offsetRange(text, start, end), put);
        }
    }
  }
  return action;
}

function offsetOf(document: TextDocument, { line, character }: Position): number {
  return offsetAt(toEditorText(document.getText()), { line, character });
}
