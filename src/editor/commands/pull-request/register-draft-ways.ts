import { CodeLens, l10n, languages, Range, type Disposable, type TextDocument } from 'vscode';
import { openOn } from '../../ui/host-words.js';
import type { DraftedChange } from './with-drafted-change.js';

/** The ways on stand above a draft, however long it is read. `shownIn`: what the draft in a document was made of. */
export function registerDraftWays(
  shownIn: (document: TextDocument) => Pick<DraftedChange, 'draft' | 'server'> | undefined,
): Disposable {
  return languages.registerCodeLensProvider(
    { scheme: 'untitled', language: 'markdown' },
    {
      provideCodeLenses: (document) => {
        const shown = shownIn(document);
        if (shown === undefined) return [];
        const { draft, server } = shown;
        const open = draft.draft ? l10n.t('Open a Draft') : openOn(server?.kind);
        const ways = [
          ...(server === undefined ? [] : [{ title: open, command: 'pmZone.sendPullRequest' }]),
          { title: l10n.t('Continue in the Browser'), command: 'pmZone.openOnHost' },
        ];
        return ways.map((way) => new CodeLens(new Range(0, 0, 0, 0), { ...way, arguments: [document.uri] }));
      },
    },
  );
}
