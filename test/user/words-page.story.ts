import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useWorkbench } from '../vscode/use-workbench.js';
import {
  eventually,
  openSidebar,
  openFindWords,
  screenshot,
  treeRow,
  typeInQuickInput,
  webPage,
} from '../vscode/workbench.js';

describe('a PM edits a text in all its languages', () => {
  const workbench = useWorkbench();
  const folder = 'src/features/onboarding/i18n';
  const say = (language: string): string =>
    readFileSync(join(workbench().sample.root, folder, `${language}.json`), 'utf8');

  it('opens it from what was found', async () => {
    const { page } = workbench();
    await openSidebar(page, 'PM Zone');
    await treeRow(page, 'My Zone', 'onboarding').waitFor();
    await openFindWords(page);
    await typeInQuickInput(page, 'Good to see you, Anna');
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Good to see you' }).first();
    await row.hover();
    await row.getByRole('button', { name: 'Edit These Words in All Languages' }).click();
    await webPage(page).getByRole('textbox', { name: 'English' }).waitFor();
    await screenshot(page, 'words-page');
  });

  it('takes all that is typed right behind “select all”', async () => {
    const { page } = workbench();
    const area = webPage(page).getByRole('textbox', { name: 'English' });
    const before = await area.inputValue();
    for (let left = 8; left > 0; left -= 1) {
      await area.press('ControlOrMeta+A');
      await page.keyboard.type('Hello there', { delay: 60 });
      // What was carried out late would have taken letters by now.
      await page.waitForTimeout(300);
      assert.equal(await area.inputValue(), 'Hello there');
    }
    await area.fill(before);
  });

  it('saves one language after the other without waiting, and nothing else changes', async () => {
    const { page } = workbench();
    const body = webPage(page);
    const [english, german] = [say('en'), say('de')];
    await body.getByRole('textbox', { name: 'English' }).fill('Hello, {name}');
    await body.getByRole('textbox', { name: 'German' }).fill('Hallo, {name}');
    await body.getByRole('textbox', { name: 'French' }).fill('Salut');
    await body.getByRole('textbox', { name: 'English' }).press('Control+Enter');
    await body.getByRole('button', { name: 'Save German' }).click();
    await body.getByRole('button', { name: 'Save French' }).click();
    await eventually(() => {
      assert.equal(say('en'), english.replace('Good to see you, {name}', 'Hello, {name}'));
      assert.equal(say('de'), german.replace('Schön, dass du da bist, {name}', 'Hallo, {name}'));
    });
    await body.getByText('Not saved. “{name}” is missing now.').first().waitFor();
    assert.equal(await body.getByRole('textbox', { name: 'French' }).inputValue(), 'Salut');
    await body.locator('[data-reads]', { hasText: /^Salut$/ }).waitFor();
    await eventually(async () => {
      assert.equal(await body.getByText('Saved.', { exact: true }).count(), 2);
      assert.match(await body.innerText(), /Hello, Anna/);
    });
    await screenshot(page, 'words-page-saved');
    await treeRow(page, 'My Change', /^Review ?needs fixing/).waitFor();
  });

  it('gets a lost placeholder back by one click', async () => {
    const { page } = workbench();
    const body = webPage(page);
    const french = say('fr');
    await body.getByRole('button', { name: 'Put It Back' }).scrollIntoViewIfNeeded();
    await screenshot(page, 'words-page-restore');
    await body.getByRole('button', { name: 'Put It Back' }).click();
    assert.equal(await body.getByRole('textbox', { name: 'French' }).inputValue(), 'Salut {name}');
    await body.getByRole('button', { name: 'Save French' }).click();
    await eventually(() => {
      assert.equal(say('fr'), french.replace('Ravis de vous voir, {name}', 'Salut {name}'));
    });
    assert.equal(await body.getByRole('button', { name: 'Put It Back' }).count(), 0);
  });

  it('sees placeholders as chips within the text, and loses none by half', async () => {
    const { page } = workbench();
    const french = webPage(page).getByRole('textbox', { name: 'French' });
    const chip = french.locator('xpath=../div/span');
    assert.equal(await chip.innerText(), '{name}');
    await french.press('End');
    await french.press('Backspace');
    assert.equal(await french.inputValue(), 'Salut ');
    await french.press('Control+z');
    // VS Code takes the keys for undo itself, and then asks the page to do it.
    await eventually(async () => assert.equal(await french.inputValue(), 'Salut {name}'));
    await screenshot(page, 'words-page-chips');
  });

  it('sees where the product uses it', async () => {
    const { page } = workbench();
    await webPage(page)
      .getByText(/everyone sees it|only where the flag|cannot be told from the code|No code was found/)
      .first()
      .waitFor();
    await webPage(page).locator('#uses').scrollIntoViewIfNeeded();
    await screenshot(page, 'words-page-uses');
  });

  it('adds a text to a language that lacks it', async () => {
    const { page, sample } = workbench();
    const german = say('de');
    const without = german.replace(/^.*"emptyState\.create".*\n/m, '').replace(/,(\s*\})/, '$1');
    writeFileSync(join(sample.root, folder, 'de.json'), without);
    await openFindWords(page);
    await typeInQuickInput(page, 'Creat a board');
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Create a board' }).first();
    await row.hover();
    await row.getByRole('button', { name: 'Edit These Words in All Languages' }).click();
    const body = webPage(page);
    await body.getByText('It does not have this text yet.').waitFor();
    await body.getByRole('textbox', { name: 'German' }).fill('Board anlegen');
    await screenshot(page, 'words-page-add');
    await body.getByRole('button', { name: 'Add It in German' }).click();
    const [line = ''] = /"emptyState\.create": ".*"/.exec(german) ?? [];
    await eventually(() => assert.equal(say('de'), german.replace(line, '"emptyState.create": "Board anlegen"')));
    await body.getByRole('button', { name: 'Save German' }).waitFor();
  });
});
