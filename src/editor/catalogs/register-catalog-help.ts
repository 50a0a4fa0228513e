import { commands, Disposable, Hover, l10n, languages, MarkdownString, window, workspace } from 'vscode';
import type { Position, TextDocument } from 'vscode';
import type { Services } from '../services/services.js';
import { judgeFile } from '../sessions/judge-file.js';
import { inBackground } from '../ui/log-errors.js';

/**
 * Help for a PM in an open file of texts: its lines wrap, unless whoever reads it chose a wrap of their own, and the text at the cursor, or under
 * the mouse, leads to its page with all languages.
 */
export function registerCatalogHelp({ log, sessions }: Pick<Services, 'log' | 'sessions'>): Disposable {
  const wrapped = new WeakSet<TextDocument>();
  let published = false;
  const pathOf = async (document: TextDocument): Promise<string | undefined> => {
    const file = document.uri.scheme === 'file' ? await judgeFile(sessions, document.uri) : undefined;
    if (file === undefined) return undefined;
    const { locateCatalogText } = await import('../../catalogs/locate-catalog.js');
    const found = locateCatalogText(file.path, document.getText());
    return found === undefined || found.format === 'unsupported' ? undefined : file.path;
  };
  const follow = inBackground(log, async () => {
    const editor = window.activeTextEditor;
    const isCatalog = editor !== undefined && (await pathOf(editor.document)) !== undefined;
    if (window.activeTextEditor !== editor) return;
    if (isCatalog !== published) await commands.executeCommand('setContext', 'pmZone.catalogOpen', isCatalog);
    published = isCatalog;
    if (!isCatalog || wrapped.has(editor.document)) return;
    wrapped.add(editor.document);
    // It is of this file alone, and gone once that is closed.
    if (workspace.getConfiguration('editor', editor.document).get('wordWrap') === 'off')
      await commands.executeCommand('editor.action.toggleWordWrap');
  });
  const provideHover = async (document: TextDocument, { line, character }: Position): Promise<Hover | undefined> => {
    const { range, text } = document.lineAt(line);
    const path = /\p{L}/u.test(text) ? await pathOf(document) : undefined;
    if (path === undefined) return undefined;
    const { findWordsAt } = await import('../../presentation/words-page/find-words-at.js');
    const at = { line: line + 1, column: character + 1 };
    const keyPath = await findWordsAt(path, document.getText(), at);
    if (keyPath === undefined) return undefined;
    const address = encodeURIComponent(JSON.stringify([path, keyPath]));
    const words = l10n.t('Edit These Words in All Languages');
    const link = new MarkdownString(`$(globe)\u00a0[${words}](command:pmZone.editWords?${address})`, true);
    link.isTrusted = { enabledCommands: ['pmZone.editWords'] };
    return new Hover(link, range);
  };
  follow();
  return Disposable.from(
    window.onDidChangeActiveTextEditor(follow),
    sessions.onDidChange(follow),
    languages.registerHoverProvider({ scheme: 'file' }, { provideHover }),
  );
}
