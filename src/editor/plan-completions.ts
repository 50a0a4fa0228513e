import { CompletionItem, CompletionItemKind, languages, Range, type Disposable, type TextDocument } from 'vscode';
import type { KnownFlag } from '../guide/known-flags.js';
import { viewOf, type Zones } from './zones.js';

/** Offers what may stand after a label of a planning doc: statuses, levels, flags, folders of hers, people on the roster. */
export function registerPlanCompletions(zones: Pick<Zones, 'placeOf'>): Disposable {
  return languages.registerCompletionItemProvider(
    { scheme: 'file', language: 'markdown' },
    {
      provideCompletionItems: async (document, position) => {
        const line = document.lineAt(position.line).text;
        // Most lines have no label: for them nothing is read.
        if (!line.includes(':') && !line.includes('|')) return [];
        const [{ namesFlag, planCompletions }, { factsOfPlanDoc }] = await Promise.all([
          import('../guide/plan-completions.js'),
          import('./open-plan-doc.js'),
        ]);
        const facts = await factsOfPlanDoc(zones, document);
        if (facts === undefined) return [];
        const known = namesFlag(line) ? await knownFlags(zones, document) : [];
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

/** What the flag files have: read when a flag is named, so that it is as it is now. */
async function knownFlags(
  zones: Pick<Zones, 'placeOf'>,
  { uri }: Pick<TextDocument, 'uri'>,
): Promise<readonly KnownFlag[]> {
  const place = await zones.placeOf(uri);
  const view = place && viewOf(place.zone);
  if (view === undefined) return [];
  const { readKnownFlags } = await import('../guide/known-flags.js');
  const { root, policy, asking, tracked } = view;
  return readKnownFlags({ root, policy, asking, paths: tracked.paths });
}
