import { CodeAction, CodeActionKind, languages, WorkspaceEdit, type Disposable } from 'vscode';
import { offsetRange } from './editor-range.js';
import type { SessionCache } from './zones.js';

/** The light bulb of a planning doc: what can be put in where something is missing. */
export function registerPlanFixProvider(sessions: Pick<SessionCache, 'locate'>): Disposable {
  return languages.registerCodeActionsProvider(
    { scheme: 'file', language: 'markdown' },
    {
      provideCodeActions: async (document, range, { only, diagnostics }) => {
        if (only !== undefined && !only.contains(CodeActionKind.QuickFix)) return [];
        const { readOpenPlan: openPlanDoc } = await import('./open-plan-doc.js');
        const open = await openPlanDoc(sessions, document);
        if (open?.plan === undefined) return [];
        const { text, plan } = open;
        const gaps = plan.gaps.filter(({ line }) => line - 1 >= range.start.line && line - 1 <= range.end.line);
        if (gaps.length === 0) return [];
        const { planMends } = await import('../guide/plan-mends.js');
        const mends = await planMends({ ...open, plan, gaps });
        return mends.map((mend) => {
          const action = new CodeAction(mend.title, CodeActionKind.QuickFix);
          action.isPreferred = mend.isPreferred;
          const messages = mend.gaps.map(({ message }) => message);
          action.diagnostics = diagnostics.filter(({ message }) => messages.includes(message));
          action.edit = new WorkspaceEdit();
          for (const edit of mend.edits) {
            action.edit.replace(document.uri, offsetRange(text, edit.start, edit.end), edit.text);
          }
          return action;
        });
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix] },
  );
}
