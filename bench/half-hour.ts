import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { SampleRepository } from '../demo/sample-repository.js';
import { catalog, pmSteps } from '../test/user/pm-steps.js';
import { launchBrowser } from '../test/vscode/browser.js';
import { vscodeHost } from '../test/vscode/host.js';
import { installPackaged } from '../test/vscode/package-extension.js';
import { openFindWords, runCommand, treeRow, typeInQuickInput, webPage } from '../test/vscode/workbench.js';
import { makeGrownSample } from './grown-sample.js';
import { measureHostMemory, type HostMemory } from './host-memory.js';
import { editByHand, playByHand } from './play-by-hand.js';
import { playSteps } from './play-steps.js';
import { inWindow } from './step-window.js';

/** The extension host after so many minutes of use, and that of a window in which the same was done by hand meanwhile without PM Zone. */
export interface UseRow {
  readonly minutes: number;
  readonly files: number;
  /** How often the PM changed a text and read the review of it, after the steps of `playSteps`. */
  readonly turns: number;
  readonly ours: HostMemory;
  readonly without: HostMemory;
}

/** Milliseconds from one turn to the next. */
const pace = 60_000;

/** Uses two windows side by side, one with PM Zone and one without, each on a repository of its own. */
export async function measureUse(minutes: number, files: number): Promise<UseRow> {
  const browser = await launchBrowser();
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'pm-zone-bench-use-')));
  const end = performance.now() + minutes * 60_000;
  const repeat = async (page: Page, act: (turn: number) => Promise<void>): Promise<number> => {
    let turn = 0;
    while (performance.now() < end) {
      const next = performance.now() + pace;
      turn += 1;
      await act(turn);
      await runCommand(page, 'View: Close All Editors');
      await page.waitForTimeout(Math.max(0, next - performance.now()));
    }
    return turn;
  };
  try {
    const extensions = installPackaged(vscodeHost('newest'), home);
    const [sample, other] = [makeGrownSample(join(home, 'ours'), files), makeGrownSample(join(home, 'other'), files)];
    const using = inWindow(browser, sample, extensions, async ({ page, profile }) => {
      await playSteps(page, sample);
      const turns = await repeat(page, (turn) => changeText(page, sample, turn));
      return { turns, memory: await measureHostMemory(profile) };
    });
    const byHand = inWindow(browser, other, undefined, async ({ page, profile }) => {
      await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
      await playByHand(page, other);
      await repeat(page, () => editByHand(page, other, catalog, ' '));
      // Both are asked on one port.
      await using.catch(() => undefined);
      return measureHostMemory(profile);
    });
    const [{ turns, memory }, without] = await Promise.all([using, byHand]);
    return { minutes, files, turns, ours: memory, without };
  } finally {
    await browser.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Finds a text, writes it anew on its page, and reads its review on the page of the change. */
async function changeText(page: Page, sample: SampleRepository, turn: number): Promise<void> {
  const pm = pmSteps(() => ({ page, sample }));
  await openFindWords(page);
  await typeInQuickInput(page, 'start with your first board');
  const found = page.locator('.quick-input-list .monaco-list-row', { hasText: 'emptyState.friendly' }).first();
  await found.hover();
  await found.getByRole('button', { name: 'Edit These Words in All Languages' }).click();
  const english = webPage(page).getByRole('textbox', { name: 'English' });
  await english.fill(`Start with your first board, {name}. It takes ${turn + 1} minutes.`);
  await english.press('Control+Enter');
  await treeRow(page, 'My Change', /^Review ?(yours|needs)/).waitFor();
  await runCommand(page, 'View: Close All Editors');
  await pm.pressInTitle('Review My Change');
  await webPage(page)
    .getByText(/thing[s]? to confirm|to fix|Ready/)
    .first()
    .waitFor();
}
