import assert from 'node:assert/strict';
import { commands, extensions, Uri, window, workspace } from 'vscode';

describe('activation', () => {
  const extension = () => extensions.getExtension('pm-zone.pm-zone');

  it('finds the extension in the opened sample repository', () => {
    assert.ok(extension());
    assert.equal(workspace.workspaceFolders?.[0]?.name, 'boards');
  });

  it('registers its command once it is activated', async () => {
    await extension()?.activate();
    assert.equal(extension()?.isActive, true);
    assert.ok((await commands.getCommands(true)).includes('pmZone.why'));
  });

  it('opens a file of the sample in the editor', async () => {
    const root = workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/');
    const shown = await window.showTextDocument(Uri.joinPath(root, 'src/payments/charge.ts'));
    assert.match(shown.document.getText(), /monthlyCharge/);
  });
});
