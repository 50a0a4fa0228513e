import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { gitIn, pmSteps, savesManually } from './pm-steps.js';
import { useWorkbench } from '../vscode/use-workbench.js';
import {
  chooseFromQuickPick,
  chooseInDialog,
  dialogText,
  eventually,
  notification,
  openSidebar,
  runCommand,
  screenshot,
  treeRow,
  typeInQuickInput,
  view,
} from '../vscode/workbench.js';

describe('a computer without git', () => {
  let programs = '';
  let git = '';
  const workbench = useWorkbench({
    prepare: ({ folder, environment }) => {
      programs = join(folder, 'programs');
      mkdirSync(programs);
      for (const place of (environment['PATH'] ?? '').split(delimiter).filter((each) => existsSync(each))) {
        for (const name of readdirSync(place)) {
          if (name === 'git') git ||= join(place, name);
          else if (!existsSync(join(programs, name))) symlinkSync(join(place, name), join(programs, name));
        }
      }
      environment['PATH'] = programs;
      // As from a terminal: else VS Code takes the path that a login shell has.
      environment['VSCODE_CLI'] = '1';
      return undefined;
    },
  });

  it('is told of in one sentence with its next step, and all is well once git is there', async () => {
    const { page } = workbench();
    await openSidebar(page, 'PM Zone');
    const next = view(page, 'Next Step');
    await next.getByRole('button', { name: 'Try Again' }).waitFor();
    assert.match(await next.innerText(), /Git was not found on this computer/);
    await screenshot(page, 'git-missing');
    symlinkSync(git, join(programs, 'git'));
    // A change that VS Code sees meanwhile has the repository read as well; then there is nothing to try any more.
    const feature = treeRow(page, 'My Zone', 'onboarding');
    await eventually(async () => {
      if (await feature.isVisible()) return;
      await next.getByRole('button', { name: 'Try Again' }).click({ timeout: 2000 });
      await feature.waitFor({ timeout: 5000 });
    });
  });
});

describe('a rebase that was begun at a terminal and left', () => {
  const path = 'src/features/onboarding/i18n/en.json';
  const workbench = useWorkbench({ settings: savesManually });
  const pm = pmSteps(workbench);

  it('is said in the next step, and taken back from there', async () => {
    const { page } = workbench();
    await pm.openPmZone();
    pm.git('switch', '-q', '-c', 'pm/words');
    writeFileSync(pm.place(path), pm.saved(path).replace('Create a board', 'Make a board'));
    pm.git('commit', '-q', '--all', '--no-verify', '-m', 'Make it');
    pm.othersCommit({ [path]: (text) => text.replace('Create a board', 'Begin a board') }, 'Begin it');
    pm.git('fetch', '-q');
    assert.throws(() => pm.git('rebase', '-q', 'origin/main'));
    await pm.nextStep(/Something begun outside PM Zone, such as a rebase, stopped at files that both sides changed/);
    await pm.findLine('en.json');
    await screenshot(page, 'git-rebase-left');
    writeFileSync(pm.place('README.md'), 'Written in the middle of it.\n');
    await pm.follow('take a rebase back');
    await pm.agree(/take the rebase back, and go on as before it/, 'Take It Back');
    await notification(page, /The rebase is taken back.*“Bring Back…” has what was in the files/);
    await screenshot(page, 'git-rebase-back');
    await eventually(() => assert.match(pm.git('status', '-sb'), /^## pm\/words$/));
    await pm.nextStep(/planning doc/);
  });
});

describe('a commit that was checked out at a terminal', () => {
  const path = 'src/features/onboarding/i18n/en.json';
  const workbench = useWorkbench({ settings: savesManually });
  const pm = pmSteps(workbench);

  it('is said in the next step, and what was committed there gets a branch', async () => {
    const { page } = workbench();
    await pm.openPmZone();
    pm.git('checkout', '-q', '--detach');
    await pm.nextStep(/No branch is open here, only a single commit/);
    writeFileSync(pm.place(path), pm.saved(path).replace('Create a board', 'Make a board'));
    pm.git('commit', '-q', '--all', '--no-verify', '-m', 'Make it');
    const made = pm.git('rev-parse', 'HEAD');
    await screenshot(page, 'git-no-branch');
    await pm.press('Make a Branch');
    await typeInQuickInput(page, 'Make it');
    await page.keyboard.press('Enter');
    await eventually(() =>
      assert.deepEqual([pm.git('branch', '--show-current'), pm.git('rev-parse', 'HEAD')], ['pm/make-it', made]),
    );
    await pm.nextStep(/planning doc/);
  });
});

describe('a branch of everybody that got another name on the server', () => {
  const workbench = useWorkbench({ settings: savesManually });
  const pm = pmSteps(workbench);

  it('is said once somebody asks for it, with whom to ask', async () => {
    const { page, sample } = workbench();
    await pm.openPmZone();
    await pm.nextStep(/Nothing is changed yet/);
    gitIn(sample, sample.origin, 'branch', '-m', 'main', 'trunk');
    await runCommand(page, 'PM Zone: Get the Latest');
    await notification(page, /has no branch “main” any more/);
    await pm.nextStep(/The server no longer has the branch that everybody works from/);
    await screenshot(page, 'git-base-gone');
    await pm.press('Copy a Message to an Engineer');
    await eventually(async () =>
      assert.match(
        await page.evaluate<string>('navigator.clipboard.readText()'),
        /no longer has the branch “origin\/main” of boards/,
      ),
    );
    gitIn(sample, sample.origin, 'branch', '-m', 'trunk', 'main');
    await pm.follow('get the latest');
    await pm.nextStep(/Nothing is changed yet/);
  });
});

describe('a server that refuses a change', () => {
  const path = 'src/features/onboarding/README.md';
  const workbench = useWorkbench({ settings: savesManually });
  const pm = pmSteps(workbench);
  const refuse = (sentence: string): void => {
    const hooks = join(workbench().sample.origin, 'hooks');
    mkdirSync(hooks, { recursive: true });
    const lines = [
      '#!/bin/sh',
      'while read old new ref; do',
      `  test "$ref" = refs/heads/pm/words && echo "${sentence}" >&2 && exit 1`,
      'done',
      'exit 0',
    ];
    writeFileSync(join(hooks, 'pre-receive'), `${lines.join('\n')}\n`, { mode: 0o755 });
  };

  it('has a button for the way on: a message for a rule, and a branch for one that is protected', async () => {
    const { page, sample } = workbench();
    await pm.openPmZone();
    pm.git('switch', '-q', '-c', 'pm/words');
    writeFileSync(pm.place(path), '# Onboarding, in short\n');
    pm.git('commit', '-q', '--all', '--no-verify', '-m', 'Say it in short');
    const made = pm.git('rev-parse', 'HEAD');
    refuse('Commits need a ticket');
    await runCommand(page, 'PM Zone: Share My Change');
    await notification(page, /a rule of the server refused it.*It said: Commits need a ticket/);
    await screenshot(page, 'git-push-refused');
    await pm.answer(/a rule of the server refused it/, 'Copy a Message to an Engineer');
    await eventually(async () =>
      assert.match(
        await page.evaluate<string>('navigator.clipboard.readText()'),
        /^Hi! The server does not take my change.*\nBranch: pm\/words\nThe server said: Commits need a ticket/,
      ),
    );
    refuse('GH006: Protected branch update failed');
    await runCommand(page, 'PM Zone: Share My Change');
    await pm.answer(/it is protected on the server/, 'Give My Change a Branch of Its Own');
    await typeInQuickInput(page, 'Other words');
    await page.keyboard.press('Enter');
    await notification(page, /Your change is shared/);
    assert.equal(gitIn(sample, sample.origin, 'rev-parse', 'pm/other-words'), made);
    assert.equal(pm.git('rev-parse', 'pm/words'), made);
  });
});

describe('a merge that was begun at a terminal and left, with a file that somebody took away', () => {
  const path = 'src/features/onboarding/README.md';
  const workbench = useWorkbench({ settings: savesManually });
  const pm = pmSteps(workbench);

  it('asks whether the file stays, and is finished', async () => {
    const { page, sample } = workbench();
    await pm.openPmZone();
    pm.git('switch', '-q', '-c', 'pm/words');
    writeFileSync(pm.place(path), '# Onboarding, in short\n');
    pm.git('commit', '-q', '--all', '--no-verify', '-m', 'Say it in short');
    const theirs = join(sample.folder, 'theirs');
    gitIn(sample, sample.folder, 'clone', '-q', sample.origin, theirs);
    gitIn(sample, theirs, 'rm', '-q', path);
    gitIn(sample, theirs, '-c', 'user.name=E', '-c', 'user.email=e@example.com', 'commit', '-qm', 'Take it away');
    gitIn(sample, theirs, 'push', '-q', 'origin', 'HEAD');
    pm.git('fetch', '-q');
    assert.throws(() => pm.git('merge', '-q', 'origin/main'));
    await pm.nextStep(/You and somebody else changed/);
    await pm.press('Open the Next File');
    await page.locator('.quick-input-widget', { hasText: 'as somebody else took it away' }).waitFor();
    await screenshot(page, 'git-merge-taken-away');
    await chooseFromQuickPick(page, 'Keep the File');
    await pm.nextStep(/All is settled/);
    await pm.press('Finish');
    await eventually(() => assert.equal(pm.git('log', '-1', '--format=%P').split(' ').length, 2));
    assert.equal(pm.saved(path), '# Onboarding, in short\n');
    assert.equal(pm.git('status', '--porcelain'), '');
  });
});

describe('a repository that belongs to somebody else', () => {
  const workbench = useWorkbench({
    prepare: ({ environment }) => {
      environment['GIT_TEST_ASSUME_DIFFERENT_OWNER'] = '1';
      return undefined;
    },
  });

  it('is not read until the PM tells git to trust it, by a command that is offered', async () => {
    const { page, sample } = workbench();
    await openSidebar(page, 'PM Zone');
    const next = view(page, 'Next Step');
    await next.getByRole('button', { name: 'Show and Copy the Command' }).click();
    assert.match(await dialogText(page), /PM Zone never runs this itself/);
    await screenshot(page, 'git-refuses');
    await chooseInDialog(page, 'Copy the Command');
    let command = '';
    await eventually(async () => {
      command = await page.evaluate<string>('navigator.clipboard.readText()');
      assert.match(command, /^git config --global --add safe\.directory /);
    });
    execFileSync('/bin/sh', ['-c', command], { env: sample.environment, cwd: sample.folder });
    // A change that VS Code sees meanwhile has the repository read as well; then there is nothing to try any more.
    const feature = treeRow(page, 'My Zone', 'onboarding');
    await eventually(async () => {
      if (await feature.isVisible()) return;
      await next.getByRole('button', { name: 'Try Again' }).click({ timeout: 2000 });
      await feature.waitFor({ timeout: 5000 });
    });
    await eventually(async () => assert.doesNotMatch(await next.innerText(), /refuses/));
  });
});
