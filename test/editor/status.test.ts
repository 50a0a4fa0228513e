import assert from 'node:assert/strict';
import { commands, Uri, window, workspace } from 'vscode';
import { onDidChangeActiveFile, activeFile } from '../../src/editor/sessions/active-file.js';
import { standingStatus } from '../../src/editor/badges/register-standing-status.js';
import type { Judgement } from '../../src/policy/policy.js';

const owned: Judgement = {
  standing: 'locked',
  row: 4,
  conditions: [],
  owners: ['@org/pay'],
  because: [{ file: 'CODEOWNERS', line: 4, text: '/pay/ @org/pay' }],
};

describe('status', () => {
  const cases: readonly (readonly [string, Partial<Judgement>, string, string])[] = [
    ['who owns it', {}, '$(lock) Locked: owned by @org/pay', 'Locked: it is owned by @org/pay (CODEOWNERS, line 4)'],
    [
      'that it is locked',
      { row: 3 },
      '$(lock) Locked for PMs',
      'Locked: CODEOWNERS keeps /pay/ @org/pay from PMs (CODEOWNERS, line 4)',
    ],
    [
      'that it takes an engineer',
      { standing: 'pair', row: 8, because: [{ file: '', line: 0, text: 'Outside the PM zone.' }] },
      '$(organization) Together with an engineer',
      'Only together with an engineer: outside the PM zone',
    ],
    [
      'that it is editable',
      { standing: 'editable', row: 6, because: [{ file: '', line: 0, text: 'It is a planning doc.' }] },
      '$(edit) Yours to edit',
      'Yours to edit: it is a planning doc',
    ],
  ];
  for (const [what, more, text, words] of cases) {
    it(`says ${what}, with an icon and in words`, () => {
      assert.deepEqual(standingStatus({ ...owned, ...more }), {
        text,
        words,
        label: `Standing of this file. ${words}`,
      });
    });
  }

  it('shows a name that looks like an icon as text, and a long one cut', () => {
    const { text } = standingStatus({ ...owned, owners: [`$(flame)${'x'.repeat(200)}`] });
    assert.match(text, /^\$\(lock\) Locked: owned by \$ \(flame\)x+…$/);
    assert.ok(text.length < 100);
  });
});

describe('open file', () => {
  const root = (): Uri => workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/');
  const at = (path: string): Uri => Uri.joinPath(root(), path);

  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('is the file of the active tab', async () => {
    const changed = new Promise<void>((resolve) => onDidChangeActiveFile(() => resolve()));
    await window.showTextDocument(at('src/payments/charge.ts'));
    await changed;
    assert.equal(activeFile()?.path, at('src/payments/charge.ts').path);
  });

  it('is the newer side of a comparison', async () => {
    await commands.executeCommand('vscode.diff', at('README.md'), at('src/app.tsx'));
    assert.equal(activeFile()?.path, at('src/app.tsx').path);
  });

  it('is none for what is no file', async () => {
    await window.showTextDocument(await workspace.openTextDocument({ content: 'not saved' }));
    assert.equal(activeFile(), undefined);
  });
});
