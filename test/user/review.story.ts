import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filledPlan } from '../../demo/sample-change.js';
import { useWorkbench, type Theme } from '../vscode/use-workbench.js';
import {
  chooseInDialog,
  dialogText,
  eventually,
  notification,
  pressInToast,
  openFile,
  openSidebar,
  problemRows,
  runCommand,
  screenshot,
  treeRow,
  webPage,
  webPageText,
} from '../vscode/workbench.js';

const catalog = 'src/features/onboarding/i18n/en.json';

const themes: readonly (readonly [Theme, string])[] = [
  ['dark', 'review'],
  ['light', 'review-light'],
  ['high contrast', 'review-contrast'],
];

for (const [theme, name] of themes) {
  describe(`a PM changes a sentence and loses a placeholder, in the ${theme} theme`, () => {
    const workbench = useWorkbench({
      theme,
      // In a browser, VS Code saves by itself.
      settings: { 'files.autoSave': 'off' },
      prepare: ({ root, environment }) => {
        const git = (...args: readonly string[]): void => {
          execFileSync('git', args, { cwd: root, env: environment, stdio: 'pipe' });
        };
        git('switch', '-q', '-c', 'onboarding/friendlier-empty-state');
        writeFileSync(join(root, 'src/features/onboarding/PLANNING.md'), filledPlan('Approved'));
        git('add', '.');
        git('commit', '-q', '-m', 'Plan a friendlier empty state');
        return undefined;
      },
    });
    const saved = (): string => readFileSync(join(workbench().sample.root, catalog), 'utf8');

    it('is asked before anything is saved, and reads how it went', async () => {
      const { page } = workbench();
      await openFile(page, catalog);
      const line = page.locator('.monaco-editor .view-line', { hasText: 'emptyState.friendly' });
      await line.click();
      await page.keyboard.press('Home');
      for (let steps = '"emptyState.friendly": "'.length; steps > 0; steps -= 1)
        await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Shift+End');
      for (let signs = '",'.length; signs > 0; signs -= 1) await page.keyboard.press('Shift+ArrowLeft');
      await page.keyboard.insertText('Start your first board: it takes a minute.');
      await eventually(async () => assert.match(await line.innerText(), /Start.your.first.board/));
      await runCommand(page, 'PM Zone: Review My Change');
      assert.match(await dialogText(page), /en\.json is not saved\. A review only sees what is saved\./);
      await screenshot(page, `${name}-ask`);
      await chooseInDialog(page, 'Save and Review');
      // Until the change is read anew, what was saved counts as newer than the review.
      await eventually(async () => assert.match(await webPageText(page), /^Needs fixing: 1 thing to fix/m));
      assert.match(saved(), /Start your first board/);
      assert.equal(await page.locator('.notification-toast', { hasText: /thing to fix/ }).count(), 0);
    });

    it('reads the words before and after on the page of the change, what to fix, and what to confirm', async () => {
      const { page } = workbench();
      await screenshot(page, `${name}-change`);
      const text = await webPageText(page);
      assert.match(text, /There is nothing here yet, \{name\}\./);
      assert.match(text, /Start your first board: it takes a minute\./);
      assert.match(text, /2 other languages still say what they said before/);
      assert.match(text, /“emptyState\.friendly” now lacks \{name\}/);
      assert.doesNotMatch(text, /test plan/i);
      const primary = webPage(page).locator('a.primary');
      await eventually(async () => assert.deepEqual(await primary.allInnerTexts(), ['Show What to Fix']));
      await primary.click();
      await screenshot(page, `${name}-change-fix`);
      await webPage(page)
        .getByRole('link', { name: /For you to confirm/ })
        .click();
      await screenshot(page, `${name}-change-confirm`);
    });

    it('sees in the sidebar what is the matter, and what was changed in plain words', async () => {
      const { page } = workbench();
      await openSidebar(page, 'PM Zone');
      await treeRow(page, 'My Change', 'needs fixing').waitFor();
      await screenshot(page, `${name}-sidebar`);
    });

    it('sees the problem on its line, and reads what it means', async () => {
      const { page } = workbench();
      await eventually(async () => {
        const rows = (await problemRows(page)).join('\n');
        assert.match(rows, /“emptyState.friendly” now lacks \{name\}/);
      });
      await screenshot(page, `${name}-problems`);
      const row = page.locator('.markers-panel .monaco-list-row', { hasText: 'now lacks {name}' });
      await row.locator('a', { hasText: 'copy-catalog' }).click();
      await eventually(async () => assert.match(await webPageText(page), /A text would come out wrong/));
      await screenshot(page, `${name}-page`);
    });

    it('fixes it by the quick fix, and the next review finds it no more', async () => {
      const { page } = workbench();
      await page.locator('.markers-panel .monaco-list-row', { hasText: 'now lacks {name}' }).dblclick();
      await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
      // A menu beside it, which VS Code holds ready, is one as well.
      const menu = page.locator('.action-widget').first();
      // On a busy computer VS Code may start two extension hosts, and then has all that they offer twice.
      const fix = menu.getByText('Put {name} back into the text').first();
      await eventually(async () => {
        // In the open menu these keys take what is chosen there.
        if (!(await menu.isVisible())) await page.keyboard.press('Control+.');
        await fix.waitFor({ timeout: 5000 });
      });
      await screenshot(page, `${name}-fix`);
      await fix.click();
      await eventually(async () => {
        const rows = await page.locator('.markers-panel .monaco-list-row').allInnerTexts();
        assert.ok(!rows.some((row) => row.includes('now lacks')), rows.join('\n'));
      });
      await page.keyboard.press('Control+S');
      await eventually(() => assert.match(saved(), /"Start your first board: it takes a minute, \{name\}\."/));
      await runCommand(page, 'PM Zone: Review My Change');
      await eventually(async () => assert.match(await webPageText(page), /yours to confirm/));
      const rows = await page.locator('.markers-panel .monaco-list-row').allInnerTexts();
      assert.ok(!rows.some((row) => row.includes('now lacks')), rows.join('\n'));
      await screenshot(page, `${name}-again`);
    });

    it('confirms with the keyboard on the page, and is led to the next', async () => {
      const { page } = workbench();
      await runCommand(page, 'PM Zone: Show the Page of My Change');
      const body = webPage(page);
      const first = body.getByRole('link', { name: /^I Confirm This: Someone who speaks/ });
      const back = body.getByRole('link', { name: /^Take It Back: Someone who speaks/ });
      // A review that ends meanwhile draws the page anew.
      await first.focus();
      await page.waitForTimeout(2000);
      await page.keyboard.press('Enter');
      await back.waitFor();
      const next = body.getByRole('link', { name: /^I Confirm This: What AI wrote/ });
      await eventually(async () => assert.equal(await next.evaluate(hasFocus), true));
      await screenshot(page, `${name}-confirmed`);
    });

    it('sees the difference of a file, and puts the one text back', async () => {
      const { page } = workbench();
      await webPage(page)
        .getByRole('link', { name: /^See it in en\.json/ })
        .click();
      await page.locator('.tab.active', { hasText: 'en.json (main ↔ my change)' }).waitFor();
      await page.locator('.monaco-diff-editor .line-insert').first().waitFor();
      await screenshot(page, `${name}-difference`);
      await treeRow(page, 'My Change', /^PLANNING\.md/).click();
      await page.locator('.tab.active', { hasText: 'PLANNING.md (main ↔ my change)' }).waitFor();
      await runCommand(page, 'PM Zone: Show the Page of My Change');
      await webPage(page)
        .getByRole('link', { name: /^Put This Text Back/ })
        .click();
      const toast = await notification(page, /en\.json says “There is nothing here yet, \{name\}\.” again/);
      await screenshot(page, `${name}-put-back`);
      const git = (...args: readonly string[]): string =>
        execFileSync('git', args, { cwd: workbench().sample.root, encoding: 'utf8' });
      assert.equal(git('status', '--porcelain'), '');
      await eventually(async () => assert.doesNotMatch(await webPageText(page), /Start your first board/));
      await pressInToast(page, toast, 'Undo');
      await eventually(() => assert.match(saved(), /Start your first board: it takes a minute, \{name\}/));
      await eventually(async () => assert.match(await webPageText(page), /Start your first board/));
    });
  });
}

/** Of the browser's own: the DOM's types would let all other code use them. */
function hasFocus(element: unknown): boolean {
  return (
    (element as { readonly ownerDocument: { readonly activeElement: unknown } }).ownerDocument.activeElement === element
  );
}
