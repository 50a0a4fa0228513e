import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import type { FakePull } from '../hosts/fake-github/fake-github.js';
import type { Fault, FakeRequest } from '../hosts/fake-server.js';
import {
  chooseInDialog,
  dialogText,
  editorText,
  eventually,
  notification,
  pressInToast,
  runCommand,
  screenshot,
  webPageText,
} from '../vscode/workbench.js';
import { token, useLoopbackGithub } from './github-on-loopback.js';
import { gitIn, readme } from './pm-steps.js';

describe('a PM opens the pull request from VS Code', () => {
  const { host, workbench, pm } = useLoopbackGithub();
  const pulls = (): readonly FakePull[] => [...host().github.pulls.values()];
  const onServer = (): string => pm.git('ls-remote', 'origin', 'refs/heads/pm/friendlier-empty-state');
  /** Each request of a kind goes wrong. */
  const fails = (method: string, end: RegExp, fault: Fault | undefined, unheard = true): void => {
    const isIt = (request: FakeRequest): boolean => request.method === method && end.test(request.url.pathname);
    host().github.server.unheard = (request) => unheard && fault !== undefined && isIt(request);
    host().github.server.fault = (_, request) => (fault !== undefined && isIt(request) ? fault : undefined);
  };
  const consents = async (button: 'Allow' | 'Cancel'): Promise<void> => {
    const { page } = workbench();
    const words = await dialogText(page);
    assert.match(words, /PM Zone.* wants to sign in using GitHub Enterprise/);
    assert.match(words, /PM Zone opens your pull request with it.*It goes to 127\.0\.0\.1:\d+ and nowhere else/);
    if (button === 'Allow') await page.keyboard.press('Enter');
    else await chooseInDialog(page, button);
    await page.locator('.monaco-dialog-box').waitFor({ state: 'hidden' });
  };

  /** The toast with these words; else what the toasts say. */
  const told = async (words: RegExp): Promise<Locator> => {
    await eventually(async () => assert.match((await pm.toasts()).join('\n'), words));
    return notification(workbench().page, words);
  };

  it('reads it without any marks, and writes a word of their own', async () => {
    const { page } = workbench();
    await pm.openPmZone();
    await pm.nextStep(/Open the pull request|review/i);
    await runCommand(page, 'PM Zone: Open Pull Request…');
    await told(/This is what your engineering DRI will read/);
    const text = await editorText(page);
    assert.match(text, /# A friendlier empty state/);
    assert.doesNotMatch(text, /pm-zone:/);
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('A word of my own.\n');
    await page.keyboard.press('Control+Home');
    await screenshot(page, 'open-draft');
  });

  it('is told what to do where they do not sign in, and loses nothing', async () => {
    const { page } = workbench();
    await runCommand(page, 'PM Zone: Open It on GitHub');
    await page.locator('.monaco-dialog-box').waitFor();
    await screenshot(page, 'open-sign-in');
    await consents('Cancel');
    const toast = await told(/You are not signed in to 127\.0\.0\.1:\d+, so PM Zone did not open/);
    await screenshot(page, 'open-not-signed-in');
    assert.deepEqual([pulls(), onServer(), host().asked()], [[], '', '']);
    // Broken off on the page of the server.
    await pressInToast(page, toast, 'Sign In');
    await consents('Allow');
    await told(/You are not signed in/);
    assert.match(host().asked(), /^(?:read:org repo\n)+$/);
  });

  it('reads one sentence where GitHub refuses, the connection is cut, or they stop it', async () => {
    const { page } = workbench();
    host().signsIn('ghp_anOldOneThatWasTakenBack0');
    await pm.answer(/You are not signed in/, 'Sign In');
    await consents('Allow');
    const refused = await told(/GitHub does not take your sign-in\. Sign in again\./);
    await screenshot(page, 'open-unauthorized');
    host().signsIn(token);
    fails('POST', /\/pulls$/, () => ({ status: 403, body: { message: 'Resource not accessible' } }));
    await pressInToast(page, refused, 'Sign In Again');
    await page.locator('.monaco-dialog-box').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.monaco-dialog-box').waitFor({ state: 'hidden' });
    const forbidden = await told(/GitHub does not let your sign-in do this here\. Ask your engineering DRI/);
    await screenshot(page, 'open-forbidden');
    fails('POST', /\/pulls$/, (_, response) => void response.destroy());
    await pressInToast(page, forbidden, 'Try Again');
    const cut = await told(/nobody knows yet whether the pull request was opened\. When you choose “Open/);
    assert.deepEqual(pulls(), []);
    fails('GET', /\/pulls$/, () => undefined);
    await pressInToast(page, cut, 'Try Again');
    const progress = await told(/Opening the pull request: Looking for an open pull request/);
    await screenshot(page, 'open-progress');
    await pressInToast(page, progress, 'Cancel');
    await told(/Stopped\. What was done stays/);
    assert.deepEqual(pulls(), []);
    assert.match(await editorText(page), /# A friendlier empty state/);
  });

  it('opens it with two commands, and reads what happens next', async () => {
    const { page } = workbench();
    fails('GET', /$/, undefined);
    await pm.nextStep(
      /is drafted here\. Read it and change what you like, then open it: nothing of the draft is sent before/,
    );
    await pm.press('Open It on GitHub');
    await told(/Pull request \d+ is open\. Next: it waits for its reviews \(asked: @erin-okafor/);
    await screenshot(page, 'open-done');
    const [pull, ...more] = pulls();
    assert.ok(pull !== undefined && more.length === 0);
    assert.deepEqual(
      [pull.title, pull.draft, pull.head.ref],
      ['A friendlier empty state', false, 'pm/friendlier-empty-state'],
    );
    assert.match(
      pull.body,
      /^## What and why\n\n<!-- pm-zone:begin summary -->[^]*<!-- pm-zone:end main \w+ -->\n+A word of my own\.\n$/,
    );
    assert.ok(pull.labels.includes('pm-authored') && pull.labels.includes('zone:copy'), pull.labels.join());
    assert.deepEqual(pull.requested, { people: ['erin-okafor', 'paul-adeyemi'], teams: ['growth'] });
    assert.match(onServer(), new RegExp(`^${pm.git('rev-parse', 'HEAD')}\t`));
    await page.locator('.tab', { hasText: 'Untitled' }).waitFor({ state: 'detached' });
    await pm.nextStep(/Your pull request is open, and waits for others/);
    await pm.findLine(/Pull request\s*\d+ is open/);
  });

  it('finds it again: in the sidebar, on the page of the change, and on its own page', async () => {
    const { page } = workbench();
    const [pull] = pulls();
    const address = `${host().github.server.url}/harbor/boards/pull/${String(pull?.number)}`;
    await runCommand(page, 'PM Zone: Show the Page of My Change');
    await eventually(async () => assert.ok((await webPageText(page)).includes(address)));
    await screenshot(page, 'open-change-page');
    await page.context().route(`${host().github.server.url}/**`, (route) => route.fulfill({ body: 'The host' }));
    const popup = page.context().waitForEvent('page');
    await runCommand(page, 'PM Zone: Show My Pull Request');
    const shown = await popup;
    await eventually(() => assert.ok(shown.url().endsWith('/harbor/boards/pull/' + String(pull?.number)), shown.url()));
    await shown.close();
  });

  it('asks who reviewed it, and sees it in the sidebar', async () => {
    const { page } = workbench();
    const [pull] = pulls();
    assert.ok(pull);
    const erin = host().github.users.get('erin-okafor') ?? null;
    pull.requested.people = ['paul-adeyemi'];
    pull.reviews.push({
      id: 1,
      user: erin,
      state: 'CHANGES_REQUESTED',
      body: 'Shorter, please.',
      commit_id: pull.head.sha,
    });
    const path = 'src/features/onboarding/i18n/de.json';
    pull.comments = [{ user: erin, path, line: 3, body: 'Too long for a small screen' }];
    const job = host().github.addUser('github-actions[bot]', 'Bot');
    const status = { state: 'pending', context: 'pm-zone (main)', description: 'Waits for @paul-adeyemi: 1 item' };
    host().github.statuses.set(pull.head.sha, [{ id: 1, ...status, target_url: null, creator: job }]);
    await pm.line('Ask who reviewed it').click();
    await pm.findLine(/@erin-okafor\s*asks for changes/);
    await pm.findLine(/@paul-adeyemi\s*still to review it/);
    await pm.findLine(/The gate\s*waits for people/);
    await pm.findLine(/Approvals missing\s*engineering DRI, product DRI/);
    await pm.nextStep(/Your pull request waits for you/);
    await screenshot(page, 'open-reviews');
    await pm.line('Too long for a small screen').click();
    await page.locator('.statusbar-item', { hasText: 'Ln 3' }).waitFor();
    await page.locator('.tab.active', { hasText: 'de.json' }).waitFor();
    await pm.findLine(/Ask again who reviewed it/);
  });

  it('renews it after the next commit, leaves it the draft that an engineer made of it, and makes it ready where the PM says so', async () => {
    const { page, sample } = workbench();
    const [pull] = pulls();
    assert.ok(pull);
    pull.body = `Mind the German!\r\n\r\n${pull.body}`;
    pull.draft = true;
    appendFileSync(join(sample.root, readme), '\nThe empty page says what a board is for.\n');
    pm.git('commit', '-q', '--all', '-m', 'Say so in the docs');
    await runCommand(page, 'PM Zone: Review My Change');
    await pm.confirmOnPage();
    await pm.openPmZone();
    await pm.nextStep(/your latest commits are not in it yet/);
    await screenshot(page, 'open-renew');
    await pm.press('Renew My Pull Request');
    const toast = await told(/was open already, and is renewed, as a draft\. Next: it is a draft there/);
    await screenshot(page, 'open-renewed');
    assert.deepEqual([pulls().length, pull.draft], [1, true]);
    assert.match(pull.body, /^Mind the German!\r\n\r\n## What and why[^]*README\.md[^]*A word of my own\.\n$/);
    assert.match(onServer(), new RegExp(`^${pm.git('rev-parse', 'HEAD')}\t`));
    await pm.nextStep(/Your pull request is a draft, and its review is ready/);
    await pressInToast(page, toast, 'Make It Ready for Review');
    await told(/Pull request \d+ was open already.*it waits for its reviews/);
    assert.equal(pull.draft, false);
    await pm.nextStep(/Your pull request is open, and waits for others/);
  });

  it('reads that it is approved once nothing is missing for it', async () => {
    const { page } = workbench();
    const [pull] = pulls();
    assert.ok(pull);
    const { sha } = pull.head;
    pull.requested = { people: [], teams: [] };
    for (const login of ['erin-okafor', 'paul-adeyemi'])
      pull.reviews.push({
        id: pull.reviews.length + 1,
        user: host().github.users.get(login) ?? null,
        state: 'APPROVED',
        body: '',
        commit_id: sha,
      });
    const creator = host().github.addUser('github-actions[bot]', 'Bot');
    const status = { state: 'success', context: 'pm-zone (main)', description: 'Approved by both' };
    host().github.statuses.set(sha, [{ id: 2, ...status, target_url: null, creator }]);
    await runCommand(page, 'PM Zone: Ask Who Reviewed My Pull Request');
    await pm.nextStep(/Your pull request is approved\. An engineer merges it/);
    await screenshot(page, 'open-approved');
  });

  it('gets what an engineer committed to the branch, where it cannot be sent without that', async () => {
    const { page, sample } = workbench();
    const clone = mkdtempSync(join(sample.folder, 'engineer-'));
    const there = (...args: readonly string[]): string => gitIn(sample, clone, ...args);
    there('clone', '-q', '-b', 'pm/friendlier-empty-state', sample.origin, '.');
    appendFileSync(join(clone, readme), '\nAn engineer helped with this.\n');
    there('-c', 'user.name=Erin', '-c', 'user.email=erin@harbor.example', 'commit', '-q', '--all', '-m', 'Help');
    there('push', '-q', 'origin', 'HEAD');
    const path = 'src/features/onboarding/i18n/de.json';
    writeFileSync(pm.place(path), pm.saved(path).replace('Fang mit einem', 'Beginne mit einem'));
    pm.git('commit', '-q', '--all', '-m', 'Say begin');
    await runCommand(page, 'PM Zone: Review My Change');
    await pm.confirmOnPage();
    await runCommand(page, 'PM Zone: Open Pull Request…');
    await told(
      /the server has commits on it that you do not have here\. Choose “Get the Latest”, which brings them in/,
    );
    await screenshot(page, 'open-behind');
    await runCommand(page, 'PM Zone: Get the Latest');
    await notification(page, /What others committed to “origin\/pm\/friendlier-empty-state” is in your change now/);
    assert.match(pm.saved(readme), /An engineer helped/);
    await runCommand(page, 'PM Zone: Review My Change');
    await pm.confirmOnPage();
    await runCommand(page, 'PM Zone: Open Pull Request…');
    await told(/was open already, and is renewed/);
    assert.match(onServer(), new RegExp(`^${pm.git('rev-parse', 'HEAD')}\t`));
  });

  it('is told where the branch of everybody got another name meanwhile, before anything is sent', async () => {
    const { page, sample } = workbench();
    gitIn(sample, sample.origin, 'branch', '-m', 'main', 'trunk');
    await runCommand(page, 'PM Zone: Open Pull Request…');
    await told(/has no branch “main” any more/);
    await pm.nextStep(/The server no longer has the branch that everybody works from/);
    await screenshot(page, 'open-base-gone');
    gitIn(sample, sample.origin, 'branch', '-m', 'trunk', 'main');
    await pm.follow('get the latest');
    await pm.nextStep(/Your pull request is open/);
  });

  it('is asked to get the latest where others changed the same on main meanwhile', async () => {
    const { page, sample } = workbench();
    const clone = mkdtempSync(join(sample.folder, 'engineer-'));
    const there = (...args: readonly string[]): string => gitIn(sample, clone, ...args);
    there('clone', '-q', '-b', 'main', sample.origin, '.');
    appendFileSync(join(clone, readme), '\nAn engineer wrote this meanwhile.\n');
    there('-c', 'user.name=Erin', '-c', 'user.email=erin@example.com', 'commit', '-q', '--all', '-m', 'Say more');
    there('push', '-q', 'origin', 'main');
    await runCommand(page, 'PM Zone: Open Pull Request…');
    assert.match(
      await dialogText(page),
      /Others changed on “main” what you changed: .*README\.md\. Get the latest first/,
    );
    await screenshot(page, 'open-main-moved');
    await chooseInDialog(page, 'Cancel');
    assert.doesNotMatch((await pm.toasts()).join('\n'), /Renewing/);
  });

  it('is told where it was closed without being merged, with the ways on', async () => {
    const { page } = workbench();
    const [pull] = pulls();
    assert.ok(pull);
    pull.state = 'closed';
    await runCommand(page, 'PM Zone: Ask Who Reviewed My Pull Request');
    const toast = await told(/was closed there without being merged/);
    await toast.getByRole('button', { name: 'Show Its Page' }).waitFor();
    await pm.nextStep(/was closed without being merged\. Its page says why/);
    await pm.findLine(/Pull request\s*was closed/);
    await screenshot(page, 'open-closed');
  });
});
