import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { eventually, notification, openSidebar, runCommand, screenshot } from '../vscode/workbench.js';
import { token, useLoopbackGithub } from './github-on-loopback.js';
import { readme } from './pm-steps.js';

describe('a PM opens a pull request before everything is ready for it', () => {
  const { host, workbench, pm } = useLoopbackGithub('uncommitted, on main');

  it('is offered to commit, and a branch, and goes on from there', async () => {
    const { page } = workbench();
    await openSidebar(page, 'PM Zone');
    await runCommand(page, 'PM Zone: Open Pull Request…');
    await pm.agree(
      /3 files are not committed yet, and a pull request holds only what is committed/,
      'Review and Commit',
    );
    await pm.agree(/“main” is the branch that everybody works from/, 'Give It a Branch');
    await page.locator('.quick-input-title', { hasText: 'Review and commit' }).waitFor();
    await page.keyboard.press('Enter');
    await notification(page, /The review is not ready yet, so this opens as a draft.*to confirm/);
    await screenshot(page, 'unready-draft');
    assert.equal(pm.git('branch', '--show-current'), 'pm/a-friendlier-empty-state');
    assert.equal(pm.git('status', '--porcelain'), '');
  });

  it('opens a draft, which asks the engineer alone', async () => {
    const { page } = workbench();
    host().signsIn(token);
    await pm.answer(/opens as a draft/, 'Open a Draft');
    await pm.agree(/wants to sign in using GitHub Enterprise/, 'Allow');
    await notification(
      page,
      /Pull request \d+ is open, as a draft\..*Next: work on it together.*asked: @erin-okafor\)/,
    );
    await screenshot(page, 'unready-open');
    const [pull] = [...host().github.pulls.values()];
    assert.deepEqual([pull?.draft, pull?.requested], [true, { people: ['erin-okafor'], teams: [] }]);
  });

  it('is told what to fix where it is renewed before it is ready, and is told when it no longer is open', async () => {
    const { page } = workbench();
    await runCommand(page, 'PM Zone: Open Pull Request…');
    await notification(page, /The review is not ready, so nothing was shared or opened\. Fix what is listed/);
    await screenshot(page, 'unready-renew');
    for (const pull of host().github.pulls.values()) pull.state = 'closed';
    await pm.answer(/The review is not ready/, 'Make It a Draft');
    await notification(page, /was closed on GitHub without being merged, with exactly these commits/);
    await screenshot(page, 'unready-closed');
    appendFileSync(pm.place(readme), 'Boards come first.\n');
    pm.git('commit', '-q', '--all', '-m', 'Say so in the docs');
    await runCommand(page, 'PM Zone: Open Pull Request…');
    await pm.answer(/The review is not ready/, 'Make It a Draft');
    await notification(
      page,
      /There is no open pull request of this branch to renew\. Choose “Open Pull Request” again/,
    );
    await runCommand(page, 'PM Zone: Open Pull Request…');
    await eventually(() => page.locator('.tab.active', { hasText: 'Untitled' }).waitFor());
  });
});
