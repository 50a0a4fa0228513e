import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { useWorkbench, type Theme } from '../vscode/use-workbench.js';
import {
  badgeOf,
  chooseFromQuickPick,
  editorText,
  eventually,
  explorerRow,
  hasBadge,
  notification,
  openFile,
  runCommand,
  screenshot,
  statusBarItem,
  typeInQuickInput,
} from '../vscode/workbench.js';

/** The page that says why, as it reads. */
const whyPage = (page: Page) => page.frameLocator('iframe.webview').frameLocator('iframe#active-frame').locator('main');

const themes: readonly (readonly [Theme, string])[] = [
  ['dark', 'badges-dark'],
  ['light', 'badges-light'],
  ['high contrast', 'badges-high-contrast'],
];

for (const [theme, name] of themes) {
  describe(`a PM looks at the repository for the first time, in the ${theme} theme`, () => {
    const workbench = useWorkbench({
      theme,
      prepare: ({ root }) => {
        appendFileSync(join(root, 'src/features/onboarding/README.md'), '\nMore to come.\n');
        return undefined;
      },
    });

    it('sees in the Explorer what is theirs, what is for both, and what is locked as a whole', async () => {
      const { page } = workbench();
      await openFile(page, 'src/features/onboarding/flags.yaml');
      await hasBadge(explorerRow(page, 'flags.yaml'), '✎');
      await hasBadge(explorerRow(page, 'index.tsx').first(), '◐');
      await hasBadge(explorerRow(page, 'auth').first(), '🔒');
      await hasBadge(explorerRow(page, 'infra'), '🔒');
      assert.equal(await badgeOf(explorerRow(page, 'docs')), '');
      const changed = explorerRow(page, 'README.md').first();
      await hasBadge(changed, '✎');
      await hasBadge(changed, 'M');
      await statusBarItem(page, 'Yours to edit').waitFor();
      await screenshot(page, name);
    });
  });
}

describe('a PM opens a folder in which all is locked', () => {
  const workbench = useWorkbench({ prepare: ({ root }) => join(root, 'src/payments') });

  it('sees the lock on what is in it, since the folder itself is not shown', async () => {
    const { page } = workbench();
    await hasBadge(explorerRow(page, 'charge.ts'), '🔒');
    // Once it is open it is read-only, and VS Code shows a lock of its own.
    await openFile(page, 'charge.ts');
    await statusBarItem(page, 'Locked for PMs').waitFor();
  });
});

describe('a PM asks why they may not change a file', () => {
  const workbench = useWorkbench();

  it('reads it on a page that opens from the status bar', async () => {
    const { page } = workbench();
    await openFile(page, 'src/design-system/button.tsx');
    const status = statusBarItem(page, 'Locked: owned by @harbor/design-system');
    await status.locator('a').click();
    const why = whyPage(page);
    await why.getByRole('heading', { name: 'src/design-system/button.tsx' }).waitFor();
    const text = await why.innerText();
    assert.match(text, /src\/design-system\/button\.tsx is locked for PMs: it is owned by @harbor\/design-system\./);
    assert.match(text, /To have it changed, ask @harbor\/design-system\./);
    await screenshot(page, 'why');
  });

  it('follows the link to the line of the rule, as the base branch has it', async () => {
    const { page } = workbench();
    await whyPage(page).getByRole('link', { name: '.github/CODEOWNERS, line 10 (origin/main)' }).click();
    await page.locator('.tabs-container .tab.active', { hasText: 'CODEOWNERS (origin/main)' }).waitFor();
    await eventually(async () => {
      assert.match(await editorText(page), /\/src\/design-system\/ +@harbor\/design-system/);
    });
    await statusBarItem(page, 'Ln 10').waitFor();
    await screenshot(page, 'rule');
  });

  it('copies a request to pair that is ready to send', async () => {
    const { page } = workbench();
    await page.locator('.tabs-container .tab', { hasText: 'Why: button.tsx' }).click();
    await whyPage(page).getByRole('button', { name: 'Request to Pair…' }).click();
    await page.locator('.quick-input-widget', { hasText: 'What would you like to change?' }).waitFor();
    await typeInQuickInput(page, 'Make the button rounder');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Open as an issue on GitHub' }).waitFor();
    await screenshot(page, 'request-to-pair');
    await chooseFromQuickPick(page, 'Copy the message');
    await notification(page, 'The message was copied');
    const message = await page.evaluate<string>('navigator.clipboard.readText()');
    assert.match(message, /^Request to pair: Make the button rounder\n/);
    assert.match(message, /`src\/design-system\/button\.tsx`/);
    assert.match(message, /\*\*Who is asked:\*\* @harbor\/design-system/);
  });

  it('asks about the open file by the palette', async () => {
    const { page } = workbench();
    await openFile(page, 'src/payments/charge.ts');
    await runCommand(page, 'PM Zone: Why May I (Not) Change This File?');
    await whyPage(page).getByRole('heading', { name: 'src/payments/charge.ts' }).waitFor();
    assert.match(await whyPage(page).innerText(), /@harbor\/billing/);
  });
});
