import { CodeAction, CodeActionKind, languages, WorkspaceEdit, type Disposable } from 'vscode';
import { offsetRange } from '../../ui/editor-range.js';
import type { SessionCache } from '../../sessions/session-cache.js';

/** Quick fixes of a planning doc: what can fill a gap. */
export function registerPlanFixProvider(sessions: SessionCache): Disposable {
  return languages.registerCodeActionsProvider(
    { scheme: 'file', language: 'markdown' },
    {
      provideCodeActions: async (document, range, { only, diagnostics }) => {
        if (only !== undefined && !only.contains(CodeActionKind.QuickFix)) return [];
        const { readOpenPlan } = await import('./read-open-plan.js');
        const open = await readOpenPlan(sessions, document);
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
