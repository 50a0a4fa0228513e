import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  commands,
  extensions,
  Uri,
  window,
  workspace,
  type CodeLens,
  type Disposable,
  type LogOutputChannel,
} from 'vscode';
import { followCurrentRepository, type CurrentRepository } from '../../src/editor/sessions/current-repository.js';
import { askAtFirstEdit, type FirstEdits } from '../../src/editor/locks/reminders/ask-at-first-edit.js';
import { notifyLockedChanges } from '../../src/editor/locks/reminders/notify-locked-changes.js';
import { openReader } from './open-reader.js';
import type { Reader } from '../../src/editor/reader/create-reader.js';
import { followMyChanges, type MyChanges } from '../../src/editor/services/my-changes.js';
import type { Services } from '../../src/editor/services/services.js';
import { createReadOnlyReminder, type ReadOnlyReminder } from '../../src/editor/locks/reminders/read-only-reminder.js';
import type { SessionCache } from '../../src/editor/sessions/session-cache.js';
import { eventually } from '../vscode/workbench.js';
import { openSessions } from './open-sessions.js';

const locked = 'src/payments/charge.ts';
const own = 'src/features/onboarding/i18n/en.json';

describe('locks', () => {
  let log: LogOutputChannel;
  let sessions: SessionCache;
  let current: CurrentRepository;
  let changes: MyChanges;
  let reader: Reader;
  let asked: { readonly message: string; readonly buttons: readonly string[] }[];
  let answer: string | undefined;
  const root = (): Uri => workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/');
  const at = (path: string): Uri => Uri.joinPath(root(), path);
  const file = (path: string): string => join(root().fsPath, path);
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: root().fsPath, encoding: 'utf8', stdio: 'pipe' });
  const ask = (message: string, ...buttons: readonly string[]): Promise<string | undefined> => {
    asked.push({ message, buttons });
    return Promise.resolve(answer);
  };
  const services = (): Services => ({ log, sessions, current, changes }) as unknown as Services;
  const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

  before(async () => {
    await extensions.getExtension('pm-zone.pm-zone')?.activate();
    log = window.createOutputChannel('PM Zone test', { log: true });
    reader = openReader();
    sessions = openSessions(log);
    current = followCurrentRepository(sessions);
    await (await current.settled())?.ready();
    changes = followMyChanges(sessions, current, reader, log);
  });
  beforeEach(() => {
    asked = [];
    answer = undefined;
  });
  after(() => {
    changes.dispose();
    reader.dispose();
    current.dispose();
    sessions.dispose();
    log.dispose();
  });

  describe('a locked file that is opened', () => {
    let reminder: ReadOnlyReminder;
    let edits: FirstEdits;
    const typed = async (text: string): Promise<boolean> => {
      const before = window.activeTextEditor?.document.getText();
      await commands.executeCommand('type', { text });
      await sleep(100);
      return window.activeTextEditor?.document.getText() !== before;
    };
    const open = async (path: string): Promise<void> => {
      await window.showTextDocument(at(path), { preview: false });
      await eventually(() => assert.equal(window.activeTextEditor?.document.uri.path, at(path).path));
    };
    beforeEach(() => {
      reminder = createReadOnlyReminder({ sessions, log });
      edits = askAtFirstEdit({ sessions, changes, log }, reminder, ask);
    });
    afterEach(async () => {
      edits.dispose();
      reminder.dispose();
      if (window.activeTextEditor?.document.isDirty === true)
        await commands.executeCommand('workbench.action.files.revert');
      await commands.executeCommand('workbench.action.closeAllEditors');
    });

    it('is read-only, and an editable one is not', async () => {
      await open(locked);
      await eventually(() => assert.equal(reminder.isSet(at(locked)), true));
      assert.equal(await typed('x'), false);
      await open(own);
      await sleep(300);
      assert.equal(reminder.isSet(at(own)), false);
      assert.equal(await typed('x'), true);
    });

    it('is none where git asks for the words of a commit in a file of its own', async () => {
      writeFileSync(file('.git/COMMIT_EDITMSG'), 'Say what a board is for\n');
      await open('.git/COMMIT_EDITMSG');
      await sleep(300);
      assert.equal(reminder.isSet(at('.git/COMMIT_EDITMSG')), false);
      assert.equal(await sessions.locate(at('.git/COMMIT_EDITMSG')), undefined);
      assert.equal(await typed('x'), true);
    });

    it('is read-only each, however fast one goes from one to the other', async () => {
      const paths = [locked, own, 'src/app.tsx', locked, own];
      for (const path of paths) void window.showTextDocument(at(path), { preview: false });
      await sleep(800);
      await open(locked);
      await eventually(() => assert.equal(reminder.isSet(at(locked)), true));
      assert.equal(await typed('x'), false);
      await open(own);
      await sleep(300);
      assert.equal(await typed('x'), true);
    });

    it('asks at the first edit where it was unlocked, and puts it back', async () => {
      answer = 'Put It Back';
      await open(locked);
      await eventually(() => assert.equal(reminder.isSet(at(locked)), true));
      const text = window.activeTextEditor?.document.getText();
      await commands.executeCommand('workbench.action.files.setActiveEditorWriteableInSession');
      assert.equal(await typed('x'), true);
      await eventually(() => {
        assert.match(asked[0]?.message ?? '', /^charge\.ts is locked for PMs, .* or put it back\?$/);
        assert.deepEqual(asked[0]?.buttons, ['Work with an Engineer', 'Put It Back', 'Keep It for Now']);
        assert.equal(window.activeTextEditor?.document.isDirty, false);
        assert.equal(window.activeTextEditor.document.getText(), text);
      });
      await sleep(500);
      assert.equal(reminder.isSet(at(locked)), true);
      assert.equal(await typed('x'), false);
    });

    it('asks once where it is kept', async () => {
      answer = 'Keep It for Now';
      await open(locked);
      await eventually(() => assert.equal(reminder.isSet(at(locked)), true));
      await commands.executeCommand('workbench.action.files.setActiveEditorWriteableInSession');
      assert.equal(await typed('x'), true);
      assert.equal(await typed('y'), true);
      await eventually(() => assert.equal(asked.length, 1));
      await sleep(200);
      assert.equal(asked.length, 1);
      await commands.executeCommand('workbench.action.files.revert');
      await commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    });
  });

  describe('above the first line', () => {
    const lenses = async (path: string): Promise<readonly CodeLens[]> => {
      await workspace.openTextDocument(at(path));
      return commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', at(path), 10);
    };
    const words = (found: readonly CodeLens[]): readonly (readonly (string | undefined)[])[] =>
      found.map(({ command }) => [command?.title, command?.command]);

    it('says why a locked file is locked and whom to ask', async () => {
      await eventually(async () => {
        const found = await lenses(locked);
        const [sentence, ...ways] = words(found);
        assert.match(sentence?.[0] ?? '', /^\$\(lock\)\u00a0Locked: .*(?:CODEOWNERS|CLAUDE\.md)/);
        assert.match(sentence?.[0] ?? '', /\. Ask @/);
        assert.deepEqual(ways, [
          ['Why?', 'pmZone.why'],
          ['Request to Pair…', 'pmZone.requestToPair'],
        ]);
        assert.ok(found.every(({ range }) => range.start.line === 0));
      });
    });

    it('says nothing of an editable file', async () => {
      assert.deepEqual(await lenses(own), []);
    });

    it('has “Edit with an Engineer” where a file takes an engineer, and there alone; it is remembered', async () => {
      const path = 'src/app.tsx';
      const word = join(root().fsPath, '.git', 'pm-zone', 'word.json');
      assert.deepEqual(words(await lenses(path)).at(-1), ['Edit with an Engineer…', 'pmZone.editWithEngineering']);
      void commands.executeCommand('pmZone.editWithEngineering', at(path));
      try {
        await eventually(async () =>
          assert.equal((await lenses(path)).at(-1)?.command?.title, 'You edit this with an engineer'),
        );
        assert.match(readFileSync(word, 'utf8'), /"with engineering: src\/app\.tsx"/);
        await commands.executeCommand('pmZone.editWithEngineering', at(locked));
        assert.doesNotMatch(readFileSync(word, 'utf8'), /charge/);
      } finally {
        await commands.executeCommand('workbench.action.closeQuickOpen');
        rmSync(word, { force: true });
      }
    });
  });

  describe('locked files that change otherwise', () => {
    let saying: Disposable;
    const known = new Set<string>();
    beforeEach(() => {
      known.clear();
      saying = notifyLockedChanges(services(), (uri) => known.has(uri.path), ask);
    });
    afterEach(() => {
      saying.dispose();
      git('checkout', '--quiet', 'main');
      git('reset', '--quiet', '--hard');
      git('clean', '-fdq');
    });

    it('are told once, together, and not those that were asked about', async () => {
      known.add(at('src/payments/known.ts').path);
      writeFileSync(file('src/payments/known.ts'), 'export {};\n');
      writeFileSync(file(locked), `${readFileSync(file(locked), 'utf8')}// more\n`);
      await eventually(() =>
        assert.match(asked[0]?.message ?? '', /^src\/payments\/charge\.ts was changed\. It is locked for PMs, /),
      );
      assert.deepEqual(asked[0]?.buttons, ['Put Back', 'Why?']);
      writeFileSync(file(locked), `${readFileSync(file(locked), 'utf8')}// even more\n`);
      await sleep(1500);
      assert.equal(asked.length, 1);
    });

    it('are told where they are made, renamed and removed', async () => {
      writeFileSync(file('src/payments/new.ts'), 'export {};\n');
      await eventually(() =>
        assert.match(asked[0]?.message ?? '', /^src\/payments\/new\.ts was made where everything/),
      );
      renameSync(file(locked), file('src/payments/renamed.ts'));
      await eventually(() =>
        assert.match(asked[1]?.message ?? '', /^2 locked files were changed, among them src\/payments\/charge\.ts\./),
      );
    });

    it('are told where their whole folder went', async () => {
      rmSync(file('src/payments'), { recursive: true });
      await eventually(() => assert.match(asked[0]?.message ?? '', /src\/payments\/\S+ was removed|locked files were/));
    });

    it('are not told where git brought them', async () => {
      git('checkout', '--quiet', '-b', 'other');
      writeFileSync(file(locked), `${readFileSync(file(locked), 'utf8')}// theirs\n`);
      git('commit', '--quiet', '--no-verify', '--all', '--message', 'Charge more');
      await sleep(1500);
      asked = [];
      for (const branch of ['main', 'other', 'main']) {
        git('checkout', '--quiet', branch);
        await sleep(1200);
      }
      git('merge', '--quiet', '--no-commit', '--no-ff', 'other');
      await sleep(1500);
      git('merge', '--abort');
      await sleep(1000);
      git('branch', '--quiet', '-D', 'other');
      assert.deepEqual(asked, []);
    });
  });
});
