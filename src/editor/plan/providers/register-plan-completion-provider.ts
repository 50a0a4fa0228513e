import { CompletionItem, CompletionItemKind, languages, Range, type Disposable, type TextDocument } from 'vscode';
import type { KnownFlag } from '../../../presentation/plan/known-flags.js';
import type { SessionCache } from '../../sessions/session-cache.js';
import { snapshotOf } from '../../sessions/repository-session.js';

/** Offers what may stand after a label of a planning doc: statuses, levels, flags, the PM's folders, people on the roster. */
export function registerPlanCompletionProvider(sessions: SessionCache): Disposable {
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
