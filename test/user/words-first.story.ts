import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { useWorkbench } from '../vscode/use-workbench.js';
import {
  chooseFromQuickPick,
  editorText,
  eventually,
  notification,
  quickPickRows,
  runCommand,
  screenshot,
  typeInQuickInput,
  webPageText,
} from '../vscode/workbench.js';
import { catalog, pmSteps, planningDoc, savesManually } from './pm-steps.js';

const branch = 'pm/a-friendlier-empty-state';

/** What the questions of the plan are answered with, field by field. */
const answers = [
  'none',
  '2026-12-15',
  'Someone without boards reads what to do first. It is asked for each week.',
  'say what to do first',
  'first boards made on the first day rise',
  '10 %',
  'six of nine people took the empty page for an error',
  'Turn it off if fewer than 30 % of new people make a board on their first day.',
  'the welcome tour, invitations',
];

describe('story 9: the PM begins with the words, and the plan still comes first', () => {
  const workbench = useWorkbench({ settings: savesManually });
  const pm = pmSteps(workbench);
  const enter = async (title: string): Promise<void> => {
    const { page } = workbench();
    await page.locator('.quick-input-title', { hasText: title }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-title', { hasText: title }).waitFor({ state: 'hidden' });
  };
  const toastsSay = async (words: RegExp): Promise<void> => {
    await notification(workbench().page, words);
  };

  it('finds the words on the screen, changes them, and is asked for a plan', async () => {
    await pm.openPmZone();
    await pm.nextStep(/Nothing is changed yet/);
    await pm.rewordsEmptyState('Not Now');
    await pm.nextStep(/no planning doc yet/);
  });

  it('is held where the product’s own button would commit them without a plan, and led to it', async () => {
    const { page } = workbench();
    await pm.pressInTitle('Review and Commit…');
    await pm.agree(/“main” is the branch that everybody works from/, 'Give It a Branch');
    await typeInQuickInput(page, 'A friendlier “empty” state');
    await page.keyboard.press('Enter');
    await page.locator('.monaco-dialog-box', { hasText: 'The plan comes first' }).waitFor();
    await screenshot(page, 'words-first-held');
    await pm.agree(
      /The plan comes first, and your change has none yet\..*Nothing is committed now/s,
      'Start a Planning Doc',
    );
    assert.equal(pm.git('rev-parse', 'HEAD'), pm.git('rev-parse', 'origin/main'));
  });

  it('finds what is known in the questions and in the plan', async () => {
    const { page } = workbench();
    await page.locator('.quick-input-title', { hasText: 'Start a planning doc' }).waitFor();
    await eventually(async () =>
      assert.equal(await page.locator('.quick-input-widget input').inputValue(), 'A friendlier “empty” state'),
    );
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget input[placeholder*="What do you change"]').waitFor();
    assert.match((await quickPickRows(page))[0] ?? '', /Words.*as your change is so far/);
    await screenshot(page, 'words-first-level');
    await chooseFromQuickPick(page, 'Words');
    await page.locator('.quick-input-widget input[placeholder*="feature flag"]').waitFor();
    await chooseFromQuickPick(page, 'friendlier-empty-state');
    await pm.isAt('PLANNING.md');
    await page.locator('.statusbar-item', { hasText: /selected\)/ }).waitFor();
    await screenshot(page, 'words-first-plan');
    const text = pm.saved(planningDoc);
    assert.match(
      text,
      /“There is nothing here yet, \{name\}\.” becomes “Boards are where your team’s work lives, \{name\}\.”/,
    );
    assert.match(text, /- \*\*In:\*\* `src\/features\/onboarding\/i18n\/en\.json`/);
    assert.match(text, /\*\*Flag:\*\* `friendlier-empty-state`/);
    assert.match(text, /\*\*Feature folder:\*\* `src\/features\/onboarding`/);
    await pm.nextStep(/Something is still missing in your planning doc/);
    for (const words of answers) {
      await page.keyboard.type(words);
      await page.keyboard.press('Tab');
    }
    await pm.save(planningDoc, /- \*\*Out:\*\* the welcome tour, invitations\n/);
    assert.doesNotMatch(pm.saved(planningDoc).replaceAll(/<!--[^]*?-->/g, ''), /\[/, 'nothing is left to fill in');
    await pm.nextStep(/Your planning doc is complete\. It goes first/);
    await screenshot(page, 'words-first-complete');
  });

  it('commits the plan first and by itself, by one button', async () => {
    const { page } = workbench();
    await pm.press('Commit the Plan');
    await pm.agree(/Status is “Draft”/, 'Set It to In Review');
    await page.locator('.quick-input-widget', { hasText: 'The plan goes first' }).waitFor();
    await screenshot(page, 'words-first-message');
    await enter('Review and commit');
    await toastsSay(
      /Committed: A friendlier “empty” state: add the plan\. The rest of your change is not committed yet/,
    );
    // The review follows each commit.
    await pm.nextStep(/only you can confirm/);
    await screenshot(page, 'words-first-planned');
    assert.equal(pm.git('show', '--name-only', '--format=', 'HEAD'), planningDoc);
    assert.equal(pm.git('status', '--porcelain'), ` M ${catalog}`);
    assert.match(pm.saved(planningDoc), /\*\*Status:\*\* In Review/);
  });

  it('reviews and confirms, edits the plan once more, and commits both, the plan first', async () => {
    const { page } = workbench();
    await runCommand(page, 'PM Zone: Review My Change');
    await pm.nextStep(/only you can confirm/);
    writeFileSync(pm.place(planningDoc), pm.saved(planningDoc).replace('invitations', 'invitations, mails'));
    // The review follows what is written from outside.
    await pm.press('Show Them');
    await eventually(async () => assert.match(await webPageText(page), /PLANNING\.md: new, not committed yet/));
    await pm.confirmOnPage();
    await pm.nextStep(/Commit it/);
    await pm.press('Review and Commit');
    await enter('Review and commit (1 of 2)');
    await enter('Review and commit (2 of 2)');
    await toastsSay(
      /Committed: A friendlier “empty” state: change en\.json.*Your confirmation is saved with your change\./,
    );
    await pm.nextStep(/Open the pull request/);
    await screenshot(page, 'words-first-committed');
    const commits = pm.git('log', '--reverse', '--format=%H', 'origin/main..HEAD').split('\n');
    const files = commits.map((commit) => pm.git('show', '--name-only', '--format=', commit));
    assert.deepEqual(files, [planningDoc, planningDoc, catalog, '']);
    assert.doesNotMatch(pm.git('log', '--format=%B', 'origin/main..HEAD'), /…/);
    assert.equal(pm.git('status', '--porcelain'), '');
  });

  it('has a review without a word on the order, and comes to the draft', async () => {
    const { page } = workbench();
    await runCommand(page, 'PM Zone: Review My Change');
    await eventually(async () => assert.match(await webPageText(page), /^Ready for the pull request\./));
    await pm.nextStep(/Open the pull request/);
    await screenshot(page, 'words-first-reviewed');
    await pm.press('Open Pull Request');
    await notification(page, /what your engineering DRI will read/);
    assert.match(await editorText(page), /# A friendlier “empty” state/);
    await screenshot(page, 'words-first-draft');
    // Asked for again from another file, it is the same draft.
    const tab = (name: string, more = ''): Locator => page.locator(`.tabs-container .tab${more}`, { hasText: name });
    await tab('PLANNING.md').click();
    await tab('PLANNING.md', '.active').waitFor();
    await pm.follow('Read it');
    await tab('Untitled', '.active').waitFor();
    assert.equal(await tab('Untitled').count(), 1);
    assert.equal(pm.git('branch', '--show-current'), branch);
    await page.context().route('https://github.com/**', (route) => route.fulfill({ body: 'The host' }));
    const popup = page.context().waitForEvent('page');
    // The toast goes while the draft is read; the ways on stay above it.
    await page.locator('.codelens-decoration a', { hasText: 'Continue in the Browser' }).click();
    await pm.agree(/Nobody else has your branch yet/, 'Share My Change');
    await page.locator('.monaco-dialog-box .monaco-button', { hasText: /^Open$/ }).click();
    const host = await popup;
    await host.waitForURL(/^https:\/\/github\.com\//);
    await host.close();
    await pm.nextStep(/The page of your pull request was opened\. What your engineering DRI asks for there/);
    await screenshot(page, 'words-first-sent');
  });
});
