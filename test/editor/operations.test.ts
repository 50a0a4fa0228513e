import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commands, EventEmitter, extensions, Uri, window, workspace, type QuickPickItem, type Tab } from 'vscode';
import { registerResumeInterruptedWork } from '../../src/editor/operations/register-resume-interrupted-work.js';
import { signedInFetch } from '../../src/editor/commands/latest/signed-in-fetch.js';
import { openRepository } from '../../src/git/repository.js';
import { startOver } from '../../src/work/start-over.js';
import { openWork } from '../../src/work/work.js';
import { openGitHost } from '../support/git-host.js';
import { dyingAt, Killed } from '../work/faults.js';
import { revertEverything } from './revert-everything.js';
import { openSessions } from './open-sessions.js';

const feature = 'src/features/onboarding';
const catalog = `${feature}/i18n/en.json`;
const locked = 'src/payments/charge.ts';

describe('a PM’s work without git', () => {
  const root = (): string => workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const gitIn = (cwd: string, ...args: readonly string[]): string =>
    execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trimEnd();
  const git = (...args: readonly string[]): string => gitIn(root(), ...args);
  const read = (path: string): string => readFileSync(join(root(), path), 'utf8');
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root(), path)), { recursive: true });
    writeFileSync(join(root(), path), text);
  };
  const run = (id: string, ...args: readonly unknown[]): Thenable<unknown> =>
    commands.executeCommand(`pmZone.${id}`, ...args);

  // This way of running VS Code refuses dialogs and never shows a toast, so what is asked is answered here.
  const { showInformationMessage, showWarningMessage, showErrorMessage, createStatusBarItem } = window;
  const { showInputBox, showQuickPick } = window;
  const messages = { showInformationMessage, showWarningMessage, showErrorMessage, createStatusBarItem };
  const own = { ...messages, showInputBox, showQuickPick };
  let said: string[] = [];
  let asked: string[] = [];
  let dialogs: (question: string, ways: readonly string[]) => string | undefined;
  let texts: (prompt: string, value: string) => string | undefined;
  let picks: (items: readonly QuickPickItem[], title: string) => readonly QuickPickItem[] | undefined;
  const message = (text: string, ...more: readonly unknown[]): Promise<string | undefined> => {
    const isModal = typeof more[0] === 'object';
    (isModal ? asked : said).push(text);
    return Promise.resolve(isModal ? dialogs(text, more.slice(1) as readonly string[]) : undefined);
  };
  const answers = {
    showInformationMessage: message,
    showWarningMessage: message,
    showErrorMessage: message,
    createStatusBarItem: (): unknown => ({
      set tooltip(sentence: string) {
        said.push(sentence);
      },
      show: () => undefined,
      hide: () => undefined,
      dispose: () => undefined,
    }),
    showInputBox: (options: { readonly prompt?: string; readonly value?: string }) =>
      Promise.resolve(texts(options.prompt ?? '', options.value ?? '')),
    showQuickPick: (
      items: readonly QuickPickItem[],
      options: { readonly title?: string; readonly canPickMany?: boolean },
    ) => {
      const chosen = picks(items, options.title ?? '');
      return Promise.resolve(options.canPickMany === true ? chosen : chosen?.[0]);
    },
  };
  /** Goes on, where the plan is asked for too. */
  const yes: typeof dialogs = (_question, ways) => ways.find((way) => way === 'Commit Without It') ?? ways[0];
  const eventually = async (check: () => void | Promise<void>): Promise<void> => {
    for (let left = 100; ; left -= 1) {
      try {
        await check();
        return;
      } catch (error) {
        if (left === 0) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  };
  const heard = async (words: RegExp): Promise<void> => {
    await eventually(() =>
      assert.ok(
        said.some((each) => words.test(each)),
        said.join('\n'),
      ),
    );
    said = [];
  };

  let main = '';
  let branches = '';
  before(async () => {
    await extensions.getExtension('pm-zone.pm-zone')?.activate();
    await window.showTextDocument(Uri.file(join(root(), catalog)));
    main = git('rev-parse', 'main');
    branches = git('for-each-ref', '--format=%(refname)', 'refs/heads');
  });
  beforeEach(() => {
    Object.assign(window, answers);
    [said, asked] = [[], []];
    dialogs = yes;
    texts = (_prompt, value) => value;
    picks = (items) => items.slice(0, 1);
  });
  afterEach(async () => {
    Object.assign(window, own);
    for (const document of workspace.textDocuments) if (document.isDirty) await document.save();
    await commands.executeCommand('workbench.action.closeAllEditors');
    if (existsSync(join(root(), '.git', 'MERGE_HEAD'))) git('merge', '--abort');
    git('checkout', '-q', '-f', 'main');
    git('clean', '-qfd');
    git('reset', '-q', '--hard', main);
    for (const name of git('for-each-ref', '--format=%(refname)').split('\n')) {
      if (name.startsWith('refs/pm-zone/') || (name.startsWith('refs/heads/') && !branches.split('\n').includes(name)))
        git('update-ref', '-d', name);
    }
  });

  it('gives the change a branch, with what is not committed', async () => {
    write(catalog, read(catalog).replace('No boards', 'No boards yet'));
    write(`${feature}/notes.md`, '# Notes\n');
    texts = () => 'A friendlier page';
    assert.equal(await run('startChange'), 'pm/a-friendlier-page');
    assert.equal(git('branch', '--show-current'), 'pm/a-friendlier-page');
    assert.match(git('status', '--porcelain'), /en\.json\n\?\? .*notes\.md$/);
    await heard(/You are at “pm\/a-friendlier-page” now/);
    git('checkout', '-q', 'main');
    let titles = 0;
    texts = (prompt) => {
      titles += 1;
      if (titles === 1) assert.match(prompt, /There is a change called “pm\/a-friendlier-page” already/);
      return 'Another page';
    };
    assert.equal(await run('startChange', 'A friendlier page'), 'pm/another-page');
    texts = () => undefined;
    assert.equal(await run('startChange', '…'), undefined);
  });

  it('names a password before it asks for a plan', async () => {
    git('switch', '-q', '-c', 'pm/words', main);
    write(`${feature}/notes.md`, 'password = "q8Zr4-tLw9-Xc2vB7"\n');
    assert.equal(await run('commit'), undefined);
    await heard(/^Not committed: .*notes\.md/);
    assert.deepEqual(asked, []);
    assert.equal(git('rev-parse', 'HEAD'), main);
  });

  it('names what is broken in the words before it asks for a plan', async () => {
    git('switch', '-q', '-c', 'pm/lost', main);
    write(catalog, read(catalog).replace('Good to see you, {name}', 'Good to see you'));
    dialogs = () => undefined;
    assert.equal(await run('commit'), undefined);
    assert.deepEqual(
      asked.map((question) => question.split('\n')[0]),
      ['Your words are not right yet.'],
    );
    dialogs = (question) => (/not right yet/.test(question) ? 'Go On All the Same' : undefined);
    assert.equal(await run('commit'), undefined);
    assert.match(asked.at(-1) ?? '', /The plan comes first/);
    assert.equal(git('rev-parse', 'HEAD'), main);
  });

  it('commits all of the change as it was reviewed, on a branch of its own', async () => {
    write(catalog, read(catalog).replace('No boards', 'No boards yet'));
    write(`${feature}/notes.md`, '# Notes\n');
    git('add', catalog);
    texts = (prompt, value) => (/called/.test(prompt) ? 'Words' : `${value}, as said`);
    assert.equal(await run('commit'), true);
    assert.match(asked[0] ?? '', /“main” is the branch that everybody works from/);
    assert.equal(git('branch', '--show-current'), 'pm/words');
    assert.match(git('log', '-1', '--format=%s'), /^Change .*, as said$/);
    assert.equal(git('status', '--porcelain'), '');
    assert.equal(git('rev-parse', 'main'), main);
    await heard(/^Committed: /);
    assert.equal(await run('commit'), undefined);
    await heard(/Everything is committed already/);
  });

  it('makes no branch where there is nothing to commit', async () => {
    assert.equal(await run('commit'), undefined);
    assert.deepEqual(asked, []);
    await heard(/Everything is committed already/);
  });

  it('asks for the name before a commit where git has none', async () => {
    const name = git('config', 'user.name');
    git('config', '--unset', 'user.name');
    try {
      git('checkout', '-q', '-b', 'pm/named');
      write(catalog, read(catalog).replace('No boards', 'No boards yet'));
      await eventually(async () => {
        texts = (prompt) => (prompt.startsWith('Your name') ? undefined : 'Say more');
        assert.equal(await run('commit'), undefined);
        assert.equal(git('rev-parse', 'HEAD'), main);
      });
      texts = (prompt, value) => (prompt.startsWith('Your name') ? 'Maya R' : value);
      assert.equal(await run('commit'), true);
      assert.equal(git('log', '-1', '--format=%an'), 'Maya R');
    } finally {
      git('config', 'user.name', name);
    }
  });

  it('commits no message with a secret in it, and says so', async () => {
    git('checkout', '-q', '-b', 'pm/secret');
    write(catalog, read(catalog).replace('No boards', 'No boards yet'));
    texts = () => `Log in by ${'gh' + 'p_' + 'x7Kq29LmZt4RbV8nYc1WdHs5GfJp3QaUeT0o'}`;
    assert.equal(await run('commit'), undefined);
    await heard(/line 1 of the commit’s message has what looks like a GitHub token/);
    assert.equal(git('rev-parse', 'HEAD'), main);
    texts = (_prompt, value) => value.replace(/ by .*/, '');
    assert.equal(await run('commit'), true);
    assert.equal(git('log', '-1', '--format=%s'), 'Log in');
  });

  it('asks for the address before a commit where git has none', async () => {
    const email = git('config', 'user.email');
    git('config', '--unset', 'user.email');
    try {
      git('checkout', '-q', '-b', 'pm/addressed');
      write(catalog, read(catalog).replace('No boards', 'No boards yet'));
      let prompts = '';
      texts = (prompt, value) => {
        prompts += prompt;
        return prompt.startsWith('Your name') ? undefined : value;
      };
      await eventually(async () => {
        assert.equal(await run('commit'), undefined);
        assert.equal(git('rev-parse', 'HEAD'), main);
        assert.match(prompts, /Your name/);
      });
    } finally {
      git('config', 'user.email', email);
    }
  });

  it('commits nothing of what is locked, and says why', async () => {
    git('checkout', '-q', '-b', 'pm/locked');
    write(locked, `${read(locked)}// more\n`);
    write(catalog, read(catalog).replace('No boards', 'No boards yet'));
    git('add', catalog);
    const before = git('status', '--porcelain');
    assert.equal(await run('commit'), undefined);
    await heard(/^Not committed: src\/payments\/charge\.ts is locked/);
    assert.equal(git('status', '--porcelain'), before);
    assert.equal(git('rev-parse', 'HEAD'), main);
  });

  it('asks for the engineer where one is needed, and names them in the commit', async () => {
    git('checkout', '-q', '-b', 'pm/pair');
    write('docs/more.md', '# More\n');
    let title = '';
    picks = (_items, asking) => {
      title = asking;
      return undefined;
    };
    assert.equal(await run('commit'), undefined);
    assert.match(title, /^docs\/more\.md needs an engineer: /);
    assert.equal(git('rev-parse', 'HEAD'), main);
    picks = (items) => {
      assert.equal(items[0]?.label, 'Erin Okafor');
      assert.ok(!items.some(({ label }) => /Maya|Jonas/.test(label)));
      return [items[0], ...items.filter(({ label }) => label.startsWith('Somebody else'))];
    };
    texts = (_prompt, value) => (value === '' ? 'Ada Quist <ada@harbor.example>' : value);
    assert.equal(await run('commit'), true);
    assert.match(
      git('log', '-1', '--format=%b'),
      /Co-authored-by: Erin Okafor <erin@harbor\.example>\nCo-authored-by: Ada Quist <ada@harbor\.example>$/,
    );
  });

  it('keeps the message where a check of the repository refuses, and the index', async () => {
    git('checkout', '-q', '-b', 'pm/hook');
    write(catalog, read(catalog).replace('No boards', 'No boards yet'));
    const hook = join(root(), '.git', 'hooks', 'pre-commit');
    mkdirSync(dirname(hook), { recursive: true });
    writeFileSync(hook, '#!/bin/sh\necho "No commits today" >&2\nexit 1\n', { mode: 0o755 });
    try {
      texts = () => 'Say what a board is';
      assert.equal(await run('commit'), false);
      await heard(/refused by a check of this repository: No commits today/);
      assert.equal(git('status', '--porcelain'), ` M ${catalog}`);
    } finally {
      rmSync(hook);
    }
    texts = (_prompt, value) => value;
    assert.equal(await run('commit'), true);
    assert.equal(git('log', '-1', '--format=%s'), 'Say what a board is');
  });

  it('switches to another change and back, untracked files too', async () => {
    git('branch', 'pm/other');
    git('checkout', '-q', '-b', 'pm/one');
    write(catalog, read(catalog).replace('No boards', 'No boards yet'));
    write(`${feature}/notes.md`, '# Notes\n');
    git('add', catalog);
    const before = git('status', '--porcelain');
    picks = (items) => {
      assert.deepEqual(
        items.map(({ label }) => label),
        ['pm/other', 'main, without my changes'],
      );
      return items;
    };
    assert.equal(await run('switchChange'), true);
    assert.equal(git('branch', '--show-current'), 'pm/other');
    assert.equal(git('status', '--porcelain'), '');
    await heard(/parked with “pm\/one”/);
    assert.equal(await run('switchChange', 'pm/one'), true);
    assert.equal(git('status', '--porcelain'), before);
    await heard(/unfinished work of then is back/);
    git('branch', '-D', 'pm/other');
    const labels: string[] = [];
    picks = (items) => {
      labels.push(...items.map(({ label }) => label));
      return items;
    };
    assert.equal(await run('switchChange'), true);
    assert.equal(git('branch', '--show-current'), 'main');
    assert.equal(git('status', '--porcelain'), '');
    await heard(/You see “main” as everybody has it now.*parked with “pm\/one”/);
    assert.equal(await run('switchChange'), true);
    assert.equal(git('status', '--porcelain'), before);
    assert.deepEqual(labels, ['main, without my changes', 'pm/one']);
    git('stash', '-q', '-u');
    git('stash', 'drop', '-q');
    git('checkout', '-q', 'main');
    git('branch', '-D', 'pm/one');
    assert.equal(await run('switchChange'), undefined);
    await heard(/There is no other change of yours here/);
    assert.equal(await run('switchChange', 'pm/nowhere'), false);
    await heard(/no change called “pm\/nowhere”/);
  });

  it('puts a file back and brings it back', async () => {
    git('checkout', '-q', '-b', 'pm/back');
    const original = read(catalog);
    const mine = original.replace('No boards', 'No boards yet');
    write(catalog, mine);
    dialogs = () => undefined;
    assert.equal(await run('putBack', { id: `file ${catalog}` }), undefined);
    assert.equal(read(catalog), mine);
    dialogs = (_question, [first]) => first;
    assert.equal(await run('putBack', { id: `file ${catalog}` }), true);
    assert.equal(read(catalog), original);
    await heard(/is as before\. “Bring Back…” has what was there/);
    picks = (items) => {
      const [first] = items;
      assert.equal(first?.detail, catalog);
      assert.match(first.description ?? '', /put back · pm\/back$/);
      return items;
    };
    assert.equal(await run('bringBack'), true);
    assert.equal(read(catalog), mine);
    await heard(/It is back in your files/);
    // What is committed goes to where the change began, what was edited since where the PM says.
    git('commit', '-q', '-a', '-m', 'Say more');
    write(catalog, mine.replace('Create a board', 'Make a board'));
    picks = (items) => items.slice(1);
    assert.equal(await run('putBack', Uri.file(join(root(), catalog))), true);
    assert.equal(read(catalog), original);
    git('checkout', '-q', 'HEAD', '--', catalog);
    await window.showTextDocument(Uri.file(join(root(), catalog)));
    assert.equal(await run('putBack'), true);
    assert.equal(read(catalog), original);
    await commands.executeCommand('workbench.action.closeAllEditors');
    assert.equal(await run('putBack'), undefined);
    await heard(/Open the file that you want to put back/);
  });

  it('takes a new file out for a quick fix once that was confirmed, and keeps it', async () => {
    git('checkout', '-q', '-b', 'pm/new');
    write('notes.md', 'Mine\n');
    await commands.executeCommand('pmZone.refresh');
    dialogs = (_question, [first]) => first;
    assert.equal(await run('putBack', [Uri.file(join(root(), 'notes.md')).toString()]), true);
    assert.match(asked.at(-1) ?? '', /Take notes\.md out, which is new\?/);
    assert.equal(git('status', '--porcelain'), '');
    await heard(/“Bring Back…” has what was there/);
    picks = (items) => items.slice(0, 1);
    assert.equal(await run('bringBack'), true);
    assert.equal(read('notes.md'), 'Mine\n');
    rmSync(join(root(), 'notes.md'));
  });

  it('puts both ends of a moved file back', async () => {
    git('checkout', '-q', '-b', 'pm/moved');
    const original = read(catalog);
    const there = 'src/payments/en.json';
    write(there, original);
    rmSync(join(root(), catalog));
    assert.equal(await run('putBack', { id: `file ${there}` }), true);
    assert.match(asked.at(-1) ?? '', /src\/payments\/en\.json and .*i18n\/en\.json back .*The file was moved/);
    assert.equal(git('status', '--porcelain'), '');
    write(there, original);
    rmSync(join(root(), catalog));
    assert.equal(await run('putBack', 'locked'), true);
    assert.equal(git('status', '--porcelain'), '');
    assert.equal(read(catalog), original);
  });

  it('undoes the last step, starts over, and brings all of it back', async () => {
    git('checkout', '-q', '-b', 'pm/undo');
    const mine = read(catalog).replace('No boards', 'No boards yet');
    write(catalog, mine);
    git('commit', '-q', '-a', '-m', 'Say more');
    const step = git('rev-parse', 'HEAD');
    assert.equal(await run('undoLastStep'), true);
    assert.match(asked[0] ?? '', /“Say more”/);
    assert.equal(git('rev-parse', 'HEAD'), main);
    assert.equal(read(catalog), mine);
    git('commit', '-q', '-a', '-m', 'Say more', '--date=2026-01-01T00:00:00');
    const again = git('rev-parse', 'HEAD');
    assert.notEqual(again, step);
    assert.equal(await run('startOver'), true);
    assert.equal(git('rev-parse', 'HEAD'), main);
    await heard(/All that you had is kept/);
    assert.equal(await run('bringBack'), true);
    assert.equal(git('rev-parse', 'HEAD'), again);
    assert.equal(read(catalog), mine);
    dialogs = () => undefined;
    assert.equal(await run('startOver'), undefined);
    assert.equal(await run('undoLastStep'), undefined);
    assert.equal(git('rev-parse', 'HEAD'), again);
  });

  it('rebuilds on the plan', async () => {
    git('checkout', '-q', '-b', 'pm/late');
    write(catalog, read(catalog).replace('No boards', 'No boards yet'));
    git('commit', '-q', '-a', '-m', 'Say more');
    assert.equal(await run('rebuildOnPlan'), undefined);
    await heard(/no planning doc yet/);
    write(
      `${feature}/PLANNING.md`,
      `# PLANNING: Say more\n\n**Status:** Approved\n**Feature folder:** \`${feature}\`\n`,
    );
    git('add', '.');
    git('commit', '-q', '-m', 'Plan');
    assert.equal(await run('rebuildOnPlan'), true, said.join());
    assert.equal(git('branch', '--show-current'), 'pm/late-2');
    assert.equal(git('diff', '--name-only', 'main', 'HEAD~1'), `${feature}/PLANNING.md`);
  });

  describe('getting the latest', () => {
    let others = '';
    const trunk = (change: () => void, at: string): void => {
      others = mkdtempSync(join(tmpdir(), 'pm-zone-others-'));
      gitIn(
        others,
        'clone',
        '-q',
        git('config', '--get-regexp', '^url\\.').replace(/^url\.(.*)\.insteadof .*$/i, '$1'),
        'a',
      );
      change();
      const clone = join(others, 'a');
      gitIn(clone, '-c', 'user.name=Erin', '-c', 'user.email=erin@harbor.example', 'commit', '-q', '-a', '-m', at);
      gitIn(clone, 'push', '-q', 'origin', 'HEAD:main');
    };
    const theirs = (path: string, edit: (text: string) => string): void => {
      const file = join(others, 'a', path);
      writeFileSync(file, edit(readFileSync(file, 'utf8')));
    };
    afterEach(() => {
      if (others === '') return;
      gitIn(join(others, 'a'), 'push', '-q', '--force', 'origin', `${main}:main`);
      git('update-ref', 'refs/remotes/origin/main', main);
      rmSync(others, { recursive: true, force: true });
      others = '';
    });

    it('asks for each key of a catalog that both changed', async () => {
      git('checkout', '-q', '-b', 'pm/latest');
      assert.equal(await run('getLatest'), false);
      await heard(/You have the latest of origin\/main already/);
      write(catalog, read(catalog).replace('No boards', 'No boards yet').replace('Create a board', 'Make a board'));
      git('commit', '-q', '-a', '-m', 'Say more');
      trunk(
        () =>
          theirs(catalog, (text) =>
            text
              .replace('No boards', 'Nothing')
              .replace('Create a board', 'Start a board')
              .replace('Good to', 'So good to'),
          ),
        'Word it anew',
      );
      const before = git('rev-parse', 'HEAD');
      picks = () => undefined;
      assert.equal(await run('getLatest'), false);
      assert.equal(git('rev-parse', 'HEAD'), before);
      await heard(/Nothing was changed/);
      const questions: string[] = [];
      picks = (items, title) => {
        questions.push(`${title}: ${items.map(({ label, detail = '' }) => `${label} ${detail}`).join(' | ')}`);
        return title.includes('title') ? items.slice(0, 1) : items.slice(1, 2);
      };
      assert.equal(await run('getLatest'), true);
      assert.equal(questions.length, 2, questions.join('\n'));
      assert.match(questions[0] ?? '', /^emptyState\.title in .*en\.json: Yours .*No boards yet.*\| Theirs .*Nothing/);
      assert.match(read(catalog), /So good to[^]*No boards yet[^]*Start a board/);
      assert.equal(git('status', '--porcelain'), '');
      assert.equal(git('rev-parse', 'HEAD^1'), before);
    });

    it('fetches by VS Code’s own git, which has the user’s sign-in, and stops when told to', async () => {
      const served = mkdtempSync(join(tmpdir(), 'pm-zone-served-'));
      const remote = git('remote', 'get-url', 'origin');
      const bare = git('config', '--get-regexp', '^url\\.').replace(/^url\.(.*)\.insteadof .*$/i, '$1');
      symlinkSync(fileURLToPath(bare), join(served, '.git'));
      const host = await openGitHost({ root: served, environment: process.env });
      try {
        git('config', 'http.proxy', '');
        trunk(() => theirs(catalog, (text) => text.replace('No boards', 'Nothing')), 'Word it anew');
        git('remote', 'set-url', 'origin', host.url('open'));
        const request = { remote: 'origin', refspec: '+refs/heads/main:refs/remotes/origin/main' };
        const fetch = signedInFetch(root());
        // VS Code opens a repository a moment after its folder.
        await eventually(async () => assert.equal(await fetch(request, new AbortController().signal), ''));
        assert.equal(git('log', '-1', '--format=%s', 'origin/main'), 'Word it anew');
        git('remote', 'set-url', 'origin', host.url('forbidden'));
        assert.match((await fetch(request, new AbortController().signal)) ?? '', /error: 403/);
        git('remote', 'set-url', 'origin', host.url('silent'));
        const stop = new AbortController();
        const waiting = fetch(request, stop.signal);
        await eventually(() => assert.equal(host.silent().waiting, 1));
        stop.abort();
        await waiting;
        assert.equal(await signedInFetch(tmpdir())(request, stop.signal), undefined);
      } finally {
        git('remote', 'set-url', 'origin', remote);
        git('config', '--unset', 'http.proxy');
        await host.close();
        rmSync(served, { recursive: true });
      }
    });

    const mergeEditors = (): readonly Tab[] =>
      window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(({ label }) => label.startsWith('Merging: ')));
    // The merge editor may still be on its way when the command that opens it has ended.
    const mergeEditorOpens = (): Promise<void> => eventually(() => assert.equal(mergeEditors().length, 1));
    const leaveMergeEditor = async (): Promise<void> => {
      await mergeEditorOpens();
      await eventually(async () => {
        await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
        assert.equal(mergeEditors().length, 0);
        // What it was about to merge by itself may come only now, in a file that no editor shows.
        await revertEverything();
        assert.ok(!workspace.textDocuments.some(({ isDirty }) => isDirty));
      });
    };

    it('leaves the rest for the merge editor, until it is finished or cancelled', async () => {
      git('checkout', '-q', '-b', 'pm/merge');
      const file = `${feature}/README.md`;
      assert.ok(existsSync(join(root(), file)), file);
      write(file, `${read(file)}\nmine\n`);
      git('commit', '-q', '-a', '-m', 'Mine');
      const before = git('rev-parse', 'HEAD');
      trunk(() => theirs(file, (text) => `${text}\ntheirs\n`), 'Theirs');
      assert.equal(await run('finishLatest'), false);
      assert.equal(await run('getLatest'), true);
      // “Next step” says what to do: a toast would cover the merge editor's button.
      assert.ok(!said.some((each) => each.includes('Both sides')), said.join());
      await mergeEditorOpens();
      assert.equal(await run('finishLatest'), undefined);
      await heard(/The merge editor is still open: .*README\.md/);
      await leaveMergeEditor();
      assert.match(read(file), /^<{7} /m);
      assert.equal(await run('finishLatest'), false);
      await heard(/marks of both sides/);
      assert.equal(await run('openConflict'), undefined);
      await mergeEditorOpens();
      assert.equal(await run('cancelLatest'), true);
      assert.equal(mergeEditors().length, 0);
      assert.equal(git('rev-parse', 'HEAD'), before);
      assert.equal(git('status', '--porcelain'), '');
      said = [];
      assert.equal(await run('openConflict'), undefined);
      await heard(/Nothing is left to settle/);
      assert.equal(await run('getLatest'), true, said.join());
      // VS Code may bring a merge editor once more that was closed while it opened: one is told so, closes it, and finishes again.
      for (let isDone: unknown; isDone !== true;) {
        await leaveMergeEditor();
        write(file, 'both\n');
        isDone = await run('finishLatest');
        if (isDone !== true) await heard(/The merge editor is still open/);
      }
      assert.equal(git('rev-parse', 'HEAD^1'), before);
      assert.equal(read(file), 'both\n');
    });
  });

  it('puts back what was interrupted, once the repository is opened, and says so', async () => {
    git('checkout', '-q', '-b', 'pm/crash');
    const mine = read(catalog).replace('No boards', 'No boards yet');
    write(catalog, mine);
    const repository = await openRepository(root(), { environment: process.env });
    try {
      // The number of a process that is no more.
      const work = openWork(repository, { process: 2 ** 30 });
      const dying = dyingAt(work, ([command]) => command === 'update-ref');
      await assert.rejects(startOver(dying, { base: { ref: 'origin/main', commit: main } }), Killed);
    } finally {
      repository.close();
    }
    const log = window.createOutputChannel('PM Zone resume', { log: true });
    const sessions = openSessions(log);
    const location = await sessions.locate(Uri.file(root()));
    assert.ok(location);
    await location.session.ready();
    const changed = new EventEmitter<undefined>();
    const current = {
      session: () => location.session,
      settled: () => Promise.resolve(location.session),
      onDidChange: changed.event,
    };
    const outcomes = { tell: (said: string) => assert.equal(said, ''), dispose: () => undefined };
    const parts = { log, outcomes, current: { ...current, dispose: () => undefined } };
    const resuming = registerResumeInterruptedWork(parts);
    await heard(/A step had been interrupted \([a-z ]+\)\. All is as it was before it/);
    assert.equal(read(catalog), mine);
    changed.fire(undefined);

    // A git that goes on although what started it has ended: this very process stands for it.
    const note = join(root(), '.git', 'pm-zone', `git-${2 ** 30}-${process.pid}-${Date.now()}`);
    writeFileSync(note, '');
    const busy = registerResumeInterruptedWork(parts, { first: 0, busy: 0 });
    await heard(/Git is still at work on a step that was interrupted\. Wait until it is done, then try again/);
    rmSync(note);
    for (const each of [busy, resuming, changed, sessions, log]) each.dispose();
  });

  it('leaves the sample as it was', () => {
    assert.equal(git('status', '--porcelain'), '');
    assert.equal(git('rev-parse', 'main'), main);
  });
});
