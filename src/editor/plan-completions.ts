import { CompletionItem, CompletionItemKind, languages, Range, type Disposable, type TextDocument } from 'vscode';
import type { KnownFlag } from '../guide/known-flags.js';
import type { SessionCache } from './zones.js';
import { snapshotOf } from './repository-zone.js';

/** Offers what may stand after a label of a planning doc: statuses, levels, flags, the PM's folders, people on the roster. */
export function registerPlanCompletionProvider(sessions: Pick<SessionCache, 'locate'>): Disposable {
  return languages.registerCompletionItemProvider(
    { scheme: 'file', language: 'markdown' },
    {
      provideCompletionItems: async (document, position) => {
        const line = document.lineAt(position.line).text;
        // Most lines have no label: for them nothing is read.
        if (!line.includes(':') && !line.includes('|')) return [];
        const [{ namesFlag, planCompletions }, { readPlanFacts: factsOfPlanDoc }] = await Promise.all([
          import('../guide/plan-completions.js'),
          import('./open-plan-doc.js'),
        ]);
        const facts = await factsOfPlanDoc(sessions, document);
        if (facts === undefined) return [];
        const known = namesFlag(line) ? await knownFlags(sessions, document) : [];
        return planCompletions(line, position.character, facts, known).map(
          ({ label, detail, text, filter, start, end }, at) => {
            const item = new CompletionItem({ label, description: detail }, CompletionItemKind.Value);
            item.insertText = text;
            item.filterText = filter;
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
async function knownFlags(
  sessions: Pick<SessionCache, 'locate'>,
  { uri }: Pick<TextDocument, 'uri'>,
): Promise<readonly KnownFlag[]> {
  const location = await sessions.locate(uri);
  const snapshot = location && snapshotOf(location.session);
  if (snapshot === undefined) return [];
  const { readKnownFlags } = await import('../guide/known-flags.js');
  const { root, policy, asking, tracked } = snapshot;
  return readKnownFlags({ root, policy, asking, paths: tracked.paths });
}
