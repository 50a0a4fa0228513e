import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { projectFolder } from '../../demo/project-folder.js';
import { copiesFolder, makePublicRepository } from '../vscode/public-repository.js';
import { useWorkbench, type Beginning } from '../vscode/use-workbench.js';
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
import { pmSteps, savesManually } from './pm-steps.js';
import type { Product } from './public-products.js';

/** How it is looked at. */
interface Look {
  /** Nothing, or words that the story and its screenshots are told apart by. */
  readonly name: string;
  readonly settings?: Beginning['settings'];
  /** Makes the pictures of a moment: one, as the window is, where it is not given. */
  readonly shoot?: (page: Page, name: string) => Promise<unknown>;
}

/** What the questions of the plan are answered with, field by field. */
export const planAnswers = [
  'none',
  'it is one sentence, and the old one comes back with the next release',
  '2026-12-15',
  'Everybody who meets the limit. People ask support what it means.',
  'say it in plain words',
  'questions to support fall',
  '5 %',
  'seven of ten questions quote the old words',
  'Put the old words back if questions rise by 5 %.',
  'the other languages, mails',
  'Erin with the next release.',
];

/** A story on a copy of a public repository in the folder PM_ZONE_COPIES, from the words to the page of the pull request. Nothing of it is kept here. */
export function playWordsFirst(product: Product, look: Look = { name: '' }): void {
  const { name, feature, catalog, reads, key, writes } = product;
  const short = [name.replace(/.*\//, ''), ...look.name.split(' ').filter(Boolean)].join('-');
  describe(`the PM begins with the words, on ${name}${look.name === '' ? '' : `, ${look.name}`}`, function () {
    const copies = copiesFolder();
    if (copies === undefined) {
      it('needs copies of public repositories in PM_ZONE_COPIES');
      return;
    }
    const workbench = useWorkbench({
      settings: { ...savesManually, ...look.settings },
      repository: (folder) => makePublicRepository(folder, copies, product),
    });
    const pm = pmSteps(workbench);
    const shoot = look.shoot ?? screenshot;
    const planningDoc = `${feature}/PLANNING.md`;
    const enter = async (title: string): Promise<void> => {
      const { page } = workbench();
      await page.locator('.quick-input-title', { hasText: title }).waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-title', { hasText: title }).waitFor({ state: 'hidden' });
    };

    it('finds the words on the screen and changes them', async () => {
      const { page } = workbench();
      await pm.openPmZone();
      await pm.nextStep(/Nothing is changed yet/);
      await shoot(page, `public-${short}-1-begin`);
      await pm.press('Find Words from the Product');
      await typeInQuickInput(page, reads);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: key }).first().waitFor();
      await shoot(page, `public-${short}-2-found`);
      assert.ok((await quickPickRows(page)).slice(0, 3).some((row) => row.includes(key)));
      await chooseFromQuickPick(page, key);
      await page.locator('.statusbar-item', { hasText: /selected\)/ }).waitFor();
      await page.keyboard.type(writes);
      await pm.save(catalog, new RegExp(writes.replaceAll(/[{}.]/g, '\\$&')));
      await pm.answer(/Shall PM Zone look at each commit/, 'Not Now');
      await pm.nextStep(/no planning doc yet/);
      await shoot(page, `public-${short}-3-changed`);
    });

    it('is led to a branch and a plan', async () => {
      const { page } = workbench();
      await pm.pressInTitle('Review and Commit…');
      await pm.agree(/is the branch that everybody works from/, 'Give It a Branch');
      await typeInQuickInput(page, 'Clearer words');
      await page.keyboard.press('Enter');
      await pm.agree(/The plan comes first/, 'Start a Planning Doc');
      await page.locator('.quick-input-title', { hasText: 'Start a planning doc' }).waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-widget input[placeholder*="feature folders"]').waitFor();
      assert.ok((await quickPickRows(page))[0]?.includes(feature), 'the folder whose code shows the words comes first');
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-widget input[placeholder*="What do you change"]').waitFor();
      await shoot(page, `public-${short}-4-level`);
      await chooseFromQuickPick(page, 'Words');
      await page.locator('.quick-input-widget input[placeholder*="feature flag"]').waitFor();
      await shoot(page, `public-${short}-5-flag`);
      await chooseFromQuickPick(page, 'None: these words go live at once');
      await pm.isAt('PLANNING.md');
      await page.locator('.statusbar-item', { hasText: /selected\)/ }).waitFor();
      await shoot(page, `public-${short}-6-plan`);
      for (const words of planAnswers) {
        await page.keyboard.type(words);
        await page.keyboard.press('Tab');
      }
      await pm.save(planningDoc, /mails/);
      await shoot(page, `public-${short}-7-written`);
      assert.doesNotMatch(pm.saved(planningDoc).replaceAll(/<!--[^]*?-->/g, ''), /\[/, 'nothing is left to fill in');
      await pm.nextStep(/Your planning doc is complete\. It goes first/);
    });

    it('commits the plan, confirms, and commits the words', async () => {
      const { page } = workbench();
      await pm.press('Commit the Plan');
      await pm.agree(/Status is “Draft”/, 'Set It to In Review');
      await enter('Review and commit');
      await notification(page, /Committed: .* The rest of your change is not committed yet/);
      await pm.nextStep(/only you can confirm/);
      await shoot(page, `public-${short}-8-planned`);
      await pm.press('Show Them');
      await shoot(page, `public-${short}-9-confirm`);
      await pm.confirmOnPage();
      await pm.nextStep(/Commit it/);
      await pm.press('Review and Commit');
      await enter('Review and commit');
      await pm.nextStep(/Open the pull request/);
      await shoot(page, `public-${short}-10-committed`);
    });

    it('shares it, and comes to the page of the pull request', async () => {
      const { page } = workbench();
      await runCommand(page, 'PM Zone: Review My Change');
      await eventually(async () => assert.match(await webPageText(page), /^Ready for the pull request\./));
      await shoot(page, `public-${short}-11-reviewed`);
      await pm.press('Open Pull Request');
      await notification(page, /what your engineering DRI will read/);
      await shoot(page, `public-${short}-12-draft`);
      writeFileSync(join(projectFolder(), 'out', 'screenshots', `public-${short}.md`), await editorText(page));
      await page.context().route('https://github.com/**', (route) => route.fulfill({ body: 'The host' }));
      const popup = page.context().waitForEvent('page');
      await pm.answer(/what your engineering DRI will read/, 'Continue in the Browser');
      await pm.agree(/Nobody else has your branch yet/, 'Share My Change');
      await page.locator('.monaco-dialog-box .monaco-button', { hasText: /^Open$/ }).click();
      const host = await popup;
      await host.waitForURL(/^https:\/\/github\.com\//);
      writeFileSync(join(projectFolder(), 'out', 'screenshots', `public-${short}.url`), host.url());
      await host.close();
      await pm.nextStep(/The page of your pull request was opened/);
      await pm.findLine(/its page was opened/);
      await shoot(page, `public-${short}-13-sent`);
    });
  });
}
