import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filledPlan } from '../../demo/sample-change.js';
import { useWorkbench } from '../vscode/use-workbench.js';
import {
  chooseFromQuickPick,
  editorText,
  eventually,
  notification,
  openSidebar,
  runCommand,
  screenshot,
  statusBarItem,
  treeRow,
  unfold,
  typeInQuickInput,
} from '../vscode/workbench.js';
import { pmSteps, savesManually } from './pm-steps.js';

const planningDoc = 'src/features/onboarding/PLANNING.md';

describe('a PM changes a sentence seen in the product', () => {
  // A browser's VS Code saves by itself a second after typing: with the PM's own save that would be two at once, and what the story then
  // writes from outside would meet the second.
  const workbench = useWorkbench({ settings: savesManually });
  const pm = pmSteps(workbench);

  it('is told where to begin, and finds the sentence by its words', async () => {
    const { page, sample } = workbench();
    await openSidebar(page, 'PM Zone');
    await pm.nextStep(/Nothing is changed yet/);
    await pm.press('Find Words from the Product');
    await typeInQuickInput(page, 'there is nothing here yet');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'emptyState.friendly' }).first().waitFor();
    await screenshot(page, 'words');
    await chooseFromQuickPick(page, 'emptyState.friendly');
    await page.locator('.tabs-container .tab.active', { hasText: 'en.json' }).waitFor();
    // The words are selected, and typing replaces them.
    await statusBarItem(page, /25 selected/).waitFor();
    await page.keyboard.type('Boards are where your team’s work lives');
    await page.keyboard.press('Control+S');
    const file = join(sample.root, 'src/features/onboarding/i18n/en.json');
    await eventually(() =>
      assert.match(readFileSync(file, 'utf8'), /"Boards are where your team’s work lives, \{name\}\."/),
    );
    await pm.nextStep(/no planning doc yet/);
    await treeRow(page, 'My Change', 'en.json').waitFor();
  });

  it('starts a planning doc in a few questions, and is told what is missing', async () => {
    const { page, sample } = workbench();
    await pm.press('Start a Planning Doc');
    await page.locator('.quick-input-title', { hasText: 'Start a planning doc' }).waitFor();
    await typeInQuickInput(page, 'A friendlier empty state');
    await page.keyboard.press('Enter');
    await chooseFromQuickPick(page, 'Words');
    await page.locator('.quick-input-title', { hasText: '(3/3)' }).waitFor();
    await page.locator('.quick-input-widget .codicon-quick-input-back').click();
    await page.locator('.quick-input-widget input[placeholder*="What do you change"]').waitFor();
    await chooseFromQuickPick(page, 'Words');
    await chooseFromQuickPick(page, 'friendlier-empty-state');
    await page.locator('.tabs-container .tab.active', { hasText: 'PLANNING.md' }).waitFor();
    // What is still to be written is selected, so the first lines may be out of sight.
    assert.match(await editorText(page), /\*\*Status:\*\* Draft/);
    await pm.nextStep(/Something is still missing in your planning doc/);
    // Typing takes the place of the first empty field, and Tab leads to the next.
    await statusBarItem(page, /selected/).waitFor();
    await page.keyboard.type('none');
    await page.keyboard.press('Tab');
    await page.keyboard.type('2027-01-31');
    await eventually(async () => {
      assert.match(await editorText(page), /\*\*Design DRI:\*\* none[^]*\*\*Target ship date:\*\* 2027-01-31/);
    });
    await screenshot(page, 'planning-doc');
    await page.keyboard.press('Control+s');
    await eventually(() => assert.match(readFileSync(join(sample.root, planningDoc), 'utf8'), /2027-01-31/));
    await page.locator('.tabs-container .tab.active:not(.dirty)', { hasText: 'PLANNING.md' }).waitFor();
  });

  it('reviews the change once the plan is written, and sees what changed', async () => {
    const { page, sample } = workbench();
    // Written from outside while VS Code still ends its save, the doc would be at odds with the file.
    await runCommand(page, 'View: Close All Editors');
    await page.locator('.tab').first().waitFor({ state: 'detached' });
    write(join(sample.root, planningDoc), filledPlan('Approved'));
    await pm.nextStep(/Your planning doc is complete\. It goes first/);
    await runCommand(page, 'PM Zone: Review My Change');
    await treeRow(page, 'My Change', /^Review ?yours to confirm/).waitFor();
    await unfold(treeRow(page, 'My Change', 'What changed'), treeRow(page, 'My Change', /^“/).first());
    await screenshot(page, 'review');
  });

  it('reads the pull request before it is sent', async () => {
    const { page } = workbench();
    pm.git('switch', '-q', '-c', 'pm/friendlier-empty-state');
    pm.git('add', planningDoc);
    pm.git('commit', '-q', '-m', 'Plan a friendlier empty state');
    pm.git('commit', '-q', '--all', '-m', 'Say what a board is for');
    pm.git('push', '-q', 'origin', 'HEAD');
    await pm.nextStep(/only you can confirm/);
    await pm.findLine(/can be opened/);
    await runCommand(page, 'PM Zone: Open Pull Request…');
    await notification(page, /what your engineering DRI will read|opens as a draft/);
    assert.match(await editorText(page), /# A friendlier empty state/);
    await screenshot(page, 'pull-request');
    await page.context().route('https://github.com/**', (route) => route.fulfill({ body: 'The host' }));
    const popup = page.context().waitForEvent('page');
    await runCommand(page, 'PM Zone: Continue in the Browser');
    // VS Code asks before it opens a page of another site.
    await page.locator('.monaco-dialog-box .monaco-button', { hasText: /^Open$/ }).click();
    const host = await popup;
    await host.waitForURL(/^https:\/\/github\.com\//);
    assert.match(
      host.url(),
      /\/boards\/compare\/main\.\.\.pm\/friendlier-empty-state\?expand=1&title=A\+friendlier\+empty\+state&body=/,
    );
    await host.close();
    await notification(page, /Ask these people to review it: .*@erin-okafor/);
    await page.locator('.tab', { hasText: 'Untitled' }).waitFor({ state: 'detached' });
  });

  it('finds the PM’s own words in it when it is opened again, and keeps what was not sent', async () => {
    const { page } = workbench();
    const typeAtEnd = async (words: string): Promise<void> => {
      await page.keyboard.press('Control+End');
      await page.keyboard.insertText(words);
    };
    await runCommand(page, 'PM Zone: Open Pull Request…');
    await notification(page, /what your engineering DRI will read|opens as a draft/);
    await page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
    await typeAtEnd('Words of my own.\n');
    const popup = page.context().waitForEvent('page');
    await runCommand(page, 'PM Zone: Continue in the Browser');
    await page.locator('.monaco-dialog-box .monaco-button', { hasText: /^Open$/ }).click();
    await (await popup).close();
    await page.locator('.tab', { hasText: 'Untitled' }).waitFor({ state: 'detached' });
    await runCommand(page, 'PM Zone: Open Pull Request…');
    await page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
    await eventually(async () => {
      await page.keyboard.press('Control+End');
      assert.match(await editorText(page), /Words of my own/);
    });
    await typeAtEnd('And more.\n');
    await runCommand(page, 'PM Zone: Continue in the Browser');
    await page.locator('.monaco-dialog-box .monaco-button', { hasText: /^Cancel$/ }).click();
    await page.locator('.monaco-dialog-box').waitFor({ state: 'hidden' });
    assert.match(await editorText(page), /And more/);
    await screenshot(page, 'pull-request-kept');
  });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
