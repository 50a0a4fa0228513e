import { CodeAction, CodeActionKind, CompletionItem, CompletionItemKind, Disposable, languages, Range } from 'vscode';
import { WorkspaceEdit, type TextDocument } from 'vscode';
import type { KnownFlag } from '../../../presentation/plan/known-flags.js';
import { offsetRange } from '../../ui/editor-range.js';
import type { SessionCache } from '../../sessions/session-cache.js';
import type { TextMemory } from '../../../text/text-memory.js';
import { snapshotOf } from '../../sessions/repository-session.js';

/** What VS Code asks for while a planning doc is written: completions after its labels, and quick fixes of its gaps. */
export function registerPlanProviders(sessions: SessionCache, remember: TextMemory): Disposable {
  return Disposable.from(registerCompletions(sessions), registerFixes(sessions, remember));
}

/** Offers what may stand after a label of a planning doc: statuses, levels, flags, the PM's folders, people on the roster. */
function registerCompletions(sessions: SessionCache): Disposable {
  return languages.registerCompletionItemProvider(
    { scheme: 'file', language: 'markdown' },
    {
      provideCompletionItems: async (document, position) => {
        const line = document.lineAt(position.line).text;
        // Most lines have no label: for them nothing is read.
        if (!line.includes(':') && !line.includes('|')) return [];
        const [{ isFlagLine, completePlanLine }, { readPlanFacts }] = await Promise.all([
          import('../../../presentation/plan/complete-plan-line.js'),
          import('./read-open-plan.js'),
        ]);
        const facts = await readPlanFacts(sessions, document);
        if (facts === undefined) return [];
        const known = isFlagLine(line) ? await knownFlags(sessions, document) : [];
        return completePlanLine(line, position.character, facts, known).map(
          ({ label, detail, insertText, filterText, start, end }, at) => {
            const item = new CompletionItem({ label, description: detail }, CompletionItemKind.Value);
            item.insertText = insertText;
            item.filterText = filterText;
            item.range = new Range(position.line, start, position.line, end);
            item.sortText = String(at).padStart(4, '0');
            item.preselect = at === 0;
            return item;
          },
        );
      },
    },
    ' ',
    '@',
    '`',
    '[',
  );
}

/** The flags of the flag files, read when one is named, so that they are current. */
async function knownFlags(sessions: SessionCache, { uri }: Pick<TextDocument, 'uri'>): Promise<readonly KnownFlag[]> {
  const location = await sessions.locate(uri);
  const snapshot = location && snapshotOf(location.session);
  if (snapshot === undefined) return [];
  const { readKnownFlags } = await import('../../../presentation/plan/known-flags.js');
  const { root, policy, asking, tracked } = snapshot;
  return readKnownFlags({ root, policy, asking, paths: tracked.paths });
}

/** Quick fixes of a planning doc: what can fill a gap. */
function registerFixes(sessions: SessionCache, remember: TextMemory): Disposable {
  return languages.registerCodeActionsProvider(
    { scheme: 'file', language: 'markdown' },
    {
      provideCodeActions: async (document, range, { only, diagnostics }) => {
        if (only !== undefined && !only.contains(CodeActionKind.QuickFix)) return [];
        const { readOpenPlan } = await import('./read-open-plan.js');
        const open = await readOpenPlan(sessions, document, remember);
        if (open?.plan === undefined) return [];
        const { text, plan } = open;
        const gaps = plan.gaps.filter(({ line }) => line - 1 >= range.start.line && line - 1 <= range.end.line);
        if (gaps.length === 0) return [];
        const { findPlanFixes } = await import('../../../presentation/plan/find-plan-fixes.js');
        const fixes = await findPlanFixes({ ...open, plan, gaps });
        return fixes.map((fix) => {
          const action = new CodeAction(fix.title, CodeActionKind.QuickFix);
          action.isPreferred = fix.isPreferred;
          const messages = fix.gaps.map(({ message }) => message);
          action.diagnostics = diagnostics.filter(({ message }) => messages.includes(message));
          action.edit = new WorkspaceEdit();
          for (const edit of fix.edits) {
            action.edit.replace(document.uri, offsetRange(text, edit.start, edit.end), edit.text);
          }
          return action;
        });
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix] },
  );
}
