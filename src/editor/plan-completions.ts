import { CompletionItem, CompletionItemKind, languages, Range, type Disposable } from 'vscode';
import type { Zones } from './zones.js';

/** Offers what may stand after a label of a planning doc: statuses, levels, flags and folders of hers, people on the roster. */
export function registerPlanCompletions(zones: Pick<Zones, 'placeOf'>): Disposable {
  return languages.registerCompletionItemProvider(
    { scheme: 'file', language: 'markdown' },
    {
      provideCompletionItems: async (document, position) => {
        const line = document.lineAt(position.line).text;
        // Most lines have no label: for them nothing is read.
        if (!line.includes(':') && !line.includes('|')) return [];
        const [{ planCompletions }, { factsOfPlanDoc }] = await Promise.all([
          import('../guide/plan-completions.js'),
          import('./open-plan-doc.js'),
        ]);
        const facts = await factsOfPlanDoc(zones, document);
        if (facts === undefined) return [];
        return planCompletions(line, position.character, facts).map(
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
