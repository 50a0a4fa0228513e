import assert from 'node:assert/strict';
import { commands, languages, Position, Range, Uri, window, workspace } from 'vscode';
import type { CodeAction, CodeLens, CompletionList, Hover, MarkdownString, TextEditor } from 'vscode';
import { createPolicyPreview, type PolicyPreview } from '../../src/editor/policy/create-policy-preview.js';
import { registerPolicyHelp } from '../../src/editor/policy/register-policy-help.js';
import type { SessionCache } from '../../src/editor/sessions/session-cache.js';
import { temporaryRepository, type TemporaryRepository } from '../support/temporary-repository.js';
import { eventually } from '../vscode/workbench.js';
import { openSessions } from './open-sessions.js';

const policy = `# Rules

## PM zone

PMs can touch:

- \`src/**\`
- \`lib/**\`

PMs cannot touch:

- \`src/auth/**\`

### Pilot roster

| PM | Email |
| --- | --- |
| Maya (@maya) | maya@example.com |
`;

describe('help in a policy file', () => {
  const log = window.createOutputChannel('policy help test', { log: true });
  let repository: TemporaryRepository;
  let sessions: SessionCache;
  let help: { dispose: () => void };
  let preview: PolicyPreview;
  const at = (path: string): Uri => Uri.joinPath(Uri.file(repository.root), path);
  const titles = async (path: string): Promise<readonly string[]> => {
    const found = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', at(path));
    const own = found.filter(({ command }) => command?.title.startsWith('$(telescope)'));
    // The extension of this window knows the repository as well.
    return [...new Set(own.map(({ range, command }) => `${range.start.line + 1}: ${command?.title.slice(13) ?? ''}`))];
  };
  const problems = (): readonly string[] => [
    ...new Set(
      languages.getDiagnostics(at('CLAUDE.md')).map(({ range, message }) => `${range.start.line + 1}: ${message}`),
    ),
  ];
  const type = async (editor: TextEditor, from: string, to: string): Promise<void> => {
    const start = editor.document.getText().indexOf(from);
    const range = new Range(editor.document.positionAt(start), editor.document.positionAt(start + from.length));
    assert.ok(await editor.edit((edit) => edit.replace(range, to)));
  };

  before(() => {
    repository = temporaryRepository();
    for (const path of ['src/a.ts', 'src/b.ts', 'src/auth/c.ts', 'docs/a.md']) repository.write(path, 'x\n');
    repository.write('CLAUDE.md', policy);
    repository.write('docs/CLAUDE.md', policy);
    const commit = repository.commit('first', { author: 'Erin <erin@example.com>' });
    repository.git('update-ref', 'refs/remotes/origin/main', commit);
    repository.git('config', 'user.email', 'erin@example.com');
    sessions = openSessions(log);
    help = registerPolicyHelp({ log, sessions });
    preview = createPolicyPreview({ log, sessions });
  });
  after(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    help.dispose();
    preview.dispose();
    sessions.dispose();
    repository.remove();
    log.dispose();
  });

  it('says above each rule what it comes to, and follows what is typed and not saved', async () => {
    const editor = await window.showTextDocument(at('CLAUDE.md'));
    await eventually(async () =>
      assert.deepEqual(await titles('CLAUDE.md'), [
        '7: Opens 2 of 3 files; line 12 takes the others back',
        '8: Matches no file',
        '12: Locks 1 file, by convention only',
      ]),
    );
    await eventually(() => assert.ok(problems().some((each) => each.startsWith('8: `lib/**` matches no file'))));
    await type(editor, '`lib/**`', '`docs/a*.md`');
    await eventually(async () => assert.ok((await titles('CLAUDE.md')).includes('8: Opens 1 file')));
    await eventually(() => assert.ok(!problems().some((each) => each.startsWith('8: `'))));
    assert.ok(editor.document.isDirty);
  });

  it('offers what may stand at the cursor, and names the files of a rule', async () => {
    const place = new Position(6, 6);
    const { items } = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      at('CLAUDE.md'),
      place,
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('src/'), labels.join(' '));
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', at('CLAUDE.md'), place);
    const shown = hovers.flatMap(({ contents }) => contents.map((each) => (each as MarkdownString).value));
    assert.match(shown.join('\n'), /src\/a\.ts[^]*src\/auth\/c\.ts/);
  });

  it('has a light bulb on the line of a problem whose fix is plain', async () => {
    const editor = await window.showTextDocument(at('CLAUDE.md'));
    const line = 7;
    await type(editor, '`docs/a*.md`', '`doc/a*.md`');
    await eventually(() => assert.ok(problems().some((each) => each.startsWith('8: `doc/a*.md` matches no file'))));
    const range = editor.document.lineAt(line).range;
    const find = (): Thenable<CodeAction[]> =>
      commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', at('CLAUDE.md'), range);
    const title = 'Write “docs/a*.md” instead of “doc/a*.md”';
    let fix: CodeAction | undefined;
    await eventually(async () => {
      fix = (await find()).find((each) => each.title === title);
      assert.ok(fix?.isPreferred);
    });
    assert.ok(await workspace.applyEdit(fix?.edit ?? assert.fail()));
    assert.equal(editor.document.lineAt(line).text, '- `docs/a*.md`');
    await eventually(() => assert.ok(!problems().some((each) => each.startsWith('8: `doc'))));
  });

  it('shows the Explorer as a PM would see it by the policy as it is typed', async () => {
    const editor = await window.showTextDocument(at('CLAUDE.md'));
    const location = await sessions.locate(at('CLAUDE.md'));
    const session = location?.session ?? assert.fail();
    const standing = (path: string): string | undefined =>
      session.state?.kind === 'open' ? session.state.snapshot.judge(path).standing : undefined;
    await preview.show(editor.document, 'maya@example.com');
    await eventually(() => assert.equal(sessions.isPreview() && standing('src/a.ts'), 'editable'));
    await type(editor, '`src/auth/**`', '`src/a*`');
    await eventually(() => assert.equal(standing('src/a.ts'), 'locked'));
    assert.ok((await titles('CLAUDE.md')).length > 0);
    sessions.viewAs(undefined);
    await eventually(() =>
      assert.equal(session.state?.kind === 'open' && session.state.snapshot.policy.preview, false),
    );
    assert.equal(sessions.isPreview(), false);
  });

  it('says nothing in a file that is none of the policy', async () => {
    await workspace.openTextDocument(at('docs/CLAUDE.md'));
    assert.deepEqual(await titles('docs/CLAUDE.md'), []);
  });

  it('says nothing to a PM, whose file it is not', async () => {
    const location = await sessions.locate(at('CLAUDE.md'));
    repository.git('config', 'user.email', 'maya@example.com');
    const session = location?.session ?? assert.fail();
    const changed = new Promise<void>((resolve) => void session.onDidChange(resolve));
    session.refresh();
    await changed;
    sessions.viewAs(undefined);
    await eventually(async () => assert.deepEqual(await titles('CLAUDE.md'), []));
  });
});
