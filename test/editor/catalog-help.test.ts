import assert from 'node:assert/strict';
import { commands, Position, Selection, Uri, window, workspace } from 'vscode';
import type { Hover, MarkdownString, TextDocument } from 'vscode';

describe('An open file of texts', () => {
  const root = (): Uri => workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/');
  const open = async (path: string): Promise<TextDocument> => {
    const document = await workspace.openTextDocument(Uri.joinPath(root(), path));
    await window.showTextDocument(document);
    return document;
  };
  /** A long line in it, and how far the cursor is from its begin when it goes to the end of the line that is seen. */
  const wrapsAt = async (document: TextDocument): Promise<number> => {
    const editor = await window.showTextDocument(document);
    assert.ok(await editor.edit((edit) => edit.insert(new Position(1, 0), `${'long '.repeat(200)}\n`)));
    editor.selection = new Selection(1, 0, 1, 0);
    await commands.executeCommand('cursorMove', { to: 'wrappedLineEnd' });
    return editor.selection.active.character;
  };
  const eventually = async (check: () => Promise<void>): Promise<void> => {
    for (let tries = 0; ; tries++) {
      try {
        await check();
        return;
      } catch (error) {
        if (tries === 50) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  };
  const links = async (document: TextDocument, line: number): Promise<readonly string[]> => {
    const at = new Position(line, document.lineAt(line).text.length >> 1);
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, at);
    return hovers.flatMap(({ contents }) => contents.map((each) => (each as MarkdownString).value));
  };

  afterEach(async () => {
    await commands.executeCommand('workbench.action.files.revert');
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('wraps, and other files do not', async () => {
    await eventually(async () => {
      const document = await open('src/features/onboarding/i18n/en.json');
      const end = await wrapsAt(document);
      await commands.executeCommand('workbench.action.files.revert');
      assert.ok(end > 0 && end < 900, `the line that is seen ends at ${end}`);
    });
    assert.equal(await wrapsAt(await open('src/features/onboarding/components/empty-state.tsx')), 1000);
  });

  it('is left as whoever reads it has it', async () => {
    const wrap = workspace.getConfiguration('editor');
    await wrap.update('wordWrap', 'wordWrapColumn', true);
    await wrap.update('wordWrapColumn', 40, true);
    try {
      const document = await open('src/features/onboarding/i18n/de.json');
      await new Promise((resolve) => setTimeout(resolve, 500));
      const end = await wrapsAt(document);
      assert.ok(end < 50, `the line that is seen ends at ${end}`);
    } finally {
      await wrap.update('wordWrap', undefined, true);
      await wrap.update('wordWrapColumn', undefined, true);
    }
  });

  it('leads from a text to its page', async () => {
    const document = await open('src/features/onboarding/i18n/en.json');
    const line = document
      .getText()
      .split('\n')
      .findIndex((text) => text.includes('Good to see you'));
    const said = (await links(document, line)).join('\n');
    assert.match(said, /\[Edit These Words in All Languages\]\(command:pmZone\.editWords\?/);
    assert.match(decodeURIComponent(said), /src\/features\/onboarding\/i18n\/en\.json.*welcome\.title/);
    assert.doesNotMatch((await links(document, 0)).join('\n'), /All Languages/);
    const other = await open('package.json');
    assert.doesNotMatch((await links(other, 1)).join('\n'), /All Languages/);
  });
});
