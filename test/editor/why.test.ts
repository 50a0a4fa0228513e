import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { commands, env, extensions, TabInputWebview, Uri, window, workspace } from 'vscode';
import { openRuleCommand, ruleUri } from '../../src/editor/commands/register-rule-documents.js';

const root = (): Uri => workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/');
const at = (path: string): Uri => Uri.joinPath(root(), path);
const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-C', root().fsPath, ...args], { encoding: 'utf8' }).trim();

describe('why', () => {
  const pages = () =>
    window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof TabInputWebview && input.viewType.includes('pmZone.why'))
      .map(({ label }) => label);
  /** A tab gets its title a moment after the page. */
  const pagesBecome = async (expected: readonly string[]): Promise<void> => {
    const end = Date.now() + 5000;
    while (String(pages()) !== String(expected) && Date.now() < end) await new Promise((go) => setTimeout(go, 20));
    assert.deepEqual(pages(), expected);
  };

  before(async () => {
    await extensions.getExtension('pm-zone.pm-zone')?.activate();
  });
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens a page on the file that it is asked about', async () => {
    await commands.executeCommand('pmZone.why', at('src/payments/charge.ts'));
    await pagesBecome(['Why: charge.ts']);
  });

  it('takes the open file where none is named', async () => {
    await window.showTextDocument(at('src/app.tsx'));
    await commands.executeCommand('pmZone.why');
    await pagesBecome(['Why: app.tsx']);
  });

  it('keeps to one page, for folders and for several files too', async () => {
    await commands.executeCommand('pmZone.why', at('src/auth'));
    await pagesBecome(['Why: auth']);
    const several = [at('src/app.tsx'), at('src/auth/session.ts'), at('README.md')];
    await commands.executeCommand('pmZone.why', several[0], several);
    await pagesBecome(['Why: app.tsx and 2 more']);
  });

  it('opens no page for a file outside any repository', async () => {
    void commands.executeCommand('pmZone.why', Uri.file('/outside-any-repository/a.ts'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual(pages(), []);
  });
});

describe('rule documents', () => {
  const commit = (): string => git('rev-parse', 'origin/main');
  const shown = () => window.activeTextEditor;

  before(async () => {
    await commands.executeCommand('pmZone.why', at('README.md'));
  });
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('show a rule at its line as the commit has it, whatever the file is now', async () => {
    const now = await workspace.fs.readFile(at('CLAUDE.md'));
    await workspace.fs.writeFile(at('CLAUDE.md'), Buffer.from('# Changed\n'));
    try {
      await commands.executeCommand(openRuleCommand, root().fsPath, commit(), 'origin/main', 'CLAUDE.md', 21);
      assert.equal(shown()?.document.uri.scheme, 'pm-zone');
      assert.equal(shown()?.document.getText(), Buffer.from(now).toString('utf8'));
      assert.equal(shown()?.document.languageId, 'markdown');
      assert.equal(shown()?.selection.start.line, 20);
      assert.equal(window.tabGroups.activeTabGroup.activeTab?.label, 'CLAUDE.md (origin/main)');
    } finally {
      await workspace.fs.writeFile(at('CLAUDE.md'), now);
    }
  });

  it('show the working copy where that is what counts, and the last line for one beyond', async () => {
    await commands.executeCommand(openRuleCommand, root().fsPath, null, 'the working copy', 'CLAUDE.md', 9999);
    assert.equal(shown()?.document.uri.toString(), at('CLAUDE.md').toString());
    assert.equal(shown()?.selection.start.line, (shown()?.document.lineCount ?? 0) - 1);
  });

  it('show nothing of a repository that was not opened, of no commit, of no such file', async () => {
    const asked = { commit: commit(), ref: 'origin/main', file: 'CLAUDE.md' };
    for (const uri of [
      ruleUri('/elsewhere', asked),
      ruleUri(root().fsPath, { ...asked, commit: '--help' }),
      ruleUri(root().fsPath, { ...asked, file: 'absent.md' }),
      Uri.parse('pm-zone:/CLAUDE.md'),
      Uri.parse('pm-zone:/CLAUDE.md?[]'),
      Uri.parse('pm-zone:/CLAUDE.md?null'),
      Uri.parse('pm-zone:/CLAUDE.md?{}'),
    ]) {
      await assert.rejects(async () => await workspace.openTextDocument(uri), Error, uri.toString());
    }
  });

  it('heed no command that is not made of a place', async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await commands.executeCommand(openRuleCommand, '/elsewhere', commit(), 'origin/main', 'CLAUDE.md', 1);
    await commands.executeCommand(openRuleCommand, root().fsPath, commit(), 'origin/main', 'CLAUDE.md', '1');
    assert.equal(shown(), undefined);
  });
});

describe('request to pair', () => {
  it('copies a message that names the file, the reason and who owns it', async () => {
    await env.clipboard.writeText('');
    const asked = commands.executeCommand('pmZone.requestToPair', at('src/payments/charge.ts'));
    const accept = async (): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    };
    await accept();
    await accept();
    await asked;
    const message = await env.clipboard.readText();
    assert.match(message, /^Request to pair on src\/payments\/charge\.ts\n/);
    assert.match(message, /CLAUDE\.md, line 21/);
    assert.match(message, /\*\*Who is asked:\*\* @harbor\/billing/);
    assert.match(message, /\*\*Who asks:\*\* Maya Rivera/);
  });
});
