import assert from 'node:assert/strict';
import { useWorkbench } from '../vscode/use-workbench.js';
import {
  chooseFromQuickPick,
  editorText,
  eventually,
  notification,
  problemRows,
  runCommand,
  screenshot,
  typeInQuickInput,
  view,
} from '../vscode/workbench.js';
import { catalog, pmSteps, planningDoc, savesManually } from './pm-steps.js';

const branch = 'pm/a-friendlier-empty-state';

describe('story 4: a plan is sent for approval, then the work is done', () => {
  const workbench = useWorkbench({ settings: savesManually });
  const pm = pmSteps(workbench);

  it('the PM answers a few questions, and has a plan on a branch of its own', async () => {
    const { page } = workbench();
    await pm.openPmZone();
    await pm.nextStep(/Nothing is changed yet/);
    await view(page, 'Next Step').getByText('start a planning doc').click();
    await typeInQuickInput(page, 'A friendlier empty state');
    await page.keyboard.press('Enter');
    await chooseFromQuickPick(page, 'Words');
    await chooseFromQuickPick(page, 'friendlier-empty-state');
    await pm.isAt('PLANNING.md');
    await notification(page, /You are at “pm\/a-friendlier-empty-state” now/);
    assert.deepEqual(await pm.toasts(), []);
    await pm.nextStep(/Something is still missing in your planning doc/);
    await screenshot(page, 'plan-begun');
    assert.equal(pm.git('branch', '--show-current'), branch);
    assert.equal(pm.git('status', '--porcelain'), `?? ${planningDoc}`);
  });

  it('goes through it with Tab, and is told what is left out', async () => {
    const { page } = workbench();
    const missing = async (): Promise<string> => (await problemRows(page)).join('\n');
    await page.locator('.statusbar-item', { hasText: /selected\)/ }).waitFor();
    for (const words of [
      'none',
      '2026-12-15',
      'Someone without boards reads what to do first instead of what is missing.',
      'say what to do first',
      'first boards made on the first day rise',
      '10 %',
      'six of nine people took the empty page for an error',
      '', // it is not known yet when to turn it off
      'one sentence in three languages (`src/features/onboarding/i18n`)',
      'the welcome tour, invitations',
    ]) {
      if (words !== '') await page.keyboard.type(words);
      await page.keyboard.press('Tab');
    }
    await screenshot(page, 'plan-filled');
    await pm.save(planningDoc, /- \*\*Out:\*\* the welcome tour, invitations\n/);
    assert.match(
      pm.saved(planningDoc),
      /If we say what to do first, then first boards .* rise by 10 %, because six of/,
    );
    await eventually(async () => {
      assert.match(await missing(), /Kill condition/);
      assert.doesNotMatch(await missing(), /TL;DR|hypothesis|Scope/i);
    });
    await pm.line(/^Kill condition/).waitFor();
    await screenshot(page, 'plan-missing');
    // “Next step” opens it with what is missing selected.
    await pm.press('Open My Planning Doc');
    await page.locator('.statusbar-item', { hasText: /selected\)/ }).waitFor();
    await page.keyboard.type('Turn it off if fewer than 30 % of new people make a board on their first day.');
    await pm.save(planningDoc, /fewer than 30 %/);
    await pm.nextStep(/Your planning doc is complete/);
    await screenshot(page, 'plan-complete');
  });

  it('commits it, shares it, and sends it for approval on the host’s own page', async () => {
    const { page } = workbench();
    await pm.press('Review and Commit');
    await page.locator('.quick-input-title', { hasText: 'Review and commit' }).waitFor();
    await page.keyboard.press('Enter');
    await notification(page, /Committed: /);
    await pm.nextStep(/ready to be approved/);
    pm.git('config', 'remote.origin.pushurl', 'http://127.0.0.1:9/boards.git');
    await runCommand(page, 'PM Zone: Share My Change');
    await notification(page, /could not be shared: the server could not be reached.*choose “Share My Change” again/);
    assert.equal(await page.locator('.monaco-dialog-box').count(), 0);
    await screenshot(page, 'plan-offline');
    pm.git('config', '--unset', 'remote.origin.pushurl');
    await runCommand(page, 'PM Zone: Share My Change');
    await eventually(() => assert.equal(pm.git('rev-parse', `origin/${branch}`), pm.git('rev-parse', 'HEAD')));
    await screenshot(page, 'plan-shared');
    await pm.press('Send It for Approval');
    await page.locator('.monaco-dialog-box', { hasText: 'In Review' }).waitFor();
    await screenshot(page, 'plan-in-review');
    const [before, shared] = [pm.git('rev-parse', 'HEAD'), `origin/${branch}`];
    await pm.agree(
      /Status is “Draft”.*commits it as “A friendlier empty state: ask for approval”, and shares/s,
      'Set It to In Review',
    );
    await notification(page, /what your engineering DRI will read|opens as a draft/);
    assert.match(await editorText(page), /# A friendlier empty state/);
    await screenshot(page, 'plan-draft');
    assert.match(pm.saved(planningDoc), /\*\*Status:\*\* In Review/);
    assert.equal(pm.git('log', '-1', '--format=%P %s'), `${before} A friendlier empty state: ask for approval`);
    assert.equal(pm.git('rev-parse', shared), pm.git('rev-parse', 'HEAD'));
    await pm.line(/Plan.*In Review/).waitFor();
    await page.context().route('https://github.com/**', (route) => route.fulfill({ body: 'The host' }));
    const popup = page.context().waitForEvent('page');
    await pm.answer(/what your engineering DRI will read|opens as a draft/, 'Continue in the Browser');
    await page.locator('.monaco-dialog-box .monaco-button', { hasText: /^Open$/ }).click();
    const host = await popup;
    await host.waitForURL(/^https:\/\/github\.com\//);
    assert.match(host.url(), /\/boards\/compare\/main\.\.\.pm\/a-friendlier-empty-state\?expand=1&title=/);
    await host.close();
    await notification(page, /Ask these people to review it: .*@erin-okafor/);
    await pm.nextStep(/The page that sends your plan for approval was opened/);
    await page.locator('.tab', { hasText: 'Untitled' }).waitFor({ state: 'detached' });
    await screenshot(page, 'plan-sent');
  });

  it('gets the latest once it is approved, and does the work', async () => {
    const { page } = workbench();
    pm.othersCommit(
      { [planningDoc]: (text) => text.replace('**Status:** In Review', '**Status:** Approved') },
      'Approve the plan',
      branch,
    );
    await pm.press('Get the Latest');
    await notification(
      page,
      /The latest of origin\/main is in your change now\. Your plan .* is as it was merged there/,
    );
    await pm.nextStep(/Nothing is changed yet/);
    await screenshot(page, 'plan-approved');
    assert.match(pm.saved(planningDoc), /\*\*Status:\*\* Approved/);
    await pm.rewordsEmptyState('Not Now');
    await pm.line(/Plan.*Approved/).waitFor();
    // A save reviews by itself.
    await pm.nextStep(/only you can confirm/);
    await screenshot(page, 'plan-review');
    await pm.press('Show Them');
    await pm.confirmAll();
    await screenshot(page, 'plan-confirmed');
    await pm.nextStep(/Commit it/);
    await pm.press('Review and Commit');
    await page.locator('.quick-input-title', { hasText: 'Review and commit' }).waitFor();
    await page.keyboard.press('Enter');
    await notification(page, /Committed: .*Your confirmation is saved with your change\./);
    await pm.nextStep(/Share your change|Open the pull request/);
    await screenshot(page, 'plan-end');
    assert.equal(pm.git('branch', '--show-current'), branch);
    assert.match(pm.git('log', '-1', '--format=%B'), /^PM-Zone-Confirms: [a-z-]+ v1:/m);
    assert.equal(pm.git('show', '--name-only', '--format=', 'HEAD'), '');
    assert.equal(pm.git('show', '--name-only', '--format=', 'HEAD^'), catalog);
    assert.equal(pm.git('diff', '--name-only', 'origin/main', 'HEAD'), catalog);
    assert.equal(pm.git('status', '--porcelain'), '');
  });

  it('finds the ticks of what was done when the walkthrough opens only now', async () => {
    const { page } = workbench();
    await runCommand(page, 'Welcome: Open Walkthrough...');
    await chooseFromQuickPick(page, 'PM Zone');
    for (const step of ['tools', 'plan', 'sign-off', 'word']) {
      await page.locator(`.getting-started-step [aria-checked="true"][data-done-step-id$="#${step}"]`).waitFor();
    }
    await screenshot(page, 'plan-week-one');
  });
});
