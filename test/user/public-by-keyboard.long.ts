import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { copiesFolder, makePublicRepository } from '../vscode/public-repository.js';
import type { Theme } from '../vscode/use-workbench.js';
import { editorText, eventually, notification, quickPickRows, screenshot, webPage } from '../vscode/workbench.js';
import { byKeyboard } from './by-keyboard.js';
import { token, useHostedOnLoopback } from './github-on-loopback.js';
import { gitIn } from './pm-steps.js';
import { planAnswers } from './play-words-first.js';
import { products, type Product } from './public-products.js';

const looks: readonly Theme[] = ['dark', 'light', 'high contrast'];

products.forEach((product, at) => play(product, looks[at] ?? 'dark'));

/** From the words to the opened pull request with no mouse, on a copy of a public repository whose host is on this computer. */
function play(product: Product, theme: Theme): void {
  const { name, feature, catalog, reads, key, writes } = product;
  const short = name.replace(/.*\//, '');
  describe(`a PM without a mouse opens a pull request of ${name}, ${theme}`, function () {
    const copies = copiesFolder();
    if (copies === undefined) {
      it('needs copies of public repositories in PM_ZONE_COPIES');
      return;
    }
    const { host, workbench, pm } = useHostedOnLoopback(
      name,
      (sample, address) => {
        gitIn(sample, sample.root, 'config', '--add', `url.${pathToFileURL(sample.origin).href}.insteadOf`, address);
        gitIn(sample, sample.root, 'remote', 'set-url', 'origin', address);
      },
      { theme, repository: (folder) => makePublicRepository(folder, copies, product) },
    );
    const keys = byKeyboard(() => workbench().page);
    let shots = 0;
    const shoot = (what: string): Promise<string> =>
      screenshot(workbench().page, `keyboard-${short}-${(shots += 1)}-${what}`);
    const enter = async (title: string): Promise<void> => {
      const { page } = workbench();
      await page.locator('.quick-input-title', { hasText: title }).waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-title', { hasText: title }).waitFor({ state: 'hidden' });
    };

    it('finds the words and changes them', async () => {
      const { page } = workbench();
      await keys.run('Focus on Next Step View');
      await pm.nextStep(/Nothing is changed yet/);
      await keys.tabTo(/^Find Words from the Product$/);
      await page.locator('.quick-input-widget input').waitFor();
      await page.keyboard.insertText(reads);
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: key }).waitFor();
      await shoot('found');
      await page.keyboard.press('Enter');
      await page.locator('.statusbar-item', { hasText: /selected\)/ }).waitFor();
      await page.keyboard.type(writes);
      await pm.save(catalog, new RegExp(writes.replaceAll(/[{}.]/g, '\\$&')));
      await keys.pressInToast(/Shall PM Zone look at each commit/, 'Not Now');
      await pm.nextStep(/no planning doc yet/);
    });

    it('makes a branch and a plan', async () => {
      const { page } = workbench();
      await keys.run('PM Zone: Review and Commit…');
      await keys.agree(/is the branch that everybody works from/, /Give It a Branch/);
      await page.locator('.quick-input-widget input').waitFor();
      await page.keyboard.insertText('Clearer words');
      await page.keyboard.press('Enter');
      await keys.agree(/The plan comes first/, /Start a Planning Doc/);
      await page.locator('.quick-input-title', { hasText: 'Start a planning doc' }).waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-widget input[placeholder*="feature folders"]').waitFor();
      await quickPickRows(page);
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-widget input[placeholder*="What do you change"]').waitFor();
      await keys.take('Words');
      await page.locator('.quick-input-widget input[placeholder*="feature flag"]').waitFor();
      await keys.take('None: these words go live at once');
      await pm.isAt('PLANNING.md');
      await page.locator('.statusbar-item', { hasText: /selected\)/ }).waitFor();
      for (const words of planAnswers) {
        await page.keyboard.type(words);
        await page.keyboard.press('Tab');
      }
      await pm.save(`${feature}/PLANNING.md`, /mails/);
      await pm.nextStep(/Your planning doc is complete\. It goes first/);
      await keys.pressNextStep('Commit the Plan');
      await keys.agree(/Status is “Draft”/, /Set It to In Review/);
      await enter('Review and commit');
      await notification(page, /Committed: .* The rest of your change is not committed yet/);
    });

    it('confirms what is theirs, and commits the words', async () => {
      const { page } = workbench();
      await pm.nextStep(/only you can confirm/);
      await keys.pressNextStep('Show Them');
      const open = webPage(page).getByRole('link', { name: /^I Confirm This/ });
      await open.first().waitFor();
      await shoot('confirm');
      for (let left = await open.count(); left > 0; left = await open.count()) {
        await keys.tabTo(/^I Confirm This/);
        await eventually(async () => assert.ok((await open.count()) < left));
      }
      await shoot('confirmed');
      await pm.nextStep(/Commit it/);
      await keys.pressNextStep('Review and Commit');
      await enter('Review and commit');
      await pm.nextStep(/Open the pull request/);
    });

    it('opens it, and is told what happens next', async () => {
      const { page } = workbench();
      host().signsIn(token);
      await keys.pressNextStep('Open Pull Request');
      await page.locator('.notification-toast', { hasText: /what your engineering DRI will read/ }).waitFor();
      assert.match(await editorText(page), /^# /);
      await shoot('draft');
      await keys.pressInToast(/what your engineering DRI will read/, 'Open It on GitHub');
      await keys.agree(/wants to sign in/, /Allow/);
      const { server } = host().github;
      const [began, spent] = [Date.now(), server.spent];
      await notification(page, /Pull request \d+ is open\. /);
      const [all, ofHost] = [Date.now() - began, Math.round(server.spent - spent)];
      console.log(`      open ${all} ms after the sign-in was allowed, ${ofHost} ms of them in the test's own host`);
      await shoot('open');
      const [pull, ...more] = [...host().github.pulls.values()];
      assert.ok(pull !== undefined && more.length === 0);
      assert.equal(pull.draft, false);
      await pm.findLine(/Pull request\s*\d+ is open/);
      const popup = page.context().waitForEvent('page');
      await keys.pressNextStep('Show My Pull Request');
      const shown = await popup;
      await shown.waitForURL(new RegExp(`/pull/${pull.number}$`));
      await shown.close();
    });
  });
}
