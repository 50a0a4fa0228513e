import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  Disposable,
  EventEmitter,
  CancellationTokenSource,
  commands,
  ConfigurationTarget,
  DiagnosticSeverity,
  extensions,
  languages,
  Range,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type CodeAction,
  type Diagnostic,
  type TextDocument,
} from 'vscode';
import { filledPlan } from '../../demo/sample-change.js';
import type { RepositorySession } from '../../src/editor/sessions/repository-session.js';
import { openReader } from './open-reader.js';
import { createReviews } from '../../src/editor/services/reviews.js';
import { trackFindings } from '../../src/editor/review/findings/displayed-findings.js';
import { eventually } from '../vscode/workbench.js';

const feature = 'src/features/onboarding';
const catalog = `${feature}/i18n/en.json`;
const flags = `${feature}/flags.yaml`;

describe('reviewing a change', () => {
  const root = (): string => workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const uriOf = (path: string): Uri => Uri.joinPath(Uri.file(root()), path);
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: root(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const read = (path: string): string => readFileSync(join(root(), path), 'utf8');
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root(), path)), { recursive: true });
    writeFileSync(join(root(), path), text);
  };
  const problems = (path: string): readonly Diagnostic[] =>
    languages.getDiagnostics(uriOf(path)).filter(({ source }) => source === 'PM Zone');
  const allProblems = (): readonly string[] =>
    languages
      .getDiagnostics()
      .flatMap(([uri, all]) => (all.some(({ source }) => source === 'PM Zone') ? [uri.path] : []));
  const about = (path: string, words: RegExp): readonly Diagnostic[] =>
    problems(path).filter(({ message }) => words.test(message));
  /** VS Code takes its time to see what was written from outside; what it missed it sees when that is written again. */
  const untilSeen = async (): Promise<void> => {
    const isStale = (document: TextDocument): boolean =>
      document.uri.scheme === 'file' &&
      !document.isDirty &&
      existsSync(document.uri.fsPath) &&
      document.getText() !== readFileSync(document.uri.fsPath, 'utf8');
    for (let left = 30; ; left -= 1) {
      const stale = workspace.textDocuments.filter(isStale);
      if (stale.length === 0) return;
      assert.ok(left > 0, `VS Code sees what is in ${String(stale[0]?.fileName)}`);
      if (left % 3 === 0) for (const { uri } of stale) writeFileSync(uri.fsPath, readFileSync(uri.fsPath));
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  };
  const review = async (): Promise<void> => {
    await untilSeen();
    await commands.executeCommand('pmZone.review');
  };
  /** VS Code reads a file that was written from outside again after a moment: until then nothing is said of what it still shows. */
  const fixes = async (path: string, range: Range, title: RegExp): Promise<CodeAction> => {
    await workspace.openTextDocument(uriOf(path));
    let found: CodeAction | undefined;
    let offered: readonly CodeAction[] = [];
    for (let left = 50; found === undefined && left > 0; left -= 1) {
      if (left < 50) await new Promise((resolve) => setTimeout(resolve, 100));
      try {
        offered = await commands.executeCommand<CodeAction[]>(
          'vscode.executeCodeActionProvider',
          uriOf(path),
          range,
          'quickfix',
        );
      } catch {
        // VS Code cancels the question where the text changes meanwhile.
        continue;
      }
      found = offered.find((each) => title.test(each.title));
    }
    assert.ok(found, `${title} is not among ${offered.map((each) => each.title).join(', ')}`);
    return found;
  };
  const withoutReviewOnSave = async (run: () => Promise<void>): Promise<void> => {
    const settings = workspace.getConfiguration('pmZone');
    await settings.update('reviewOnSave', false, ConfigurationTarget.Global);
    try {
      await run();
    } finally {
      await settings.update('reviewOnSave', undefined, ConfigurationTarget.Global);
    }
  };
  const saveEverything = async (): Promise<void> => {
    for (const document of workspace.textDocuments) if (document.isDirty) await document.save();
  };
  /** Takes a quick fix as the light bulb does, and saves. */
  const fix = async (path: string, at: Diagnostic | undefined, title: RegExp): Promise<CodeAction> => {
    assert.ok(at);
    const action = await fixes(path, at.range, title);
    if (action.edit && action.edit.size > 0) assert.ok(await workspace.applyEdit(action.edit));
    if (action.command)
      await commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
    await saveEverything();
    return action;
  };
  const restore = async (): Promise<void> => {
    await saveEverything();
    await commands.executeCommand('workbench.action.closeAllEditors');
    git('checkout', '-q', '-f', 'pm/review-test');
    git('clean', '-qfd');
    git('reset', '-q', '--hard', 'main');
    await untilSeen();
  };

  before(async () => {
    await extensions.getExtension('pm-zone.pm-zone')?.activate();
    git('switch', '-q', '-c', 'pm/review-test');
    await window.showTextDocument(uriOf(catalog));
  });
  afterEach(restore);
  after(() => {
    git('switch', '-q', 'main');
    git('branch', '-q', '-D', 'pm/review-test');
  });

  it('shows each finding on its exact line, by its weight, with a link to what it means', async () => {
    const before = read(catalog);
    write(catalog, before.replace('"Good to see you, {name}"', '"Good to see you"'));
    write('src/payments/charge.ts', `${read('src/payments/charge.ts')}// more\n`);
    await review();
    await eventually(() => assert.equal(about(catalog, /now lacks \{name\}/).length, 1));
    const [lost] = about(catalog, /now lacks \{name\}/);
    assert.ok(lost);
    const document = await workspace.openTextDocument(uriOf(catalog));
    assert.equal(document.getText(lost.range), '"Good to see you"');
    assert.equal(lost.severity, DiagnosticSeverity.Warning);
    const code = lost.code as { readonly value: string; readonly target: Uri };
    assert.equal(code.value, 'copy-catalog');
    assert.equal(code.target.scheme, 'command');
    assert.equal(about('src/payments/charge.ts', /is locked/)[0]?.severity, DiagnosticSeverity.Error);
  });

  it('fixes each by its quick fix, and the next review does not find it again', async () => {
    write(
      catalog,
      read(catalog)
        .replace('"Good to see you, {name}"', '"Good to see you"')
        .replace(/ {2}"emptyState.body".*\n/, ''),
    );
    write(flags, `${read(flags)}\n  brand-new:\n    enabled: true\n`);
    const locked = 'src/payments/charge.ts';
    rmSync(join(root(), locked));
    write(`${feature}/PLANNING.md`, '# PLANNING: X\n');
    await review();
    await eventually(() => assert.equal(about(catalog, /now lacks/).length, 1));
    const placeholder = await fix(catalog, about(catalog, /now lacks/)[0], /^Put \{name\} back/);
    assert.equal(placeholder.isPreferred, true);
    await eventually(() => assert.deepEqual(about(catalog, /now lacks/), []));
    await fix(catalog, about(catalog, /“emptyState.body” is gone/)[0], /^Put “emptyState.body” back$/);
    await workspace.openTextDocument(uriOf(flags));
    await eventually(() => assert.equal(about(flags, /is new and is on/).length, 1));
    await fix(flags, about(flags, /is new and is on/)[0], /^Turn brand-new off$/);
    const gone = `${feature}/PLANNING.md`;
    await fix(gone, about(gone, /charge\.ts is locked/)[0], /^Put charge\.ts back$/);
    await eventually(() => assert.ok(existsSync(join(root(), locked))));
    await review();
    assert.equal(read(catalog), git('show', `main:${catalog}`));
    assert.equal(read(locked), git('show', `main:${locked}`));
    assert.match(read(flags), /brand-new:\n {4}enabled: false/);
    assert.deepEqual([...about(catalog, /./), ...about(flags, /is new and is on/), ...about(gone, /is locked/)], []);
  });

  it('shows a problem again once its quick fix is undone', async () => {
    write(catalog, read(catalog).replace('"Good to see you, {name}"', '"Good to see you"'));
    await review();
    await eventually(() => assert.equal(about(catalog, /now lacks/).length, 1));
    await window.showTextDocument(uriOf(catalog));
    await fix(catalog, about(catalog, /now lacks/)[0], /^Put \{name\} back/);
    await eventually(() => assert.deepEqual(about(catalog, /now lacks/), []));
    await window.showTextDocument(uriOf(catalog));
    await commands.executeCommand('undo');
    await eventually(() => assert.equal(about(catalog, /now lacks/).length, 1));
  });

  it('adds a new text to the other languages from the light bulb', async () => {
    write(catalog, read(catalog).replace('{\n', '{\n  "new.text": "Hello {name}",\n'));
    await review();
    const action = await fixes(catalog, new Range(1, 5, 1, 5), /^Add “new\.text” to de\.json, fr\.json/);
    assert.ok(action.edit);
    assert.ok(await workspace.applyEdit(action.edit));
    await saveEverything();
    const german = await workspace.openTextDocument(uriOf(`${feature}/i18n/de.json`));
    assert.match(german.getText(), /^\{\n {2}"new.text": "\[to translate\] Hello \{name\}",\n/);
  });

  it('puts what is about no file on the first editable file, and starts a plan from there', async () => {
    write(catalog, read(catalog).replace('No boards', 'No boards yet'));
    await review();
    const [missing] = about(catalog, /No planning doc/);
    assert.ok(missing);
    assert.equal(missing.range.start.line, 0);
    const start = await fixes(catalog, missing.range, /^Start a planning doc…$/);
    assert.equal(start.command?.command, 'pmZone.newPlan');
  });

  it('tells on unsaved text what is wrong, follows it while typing, and takes it back once it is mended', async () => {
    await withoutReviewOnSave(async () => {
      const text = read(catalog);
      const { document } = await window.showTextDocument(uriOf(catalog));
      const replace = async (from: string, to: string): Promise<void> => {
        const at = document.getText().indexOf(from);
        const edit = new WorkspaceEdit();
        edit.replace(document.uri, new Range(document.positionAt(at), document.positionAt(at + from.length)), to);
        await workspace.applyEdit(edit);
      };
      const line = (words: RegExp): number | undefined => about(catalog, words)[0]?.range.start.line;
      await replace('{name}', '{nmae}');
      await eventually(() => assert.equal(about(catalog, /now lacks \{name\}/).length, 1));
      const first = Number(line(/now lacks/));
      await replace('{\n', '{\n\n\n');
      await eventually(() => assert.equal(line(/now lacks/), first + 2));
      assert.equal(read(catalog), text);
      await replace('{nmae}', '{name}');
      await eventually(() => assert.deepEqual(about(catalog, /now lacks/), []));
      await replace('": "', '": ');
      await eventually(() => assert.equal(about(catalog, /cannot be read/).length, 1));
      await commands.executeCommand('workbench.action.files.revert');
      await eventually(() => assert.deepEqual(problems(catalog), []));
    });
  });

  it('keeps the other findings of a file after one quick fix', async () => {
    await withoutReviewOnSave(async () => {
      write(catalog, read(catalog).replace(', {name}', '').replace('"No boards"', '""'));
      await review();
      await eventually(() => assert.equal(about(catalog, /now lacks|is empty now/).length, 2));
      await fix(catalog, about(catalog, /now lacks/)[0], /^Put \{name\} back/);
      await eventually(() => assert.deepEqual(about(catalog, /now lacks/), []));
      assert.equal(about(catalog, /is empty now/).length, 1);
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.equal(about(catalog, /is empty now/).length, 1);
    });
  });

  it('tells nothing while somebody types in a locked file', async () => {
    const { document } = await window.showTextDocument(uriOf('src/auth/i18n/en.json'));
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, new Range(0, 0, 1, 0), '');
    await workspace.applyEdit(edit);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.deepEqual(problems('src/auth/i18n/en.json'), []);
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('takes back what a file caused once git put the file back, wherever that is shown', async () => {
    await withoutReviewOnSave(async () => {
      const locked = 'src/payments/charge.ts';
      write(catalog, read(catalog).replace('No boards', 'No boards at all'));
      rmSync(join(root(), locked));
      await review();
      await eventually(() => assert.equal(about(catalog, /charge\.ts is locked/).length, 1));
      git('checkout', '-q', '--', locked);
      await eventually(() => assert.deepEqual(about(catalog, /charge\.ts is locked/), []));
      assert.equal(about(catalog, /No planning doc/).length, 1);
      git('checkout', '-q', '--', catalog);
      await eventually(() => assert.deepEqual(problems(catalog), []));
    });
  });

  it('looks again at files that are not open, when they change on the disk', async () => {
    const locked = 'src/payments/charge.ts';
    write(locked, `${read(locked)}// more\n`);
    await review();
    assert.equal(about(locked, /is locked/).length, 1);
    git('checkout', '-q', '--', locked);
    await eventually(() => assert.deepEqual(about(locked, /is locked/), []));
  });

  it('says nothing more of a file that was deleted, though VS Code still holds its text', async () => {
    await withoutReviewOnSave(async () => {
      const path = 'src/payments/refund-notes.ts';
      write(path, '// notes\n');
      await review();
      await eventually(() => assert.notDeepEqual(problems(path), []));
      await workspace.openTextDocument(uriOf(path));
      rmSync(join(root(), path));
      await eventually(() => assert.deepEqual(problems(path), []));
    });
  });

  it('leaves nothing of another branch, and says of each what is there', async () => {
    write(catalog, read(catalog).replace('"Good to see you, {name}"', '"Good to see you"'));
    await review();
    assert.notDeepEqual(allProblems(), []);
    git('commit', '-qam', 'Greet nobody');
    git('switch', '-q', '-c', 'pm/review-other', 'main');
    await eventually(() => assert.deepEqual(allProblems(), []));
    git('switch', '-q', 'pm/review-test');
    await eventually(() => assert.equal(about(catalog, /now lacks/).length, 1));
    git('branch', '-q', '-D', 'pm/review-other');
  });

  it('looks again at what a commit may fix', async () => {
    const plan = 'src/features/onboarding/PLANNING.md';
    write(catalog, read(catalog).replace('No boards', 'No boards yet'));
    git('commit', '-qam', 'Change a title');
    write(plan, filledPlan('Approved'));
    await review();
    assert.equal(about(plan, /complete in no commit so far/).length, 1);
    git('add', plan);
    git('commit', '-qm', 'Plan it');
    await eventually(() => assert.equal(about(plan, /was complete only in commit/).length, 1));
  });

  it('reviews after a save unless the setting says no, and again once git put back what it found', async () => {
    const { document } = await window.showTextDocument(uriOf(catalog));
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(document.getText().indexOf('No boards')), 'Still ');
    await workspace.applyEdit(edit);
    await document.save();
    await eventually(() => assert.equal(about(catalog, /No planning doc/).length, 1));
    git('checkout', '-q', '--', catalog);
    await eventually(() => assert.deepEqual(allProblems(), []));
  });

  it('opens the page of a check beside', async () => {
    await commands.executeCommand('pmZone.explainCheck', 'copy-catalog');
    await eventually(() => {
      const labels = window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
      assert.ok(labels.includes('A text would come out wrong'), labels.join());
    });
    await commands.executeCommand('pmZone.explainCheck', 7);
    await commands.executeCommand('pmZone.stopReview');
  });

  describe('the last review', () => {
    const session = (): RepositorySession => ({ root: root() }) as RepositorySession;
    const reader = openReader();
    after(() => reader.dispose());

    it('is that of the newest run, and no answer is older than its question', async () => {
      const reviews = createReviews(reader, () => 'maya@harbor.example');
      const it = session();
      const news: boolean[] = [];
      reviews.onDidChange((changed) => news.push(reviews.isRunning(changed)));
      const before = reviews.run(it);
      write(catalog, read(catalog).replace('No boards', 'No boards yet'));
      const [older, newer, same] = await Promise.all([before, reviews.run(it), reviews.run(it)]);
      assert.ok(older && newer);
      assert.equal(newer, same);
      assert.equal(reviews.get(it), newer);
      assert.ok(newer.change.files.some(({ path }) => path === catalog));
      assert.deepEqual(news, [true, true, true, true, false]);
      reviews.dispose();
      assert.equal(reviews.get(it), undefined);
    });

    it('comes to its end however fast the next one is asked for', async () => {
      const reviews = createReviews(reader, () => 'maya@harbor.example');
      const it = session();
      const asked: Promise<unknown>[] = [];
      await eventually(() => {
        asked.push(reviews.run(it));
        assert.ok(reviews.get(it));
      });
      assert.ok(reviews.isRunning(it));
      await Promise.all(asked);
      assert.ok(!reviews.isRunning(it));
      reviews.dispose();
    });

    it('stays where a run is stopped or cancelled, and goes when it is forgotten', async () => {
      const reviews = createReviews(reader, () => undefined);
      const it = session();
      const first = await reviews.run(it);
      assert.ok(first);
      const stopped = reviews.run(it);
      reviews.stop(it);
      assert.equal(reviews.isRunning(it), false);
      assert.equal(await stopped, undefined);
      const source = new CancellationTokenSource();
      const cancelled = reviews.run(it, source.token);
      source.cancel();
      assert.equal(reviews.isRunning(it), false);
      assert.equal(await cancelled, undefined);
      assert.equal(reviews.get(it), first);
      reviews.stop(it);
      const dropped = reviews.run(it);
      reviews.discard(it);
      assert.equal(await dropped, undefined);
      assert.equal(reviews.get(it), undefined);
      reviews.discard(it);
      reviews.dispose();
    });

    it('has no finding on a file that went while the review ran', async () => {
      const reviews = createReviews(reader, () => 'maya@harbor.example');
      const it = session();
      const path = 'src/features/onboarding/i18n/es.json';
      write(path, '{ "title": ');
      const reviewed = await reviews.run(it);
      assert.ok(reviewed?.review.findings.some((each) => each.path === path));
      rmSync(join(root(), path));
      const done = new EventEmitter<RepositorySession>();
      const late = { ...reviews, get: () => reviewed, onDidChange: done.event };
      const typing = {
        get: () => undefined,
        onDidChange: () => new Disposable(() => undefined),
        dispose: () => undefined,
      };
      // Nothing tells of the file any more: it is gone before anybody listens.
      await new Promise((resolve) => setTimeout(resolve, 2000));
      const findings = trackFindings(late, typing);
      done.fire(it);
      assert.ok(findings.get(uriOf(path)).length > 0);
      await eventually(() => assert.deepEqual(findings.get(uriOf(path)), []));
      for (const each of [findings, done, reviews]) each.dispose();
    });

    it('has its findings followed until that is disposed of', async () => {
      const reviews = createReviews(reader, () => 'maya@harbor.example');
      const typing = {
        get: () => undefined,
        onDidChange: () => ({ dispose: () => undefined }),
        dispose: () => undefined,
      };
      const findings = trackFindings(reviews, typing);
      const it = session();
      const news: string[] = [];
      findings.onDidChange((uris) => news.push(...uris.map(({ path }) => path)));
      write(catalog, read(catalog).replace('"Good to see you, {name}"', '"Good to see you"'));
      await reviews.run(it);
      assert.ok(news.includes(uriOf(catalog).path));
      const find = () => findings.get(uriOf(catalog)).find(({ finding }) => finding.message.includes('lacks'));
      await eventually(() => assert.ok(find()));
      const lost = find();
      assert.ok(lost);
      findings.hide(lost.finding);
      assert.ok(!findings.get(uriOf(catalog)).some(({ finding }) => finding === lost.finding));
      findings.dispose();
      news.length = 0;
      await reviews.run(it);
      assert.deepEqual(news, []);
      reviews.dispose();
    });
  });

  it('leaves the sample as it was', () => {
    assert.equal(git('status', '--porcelain'), '');
    assert.ok(!existsSync(join(root(), feature, 'PLANNING.md')));
  });
});
