import assert from 'node:assert/strict';
import { commands, extensions, window, workspace } from 'vscode';
import { windowStateOf, type WindowFacts, type WindowState } from '../../src/editor/sessions/audience.js';
import { safeDirectoryCommand } from '../../src/editor/commands/repository/register-git-error-commands.js';
import type { RepositoryState } from '../../src/editor/sessions/repository-state.js';
import { GitError, parseGitError, type GitErrorKind } from '../../src/git/git-error.js';

const nowhere: WindowFacts = {
  folders: ['file'],
  trusted: true,
  settled: true,
  repository: false,
  state: undefined,
  failed: false,
};

function gitError(kind: GitErrorKind): WindowFacts {
  return { ...nowhere, repository: true, state: { kind: 'git-error', error: new GitError(kind, 'Git said no.') } };
}

function open(kind: string, names: readonly string[] = ['a@b.example']): WindowFacts {
  const snapshot = { asking: { kind, names, rows: [] } };
  return { ...nowhere, repository: true, state: { kind: 'open', snapshot } as unknown as RepositoryState };
}

const cases: readonly (readonly [WindowState, WindowFacts])[] = [
  ['no-folder', { ...nowhere, folders: [] }],
  ['untrusted', { ...nowhere, trusted: false }],
  ['virtual', { ...nowhere, folders: ['vscode-vfs'] }],
  ['loading', { ...nowhere, settled: false }],
  ['loading', { ...nowhere, repository: true }],
  ['no-repository', nowhere],
  ['no-repository', { ...nowhere, folders: ['vscode-vfs', 'file'] }],
  ['no-repository', gitError('not-a-repository')],
  ['trouble', { ...nowhere, repository: true, failed: true }],
  ['trouble', gitError('bare')],
  ['trouble', gitError('failed')],
  ['git-missing', gitError('git-missing')],
  ['unsafe', gitError('dubious-ownership')],
  ['no-policy', { ...nowhere, repository: true, state: { kind: 'no-policy', waits: false } as RepositoryState }],
  ['policy-waits', { ...nowhere, repository: true, state: { kind: 'no-policy', waits: true } as RepositoryState }],
  ['pm', open('pilot-pm')],
  ['engineer', open('not-on-roster')],
  ['no-name', open('not-on-roster', [])],
  ['ask-role', open('no-roster')],
];

describe('what the window shows', () => {
  for (const [state, facts] of cases) {
    it(`is “${state}” for ${JSON.stringify(facts).slice(0, 90)}`, () =>
      assert.equal(windowStateOf(facts, { role: 'ask' }), state));
  }

  it('goes by the answer where there is no roster', () => {
    assert.equal(windowStateOf(open('no-roster'), { role: 'pm' }), 'pm');
    assert.equal(windowStateOf(open('no-roster'), { role: 'engineer' }), 'engineer');
  });

  it('has a welcome for each state but a PM’s and an engineer’s', () => {
    const manifest = extensions.getExtension('pm-zone.pm-zone')?.packageJSON as {
      readonly contributes: { readonly viewsWelcome: readonly { readonly when?: string; readonly contents: string }[] };
    };
    for (const [state] of cases) {
      if (state === 'pm' || state === 'engineer') continue;
      const welcome = manifest.contributes.viewsWelcome.find(({ when }) => when === `pmZone.state == '${state}'`);
      assert.ok(welcome, state);
    }
  });
});

describe('git’s refusal of a folder', () => {
  it('gives the exact command to copy, also for a folder with spaces', () => {
    for (const [place, quoted] of [
      ['/srv/repo', '/srv/repo'],
      ['/srv/my repo', "'/srv/my repo'"],
    ] as const) {
      const { sentence } = parseGitError(`fatal: detected dubious ownership in repository at '${place}'`, place);
      assert.equal(safeDirectoryCommand(sentence), `git config --global --add safe.directory ${quoted}`);
    }
    assert.equal(safeDirectoryCommand('Git said no.'), undefined);
  });
});

describe('the commands of whoever asks', () => {
  before(async () => {
    await extensions.getExtension('pm-zone.pm-zone')?.activate();
  });

  it('shows an example policy in a document that is not saved', async () => {
    await commands.executeCommand('pmZone.examplePolicy');
    const document = window.activeTextEditor?.document;
    assert.equal(document?.isUntitled, true);
    assert.equal(document.languageId, 'markdown');
    assert.match(document.getText(), /^## PM zone/);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('opens the policy as the base has it, at its line', async () => {
    await commands.executeCommand('pmZone.openPolicy');
    const editor = window.activeTextEditor;
    assert.match(editor?.document.uri.path ?? '', /CLAUDE\.md$/);
    assert.match(
      editor?.document.lineAt(editor.selection.active.line).text ?? '',
      /Files Pilot PMs Can and Cannot Touch/,
    );
    await commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('sets the role by a button, and only in the user’s own settings', async () => {
    const settings = workspace.getConfiguration('pmZone');
    try {
      await commands.executeCommand('pmZone.iAm', 'engineer');
      assert.equal(workspace.getConfiguration('pmZone').inspect('role')?.globalValue, 'engineer');
      assert.equal(workspace.getConfiguration('pmZone').inspect('role')?.workspaceValue, undefined);
    } finally {
      await settings.update('role', undefined, true);
    }
  });
});
