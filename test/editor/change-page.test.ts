import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, extensions, languages, Range, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import type { ReviewedChange } from '../../src/presentation/my-change/read-review.js';
import type { RepositorySession } from '../../src/editor/sessions/repository-session.js';
import { keyPathId } from '../../src/catalogs/catalog.js';
import { openReader } from './open-reader.js';
import { createReviews } from '../../src/editor/services/reviews.js';
import { eventually } from '../vscode/workbench.js';

const catalog = 'src/features/onboarding/i18n/en.json';
const wasSaid = '"emptyState.friendly": "There is nothing here yet, {name}."';
const keyPath = keyPathId(['emptyState.friendly']);
const now = '"emptyState.friendly": "Start your first board."';

describe('what the page of the change does', () => {
  const root = (): string => workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const place = (path: string): string => join(root(), path);
  const read = (): string => readFileSync(place(catalog), 'utf8');
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: root(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trimEnd();
  const run = (id: string, ...args: readonly unknown[]): Thenable<unknown> =>
    commands.executeCommand(`pmZone.${id}`, ...args);
  /** The extension's own review is of the same content. */
  const reviewed = async (): Promise<ReviewedChange> => {
    await run('review');
    const reader = openReader();
    const reviews = createReviews(reader, () => undefined);
    const outcome = await reviews.run({ root: root() } as RepositorySession);
    reviews.dispose();
    reader.dispose();
    assert.ok(outcome);
    return outcome;
  };

  const { showInformationMessage, showWarningMessage, showErrorMessage } = window;
  let said: string[] = [];
  let answer: string | undefined;
  const heard = async (words: RegExp): Promise<void> => {
    await eventually(() => assert.match(said.join('\n'), words));
    said = [];
  };

  before(async () => {
    await extensions.getExtension('pm-zone.pm-zone')?.activate();
    git('switch', '-q', '-c', 'pm/page-test');
    await window.showTextDocument(Uri.file(place(catalog)));
  });
  beforeEach(() => {
    said = [];
    answer = undefined;
    const message = (text: string, ...ways: readonly unknown[]): Promise<unknown> => {
      said.push(text);
      return Promise.resolve(ways.find((way) => way === answer));
    };
    Object.assign(window, {
      showInformationMessage: message,
      showWarningMessage: message,
      showErrorMessage: message,
    });
    writeFileSync(place(catalog), read().replace(wasSaid, now));
  });
  afterEach(async () => {
    Object.assign(window, { showInformationMessage, showWarningMessage, showErrorMessage });
    for (const document of workspace.textDocuments) if (document.isDirty) await document.save();
    await commands.executeCommand('workbench.action.closeAllEditors');
    git('checkout', '-q', '-f', 'HEAD', '--', '.');
  });
  after(() => {
    git('switch', '-q', 'main');
    git('branch', '-q', '-D', 'pm/page-test');
  });

  it('puts one text back, byte for byte, and takes that back', async () => {
    const mine = read();
    await run('putTextBack', catalog, keyPath);
    assert.equal(read(), git('show', `main:${catalog}`) + '\n');
    await heard(/en\.json says “There is nothing here yet, \{name\}\.” again/);
    writeFileSync(place(catalog), mine);
    answer = 'Undo';
    await run('putTextBack', { text: { path: catalog, keyPath } });
    await eventually(() => assert.equal(read(), mine));
  });

  it('puts no text back that is not there, nor one in a file with unsaved edits', async () => {
    const mine = read();
    await run('putTextBack', catalog, keyPathId(['emptyState.none']));
    await heard(/This text of en\.json was not put back\./);
    const document = await workspace.openTextDocument(Uri.file(place(catalog)));
    await eventually(() => assert.equal(document.getText(), mine));
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(1), '\n');
    assert.ok(await workspace.applyEdit(edit));
    await run('putTextBack', catalog, keyPath);
    await heard(/has edits that are not saved/);
    assert.equal(read(), mine);
    await run('putTextBack', 7);
    assert.deepEqual(said, []);
  });

  it('makes a fix of the review that it shows, saves it, and none of an older one', async () => {
    const { contentHash, review } = await reviewed();
    const lost = review.findings.findIndex(({ message }) => message.includes('now lacks {name}'));
    assert.ok(lost >= 0);
    await run('applyFix', 'an older content', lost, 'Put {name} back into the text');
    await heard(/was edited since the review/);
    await run('applyFix', contentHash, lost, 'Something that is not offered');
    await heard(/was edited since the review/);
    await run('applyFix', contentHash, lost, 'Put {name} back into the text');
    assert.match(read(), /"Start your first board, \{name\}\."/);
    assert.deepEqual(said, []);
  });

  it('records what is confirmed of the content that it shows, and of no other', async () => {
    writeFileSync(place(catalog), read().replace('board."', 'board, {name}."'));
    const { contentHash, review } = await reviewed();
    const item = review.items.find(({ verdict, by }) => verdict === 'attest' && by === 'author');
    assert.ok(item);
    const verdict = async (): Promise<string | undefined> =>
      (await reviewed()).review.items.find(({ id }) => id === item.id)?.verdict;
    await run('confirmItem', 'an older content', item.id, true);
    await heard(/was reviewed again meanwhile/);
    assert.equal(await verdict(), 'attest');
    await run('confirmItem', contentHash, item.id, true);
    assert.equal(await verdict(), 'attested');
    await run('confirmItem', contentHash, item.id, false);
    assert.equal(await verdict(), 'attest');
  });

  it('follows a file that the last review did not know, written from outside', async () => {
    await reviewed();
    const german = catalog.replace('en.json', 'de.json');
    const problems = (): number => languages.getDiagnostics(Uri.file(place(german))).length;
    const before = problems();
    writeFileSync(
      place(german),
      readFileSync(place(german), 'utf8').replace('Schön, dass du da bist, {name}', 'Schön'),
    );
    await eventually(() => assert.ok(problems() > before));
  });

  it('shows the difference of a changed file, also of one that is new, and any other alone', async () => {
    writeFileSync(place('src/features/onboarding/new.md'), '# New\n');
    await run('review');
    const shows = (label: string): Promise<void> =>
      eventually(() => assert.equal(window.tabGroups.activeTabGroup.activeTab?.label, label));
    await run('showDifference', catalog, 3);
    await shows('en.json (main ↔ my change)');
    await run('showDifference', 'src/features/onboarding/new.md');
    await shows('new.md (main ↔ my change)');
    await run('showDifference', 'README.md');
    await shows('README.md');
    await run('openAt', catalog, 2);
    await eventually(() =>
      assert.ok(window.visibleTextEditors.some(({ selection }) => selection.isEqual(new Range(1, 0, 1, 0)))),
    );
    git('clean', '-qfd');
  });
});
