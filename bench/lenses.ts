import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../test/vscode/browser.js';
import { vscodeHost } from '../test/vscode/host.js';
import { installPackaged } from '../test/vscode/package-extension.js';
import { explorerRow } from '../test/vscode/workbench.js';
import { makeGrownSample } from './grown-sample.js';
import { spread, type Spread } from './statistics.js';
import { inWindow } from './step-window.js';

/** What an author of the policy waits for in a repository of so many files. */
export interface LensesRow {
  readonly files: number;
  /** Milliseconds from the last key of a new rule to the words above it, of which VS Code itself waits 250 before it asks. */
  readonly typed: Spread;
}

/** Types rules into the policy file in a real VS Code, one after the other in one window. */
export async function measureLenses(rounds: number, files: number): Promise<LensesRow> {
  const browser = await launchBrowser();
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'pm-zone-bench-lenses-')));
  try {
    const extensions = installPackaged(vscodeHost('newest'), home);
    const sample = makeGrownSample(join(home, 'sample'), files);
    const { erin } = sample.people;
    execFileSync('git', ['config', 'user.email', erin.email], { cwd: sample.root, env: sample.environment });
    const typed: number[] = [];
    await inWindow(browser, sample, extensions, async ({ page }) => {
      await explorerRow(page, 'CLAUDE.md').dblclick();
      await lens(page, 'Opens').first().waitFor();
      await page.locator('.view-line', { hasText: 'user-facing strings' }).click();
      await page.keyboard.press('End');
      for (let round = 0; round <= rounds; round++) {
        await page.keyboard.press('Enter');
        await page.keyboard.type(`- \`src/none-${round}/**`, { delay: 80 });
        const begun = performance.now();
        await page.keyboard.type('`');
        await lens(page, 'Matches no file').nth(round).waitFor();
        // The first one finds nothing known yet.
        if (round > 0) typed.push(performance.now() - begun);
      }
    });
    return { files, typed: spread(typed) };
  } finally {
    await browser.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Those of one glob alone: a line of several names each. */
function lens(page: Page, words: string): ReturnType<Page['locator']> {
  return page.locator('.codelens-decoration', { hasText: new RegExp(`^\\s*${words}`, 'u') });
}
