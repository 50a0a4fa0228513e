import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Position } from 'vscode';
import {
  commands,
  CompletionItemKind,
  ConfigurationTarget,
  type CompletionList,
  DiagnosticSeverity,
  extensions,
  languages,
  Range,
  Uri,
  window,
  workspace,
  type CodeAction,
  type Diagnostic,
  type TextEditor,
} from 'vscode';
import { showNewPlan, showPlan } from '../../src/editor/commands/plan/show-plan.js';
import { fillPlanTemplate } from '../../src/planning/plan-template.js';
import { eventually } from '../vscode/workbench.js';
import { revertEverything } from './revert-everything.js';

const path = 'src/features/onboarding/PLANNING.md';
const text = fillPlanTemplate({
  title: 'A clearer empty page',
  level: 'copy',
  folder: 'src/features/onboarding',
  flag: undefined,
  row: undefined,
  today: '2026-01-02',
}).replace(/## Scope\n[^]*?(?=## )/, '');

describe('a planning doc in the editor', () => {
  const root = (): string => workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const uri = (): Uri => Uri.joinPath(Uri.file(root()), path);
  const problems = (): readonly Diagnostic[] =>
    languages.getDiagnostics(uri()).filter(({ source }) => source === 'PM Zone');
  const about = (words: RegExp): Diagnostic | undefined => problems().find(({ message }) => words.test(message));
  const open = async (content = text): Promise<TextEditor> => {
    mkdirSync(dirname(join(root(), path)), { recursive: true });
    writeFileSync(join(root(), path), content);
    const editor = await window.showTextDocument(uri());
    // VS Code may still hold what an earlier test had there, unsaved, and a review would ask about that.
    const { document } = editor;
    if (document.isDirty || document.getText() !== content) {
      await commands.executeCommand('workbench.action.files.revert');
    }
    await eventually(() => assert.deepEqual([document.getText(), document.isDirty], [content, false]));
    return editor;
  };
  const type = async (editor: TextEditor, from: string, to: string): Promise<void> => {
    const at = editor.document.getText().indexOf(from);
    assert.notEqual(at, -1, from);
    const range = new Range(editor.document.positionAt(at), editor.document.positionAt(at + from.length));
    assert.ok(await editor.edit((edit) => edit.replace(range, to)));
  };
  const fixes = (range: Range): Thenable<readonly CodeAction[]> =>
    commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri(), range, 'quickfix');

  const { showWarningMessage } = window;
  const reviewOnSave = (value: boolean | undefined): Thenable<void> =>
    workspace.getConfiguration('pmZone').update('reviewOnSave', value, ConfigurationTarget.Global);
  before(async () => {
    await extensions.getExtension('pm-zone.pm-zone')?.activate();
    // A review that other tests left would follow what is written here, and say part of it itself.
    await reviewOnSave(false);
    await commands.executeCommand('pmZone.stopReview');
    // Other tests may leave files unsaved: a review asks about those in a dialog, which nobody answers here.
    Object.assign(window, { showWarningMessage: () => Promise.resolve('Review What Is Saved') });
    await revertEverything();
  });
  after(async () => {
    Object.assign(window, { showWarningMessage });
    await reviewOnSave(undefined);
  });
  afterEach(async () => {
    await revertEverything();
    await commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(join(root(), path), { force: true });
    await eventually(() => assert.deepEqual(problems(), []));
  });

  it('says what is missing while it is written, and no more once it is there', async () => {
    const editor = await open();
    await eventually(() => assert.ok(about(/section “Scope” is missing/)));
    // What other tests left of a plan at this place may be told of for a moment.
    await eventually(() => assert.equal(about(/No feature flag is named/)?.severity, DiagnosticSeverity.Information));
    const flag = about(/No feature flag is named/);
    assert.ok(flag);
    assert.equal(editor.document.lineAt(flag.range.start.line).text.startsWith('**Flag:**'), true);
    assert.equal((flag.code as { readonly target: Uri }).target.scheme, 'command');
    await type(editor, '[flag-key]', '`welcome-tour`');
    await eventually(() => {
      assert.equal(about(/No feature flag/), undefined);
      assert.ok(about(/section “Scope” is missing/));
    });
    await type(editor, '**Status:** Draft', '**Status:** In Review');
    await eventually(() => assert.equal(about(/section “Scope” is missing/)?.severity, DiagnosticSeverity.Warning));
  });

  it('fills in what the roster and the template know', async () => {
    const editor = await open();
    for (const [missing, title, expected] of [
      [/Nobody is named as Engineering DRI/, /^Put in @erin-okafor/, '**Engineering DRI:** @erin-okafor'],
      [/No feature flag is named/, /^Put in your flag welcome-tour$/, '**Flag:** `welcome-tour`'],
      [/section “Scope” is missing/, /^Add the section “Scope”$/, '## Scope\n\n<!-- List what is in'],
    ] as const) {
      await eventually(() => assert.ok(about(missing)));
      const problem = about(missing);
      assert.ok(problem);
      const offered = await fixes(problem.range);
      const action = offered.find((each) => title.test(each.title));
      assert.ok(action?.edit, offered.map((each) => each.title).join(' | '));
      assert.ok(await workspace.applyEdit(action.edit));
      assert.ok(editor.document.getText().includes(expected), editor.document.getText());
      await eventually(() => assert.equal(about(missing), undefined));
    }
    assert.deepEqual(await fixes(new Range(6, 0, 6, 0)), []);
  });

  it('offers what may stand after a label, and nothing elsewhere', async () => {
    const editor = await open();
    const at = (words: string): Position => {
      const offset = editor.document.getText().indexOf(words);
      return editor.document.positionAt(offset + words.length);
    };
    const offered = async (words: string): Promise<readonly string[]> => {
      const list = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        uri(),
        at(words),
      );
      // VS Code's own snippets for Markdown stand beside ours.
      return list.items.flatMap(({ label, kind }) =>
        typeof label === 'object' && kind === CompletionItemKind.Value ? [label.label] : [],
      );
    };
    assert.deepEqual(await offered('**Status:** '), ['Draft', 'In Review', 'Approved', 'Shipped', 'Retired']);
    const flags = await offered('**Flag:** ');
    assert.deepEqual(flags.slice(0, 2), ['friendlier-empty-state', 'welcome-tour']);
    assert.deepEqual(flags.slice(-2), ['helpful-no-results', 'search-in-comments']);
    assert.equal(new Set(flags).size, flags.length);
    assert.deepEqual((await offered('**Engineering DRI:** '))[0], '@erin-okafor');
    assert.ok((await offered('**Engineering DRI:** ')).includes('@priya-nair'));
    assert.deepEqual(await offered('**Feature folder:** '), ['src/features/onboarding']);
    assert.deepEqual(await offered('## Hypothesis'), []);
  });

  it('does not say again what a review says', async () => {
    await open();
    await eventually(() => assert.ok(about(/section “Scope” is missing/)));
    await commands.executeCommand('pmZone.review');
    const same = (): readonly Diagnostic[] =>
      problems().filter(({ message }) => /section “Scope” is missing/.test(message));
    const codes = (): readonly unknown[] => same().map(({ code }) => (typeof code === 'object' ? code.value : code));
    await eventually(() => assert.deepEqual(codes(), ['planning-complete']));
    const [problem] = same();
    assert.ok(problem);
    const fix = (await fixes(problem.range)).find(({ title }) => title === 'Add the section “Scope”');
    assert.ok(fix?.edit);
    // What the review said of the document goes once that is written, before anything is saved.
    assert.ok(await workspace.applyEdit(fix.edit));
    await eventually(() => {
      assert.deepEqual(codes(), []);
      assert.ok(about(/No feature flag is named/));
    });
    await commands.executeCommand('workbench.action.files.revert');
    await commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(join(root(), path));
    await commands.executeCommand('pmZone.review');
  });

  it('says nothing of other files', async () => {
    const other = Uri.joinPath(Uri.file(root()), 'docs/architecture.md');
    await window.showTextDocument(other);
    await new Promise((resolve) => setTimeout(resolve, 600));
    assert.deepEqual(
      languages.getDiagnostics(other).filter(({ source }) => source === 'PM Zone'),
      [],
    );
    const offered = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      other,
      new Range(0, 0, 1, 0),
      'quickfix',
    );
    assert.ok(!offered.some(({ title }) => title.startsWith('Add')));
  });

  it('opens where there is something to write, selected', async () => {
    await open();
    await commands.executeCommand('workbench.action.closeAllEditors');
    await showPlan({ root: root() }, path);
    const editor = window.activeTextEditor;
    assert.ok(editor);
    assert.equal(editor.document.getText(editor.selection), '[@handle]');
  });

  it('leads through a new one with Tab, from one empty field to the next', async () => {
    const hostile = text.replace('A clearer empty page', 'Costs $5 ${1:x} \\} $TM_FILENAME');
    await open(hostile);
    await commands.executeCommand('workbench.action.closeAllEditors');
    let isOpen = false;
    await showNewPlan({ root: root() }, path, async () => {
      await eventually(() => assert.equal(window.activeTextEditor?.document.getText(), hostile));
      isOpen = true;
    });
    assert.ok(isOpen, 'it is open while what comes first is done');
    const editor = window.activeTextEditor;
    assert.ok(editor);
    assert.equal(editor.document.getText(), hostile);
    assert.equal(editor.document.isDirty, false);
    const selected = (): string => editor.document.getText(editor.selection);
    assert.equal(selected(), '[@handle]');
    await commands.executeCommand('type', { text: '@paul' });
    await commands.executeCommand('jumpToNextSnippetPlaceholder');
    await eventually(() => assert.equal(selected(), '[@handle]'));
    await commands.executeCommand('jumpToNextSnippetPlaceholder');
    await eventually(() => assert.equal(selected(), '[@handle, or none]'));
    assert.equal(editor.document.getText(), hostile.replace('[@handle]', '@paul'));
  });

  it('opens one without an empty field at its beginning', async () => {
    await open('# PLANNING: All said\n');
    await commands.executeCommand('workbench.action.closeAllEditors');
    await showNewPlan({ root: root() }, path, () => Promise.resolve());
    assert.equal(window.activeTextEditor?.document.isDirty, false);
  });

  it('leaves alone what somebody began to write before it was ready', async () => {
    await open(text);
    await commands.executeCommand('workbench.action.closeAllEditors');
    await showNewPlan({ root: root() }, path, async () => {
      await eventually(() => assert.equal(window.activeTextEditor?.document.getText(), text));
      await window.activeTextEditor?.edit((edit) => edit.insert(new Position(0, 0), 'Mine. '));
    });
    assert.equal(window.activeTextEditor?.document.getText(), `Mine. ${text}`);
    await commands.executeCommand('workbench.action.files.revert');
  });
});
