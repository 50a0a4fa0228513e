import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { commands, Uri, window, workspace, type LogOutputChannel } from 'vscode';
import type { SessionSnapshot } from '../../src/editor/sessions/repository-state.js';
import { wordPickItems } from '../../src/editor/commands/files/word-pick-items.js';
import { createWordSearch, type WordSearch } from '../../src/editor/commands/files/word-search.js';
import type { Reader } from '../../src/editor/reader/create-reader.js';
import type { ReaderCalls } from '../../src/presentation/reader/reader-calls.js';
import { eventually } from '../vscode/workbench.js';
import { openReader } from './open-reader.js';
import { snapshotOf } from '../../src/editor/sessions/repository-session.js';
import { openSessions } from './open-sessions.js';

describe('Find words from the product', () => {
  let log: LogOutputChannel;
  let snapshot: SessionSnapshot;
  let search: WordSearch;
  const reader = openReader();
  const root = (): Uri => workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/');
  const read = (): ReturnType<WordSearch['read']> => search.read(snapshot, {});
  const paths = async (typed: string): Promise<readonly string[]> =>
    (await search.find(typed, 10)).matches.map(({ text }) => text.path);

  before(async () => {
    log = window.createOutputChannel('PM Zone words', { log: true });
    const sessions = openSessions(log);
    const location = await sessions.locate(root());
    await location?.session.ready();
    const found = location && snapshotOf(location.session);
    assert.ok(found);
    // What is open in an editor is read first, whoever opened it.
    await commands.executeCommand('workbench.action.files.saveAll');
    await commands.executeCommand('workbench.action.closeAllEditors');
    snapshot = found;
    sessions.dispose();
    search = createWordSearch(reader, snapshot.root);
  });
  after(() => {
    search.dispose();
    reader.dispose();
    log.dispose();
  });

  it('reads all files that hold words, and the best match is editable', async () => {
    const { files, of, skipped: left } = await read();
    assert.equal(files, of);
    assert.equal(left, 0);
    assert.equal((await paths('Create a board'))[0], 'src/features/onboarding/i18n/en.json');
    assert.equal((await paths('good to see you, Anna'))[0], 'src/features/onboarding/i18n/en.json');
  });

  it('stops when it is asked to, and goes on from there', async () => {
    const unread = openReader();
    const other = createWordSearch(unread, snapshot.root);
    const stopped = await other.read(snapshot, { signal: AbortSignal.abort() });
    assert.ok(stopped.files < stopped.of);
    const whole = await other.read(snapshot, {});
    assert.equal(whole.files, whole.of);
    other.dispose();
    unread.dispose();
  });

  it('counts what is typed and not saved, and forgets it when it is taken back', async () => {
    const uri = Uri.joinPath(root(), 'docs/architecture.md');
    const editor = await window.showTextDocument(await workspace.openTextDocument(uri));
    await editor.edit((edit) => edit.insert(editor.document.positionAt(0), 'Marmalade for breakfast\n'));
    await read();
    assert.deepEqual(await paths('marmalade for breakfast'), ['docs/architecture.md']);
    await editor.edit((edit) => edit.delete(editor.document.lineAt(0).rangeIncludingLineBreak));
    await editor.document.save();
    await read();
    assert.deepEqual(await paths('marmalade for breakfast'), []);
  });

  it('reads again what changed on the disk', async () => {
    const file = Uri.joinPath(root(), 'src/features/onboarding/README.md').fsPath;
    const text = await workspace.fs.readFile(Uri.file(file));
    try {
      writeFileSync(file, 'A lighthouse keeper\n');
      const end = Date.now() + 10_000;
      while ((await paths('lighthouse keeper')).length === 0 && Date.now() < end) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        await read();
      }
      assert.deepEqual(await paths('lighthouse keeper'), ['src/features/onboarding/README.md']);
    } finally {
      rmSync(file);
      writeFileSync(file, text);
    }
  });

  it('tells again which files changed where reading failed', async () => {
    const told: (readonly string[])[] = [];
    let fails = true;
    const failing: Reader = {
      call: (name, asked, options) => {
        if (name === 'readWords') told.push((asked as { readonly changed: readonly string[] }).changed);
        return fails
          ? (Promise.reject(new Error('git failed')) as ReturnType<ReaderCalls[typeof name]>)
          : reader.call(name, asked, options);
      },
      dispose: () => undefined,
    };
    const other = createWordSearch(failing, snapshot.root);
    const path = 'src/features/onboarding/README.md';
    const file = Uri.joinPath(root(), path);
    await workspace.fs.writeFile(file, await workspace.fs.readFile(file));
    await eventually(async () => {
      await assert.rejects(other.read(snapshot, {}));
      assert.deepEqual(told.at(-1), [path]);
    });
    fails = false;
    await other.read(snapshot, {});
    assert.deepEqual(told.at(-1), [path]);
    // VS Code may tell of one write twice.
    await eventually(async () => {
      await other.read(snapshot, {});
      assert.deepEqual(told.at(-1), []);
    });
    other.dispose();
  });

  it('shows words of the repository as text, never as icons', async () => {
    await read();
    const { matches } = await search.find('create a board', 1);
    const [first] = matches;
    assert.ok(first);
    const hostile = {
      ...first,
      standing: 'locked' as const,
      text: { ...first.text, text: 'A $(trash) in\nhere \u202e', key: '$(x)' },
    };
    const progress = { files: 1, of: 1, skipped: 3 };
    const [item, rest] = wordPickItems({ matches: [hostile], more: 0 }, 'a', true, progress);
    assert.equal(item?.label, '$(lock) A $ (trash) in here \\u{202e}');
    assert.match(item.description ?? '', /^\$ \(x\) · en$/);
    assert.match(rest?.detail ?? '', /^3 files were not searched/);
    const twin = { ...hostile, text: { ...hostile.text, key: 'other' } };
    const twins = wordPickItems({ matches: [hostile, twin], more: 0 }, 'a', true, progress);
    assert.deepEqual(
      twins.slice(0, 2).map(({ description, detail = '' }) => [description, detail.split(' · ')[0]]),
      [
        ['en', '$ (x)'],
        ['en', 'other'],
      ],
    );
    const asEngineer = wordPickItems({ matches: [hostile], more: 2 }, 'a', false, undefined);
    assert.match(asEngineer[0]?.label ?? '', /^A /);
    assert.match(asEngineer[1]?.label ?? '', /2 more/);
    assert.match(asEngineer[2]?.label ?? '', /Reading the words/);
    assert.match(
      wordPickItems({ matches: [], more: 0 }, 'a', true, { files: 1, of: 1, skipped: 0 })[0]?.label ?? '',
      /Nothing found/,
    );
  });
});
