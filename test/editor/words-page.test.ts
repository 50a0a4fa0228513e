import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, Selection, TabInputWebview, Uri, window, workspace, type LogOutputChannel } from 'vscode';
import { readFamily } from '../../src/editor/commands/page/read-family.js';
import { whyNotEdited, writeWords } from '../../src/editor/commands/page/write-words.js';
import type { SessionCache } from '../../src/editor/sessions/session-cache.js';
import { snapshotOf, type RepositorySession } from '../../src/editor/sessions/repository-session.js';
import { createTextReader } from '../../src/presentation/words-page/text-reader.js';
import { readAllLanguages } from '../../src/presentation/words-page/read-all-languages.js';
import type { Words } from '../../src/presentation/words-page/words.js';
import { openSessions } from './open-sessions.js';

describe('The page of one text in all its languages', () => {
  const english = 'src/features/onboarding/i18n/en.json';
  const german = 'src/features/onboarding/i18n/de.json';
  const keyPath = '["welcome.title"]';
  let log: LogOutputChannel;
  let sessions: SessionCache;
  let session: RepositorySession;
  let original: ReadonlyMap<string, string>;
  const onDisk = (path: string): string => readFileSync(join(session.root, path), 'utf8');
  const tabs = (): readonly string[] =>
    window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(({ input }) => input instanceof TabInputWebview && input.viewType.includes('pmZone.wordsPage'))
      .map(({ label }) => label);
  const read = async (): Promise<Words | undefined> => {
    const snapshot = snapshotOf(session);
    return snapshot && readAllLanguages(english, keyPath, await readFamily(snapshot, english), createTextReader());
  };
  const save = async (path: string, text: string, shown?: Words): Promise<string | undefined> => {
    const words = shown ?? (await read());
    const mark = words?.languages.find((each) => each.path === path)?.parts[0]?.mark ?? '';
    return (await writeWords(session, { path, keyPath, arm: undefined, mark, text }, read))?.why;
  };

  before(async () => {
    log = window.createOutputChannel('PM Zone words page', { log: true });
    sessions = openSessions(log);
    const location = await sessions.locate(workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/'));
    assert.ok(location);
    session = location.session;
    await session.ready();
    original = new Map([english, german].map((path) => [path, onDisk(path)]));
  });
  after(async () => {
    for (const [path, text] of original) writeFileSync(join(session.root, path), text);
    await commands.executeCommand('workbench.action.closeAllEditors');
    sessions.dispose();
    log.dispose();
  });

  it('opens for the text at the cursor, once for each text, and its page reads it', async () => {
    const document = await workspace.openTextDocument(Uri.joinPath(Uri.file(session.root), english));
    const editor = await window.showTextDocument(document);
    const at = document.positionAt(document.getText().indexOf('Good to see you'));
    editor.selection = new Selection(at, at);
    await commands.executeCommand('pmZone.editWords');
    await commands.executeCommand('pmZone.editWords', english, keyPath);
    // Only a page that runs its script is told its title.
    for (let tries = 0; tries < 100 && tabs()[0]?.startsWith('Words: Good to see you') !== true; tries++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    assert.deepEqual(tabs(), ['Words: Good to see you, Anna']);
    await commands.executeCommand('pmZone.editWords', english, '["no such key"]');
    assert.equal(tabs().length, 1);
  });

  it('writes one value and no other byte, one save after the other, in several languages', async () => {
    const shown = await read();
    const saves = [save(english, 'Hello {name}', shown), save(german, 'Hallo {name}', shown)];
    assert.deepEqual(await Promise.all(saves), [undefined, undefined]);
    assert.equal(onDisk(english), original.get(english)?.replace('Good to see you, {name}', 'Hello {name}'));
    assert.match(onDisk(german), /"Hallo \{name\}"/);
    assert.equal(onDisk(german).length - 'Hallo {name}'.length, lengthWithout(german));
    assert.match(
      (await save(english, 'Hi {name}', shown)) ?? '',
      /^Not saved\. It was changed in the file in the meantime/,
    );
    assert.match((await save(english, 'Hello')) ?? '', /^Not saved\. “\{name\}” is missing now/);
  });

  it('writes nothing into a file that is open and not saved, or that is not the PM’s', async () => {
    const document = await workspace.openTextDocument(Uri.joinPath(Uri.file(session.root), german));
    const editor = await window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(document.positionAt(0), ' '));
    assert.match((await save(german, 'Servus {name}')) ?? '', /not saved\. Save it first/);
    await commands.executeCommand('workbench.action.files.revert');
    assert.equal(whyNotEdited(session, german), undefined);
    assert.match(whyNotEdited(session, 'src/auth/i18n/en.json') ?? '', /^Locked: /);
  });

  const lengthWithout = (path: string): number => {
    const text = original.get(path) ?? '';
    return text.length - String((JSON.parse(text) as Readonly<Record<string, string>>)['welcome.title']).length;
  };
});
