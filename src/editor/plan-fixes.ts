import { CodeAction, CodeActionKind, languages, Range, WorkspaceEdit, type Disposable } from 'vscode';
import { positionAt } from '../guide/editor-text.js';
import type { SessionCache } from './zones.js';

/** The light bulb of a planning doc: what can be put in where something is missing. */
export function registerPlanFixes(sessions: Pick<SessionCache, 'locate'>): Disposable {
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
            const [start, end] = [positionAt(text, edit.start), positionAt(text, edit.end)];
            action.edit.replace(
              document.uri,
              new Range(start.line, start.character, end.line, end.character),
              edit.text,
            );
          }
          return action;
        });
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix] },
  );
}
