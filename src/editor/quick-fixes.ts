import {
  CodeAction,
  CodeActionKind,
  Disposable,
  languages,
  type Range,
  workspace,
  WorkspaceEdit,
  type CodeActionContext,
  type Position,
  type TextDocument,
  type Uri,
} from 'vscode';
import { editorText, offsetAt } from '../guide/editor-text.js';
import type { Mend, MendInput } from '../guide/mends/mend.js';
import type { Finding } from '../review/review.js';
import { diagnosticOf } from './finding-diagnostic.js';
import type { Parts } from './parts.js';
import { offsetRange } from './editor-range.js';
import { createDiagnostic } from './finding-diagnostic.js';
import { registerCommand } from './register-command.js';
import type { RepositorySession } from './repository-zone.js';
import type { DisplayedFinding, DisplayedFindings } from './shown-findings.js';
import { uriInRepository } from './repository-uri.js';

const mendedCommand = 'pmZone.mended';

/** The light bulb: the ways to mend a finding that need no thought, worked out from the texts as they are now. */
export function registerQuickFixActions(
  { log, reviews, sessions }: Pick<Parts, 'log' | 'reviews' | 'sessions'>,
  findings: DisplayedFindings,
): Disposable {
  const pending = new WeakMap<object, Pending>();
  const provide = async (document: TextDocument, range: Range, context: CodeActionContext): Promise<CodeAction[]> => {
    if (context.only !== undefined && !context.only.contains(CodeActionKind.QuickFix)) return [];
    const asked = findings.get(document.uri).filter((shown) => shown.range.intersection(range) !== undefined);
    const actions = await Promise.all(asked.map((shown) => actionsFor(shown, document, pending)));
    return actions.some(({ length }) => length > 0) ? actions.flat() : offers(document, range.start);
  };
  /** Without a finding: a text that is new in one language only. */
  const offers = async (document: TextDocument, position: Position): Promise<CodeAction[]> => {
    if (!/\.(?:json|arb)$/i.test(document.uri.path)) return [];
    const location = await sessions.locate(document.uri);
    const reviewed = location && reviews.get(location.session);
    if (location === undefined || reviewed === undefined) return [];
    const { addToLanguages } = await import('../guide/mends/locale-mends.js');
    const mends = await addToLanguages(location.path, {
      at: offsetOf(document, position),
      reviewed,
      textOf: (path) => readText(location.session, path),
    });
    return Promise.all(mends.map((mend) => actionOf({ ...mend, isPreferred: false }, location.session)));
  };
  return Disposable.from(
    languages.registerCodeActionsProvider(
      { scheme: 'file' },
      { provideCodeActions: provide },
      { providedCodeActionKinds: [CodeActionKind.QuickFix] },
    ),
    registerCommand(log, mendedCommand, async (token) => {
      const mended = typeof token === 'object' && token !== null ? pending.get(token) : undefined;
      if (mended === undefined) return;
      for (const { uri, text } of mended.files) await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      findings.hide(mended.finding);
    }),
  );
}

/** What is left to do once the edits of a quick fix are made: files to bring back byte for byte, which no edit does. */
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
  const input: MendInput = {
    finding,
    at: isOwn && finding.line !== undefined ? offsetOf(document, range.start) : undefined,
    reviewed,
    textOf: (path) => readText(session, path),
  };
  const diagnostic = createDiagnostic({ finding, range });
  const { mendsOf } = await import('../guide/mends/mends-of.js');
  const mends = await mendsOf(input);
  return Promise.all(
    mends.map(async (mend) => {
      const files: { uri: Uri; text: string }[] = [];
      const action = await actionOf(mend, session, files);
      action.diagnostics = [diagnostic];
      if (action.command === undefined) {
        const token = {};
        pending.set(token, { finding, files });
        action.command = { command: mendedCommand, title: mend.title, arguments: [token] };
      }
      return action;
    }),
  );
}

async function actionOf(
  { title, isPreferred, steps, command }: Mend,
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
    const text = await readText(session, step.path);
    switch (step.kind) {
      case 'remove':
        action.edit.deleteFile(uri, { ignoreIfNotExists: true });
        break;
      case 'write':
        if (text === undefined) files.push({ uri, text: step.text });
        else action.edit.replace(uri, offsetRange(text, 0, text.length), editorText(step.text));
        break;
      case 'edit':
        for (const { start, end, text: put } of step.edits) {
          if (text !== undefined) action.edit.replace(uri, offsetRange(text, start, end), put);
        }
    }
  }
  return action;
}

/** A file's text as an editor has it, edits that are not saved included; `undefined` where there is none. */
async function readText(session: RepositorySession, path: string): Promise<string | undefined> {
  const uri = uriInRepository(session, path);
  try {
    // VS Code still has the text of a file for a while after it is gone.
    await workspace.fs.stat(uri);
    return editorText((await workspace.openTextDocument(uri)).getText());
  } catch {
    return undefined;
  }
}

function offsetOf(document: TextDocument, { line, character }: Position): number {
  return offsetAt(editorText(document.getText()), { line, character });
}
