import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { filledPlan } from '../demo/sample-change.js';
import type { SampleRepository } from '../demo/sample-repository.js';
import { catalog, gitIn, planningDoc } from '../test/user/pm-steps.js';
import { eventually, openFile, runCommand } from '../test/vscode/workbench.js';

/**
 * What `playSteps` does to the same files and branches, by hand in a window without PM Zone: VS Code's own extensions have as much to
 * follow, and what is left between both windows is PM Zone's.
 */
export async function playByHand(page: Page, sample: SampleRepository): Promise<void> {
  const git = (...args: readonly string[]): string =>
    gitIn(sample, sample.root, '-c', 'core.hooksPath=/dev/null', ...args);
  const plan = join(sample.root, planningDoc);
  git('switch', '--quiet', '--create', 'pm/by-hand');
  writeFileSync(plan, filledPlan('In Review'));
  await editByHand(page, sample, planningDoc, 'By hand.');
  await page.waitForTimeout(2000);
  writeFileSync(plan, filledPlan('Approved'));
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Plan a friendlier empty state');
  await runCommand(page, 'View: Close All Editors');
  await editByHand(page, sample, catalog, ' ');
  await eventually(() => assert.notEqual(git('status', '--porcelain'), ''));
  git('stash', '--quiet');
  git('switch', '--quiet', 'main');
  await page.waitForTimeout(2000);
  git('switch', '--quiet', 'pm/by-hand');
  git('stash', 'pop', '--quiet');
  await page.waitForTimeout(2000);
  await runCommand(page, 'View: Close All Editors');
  git('commit', '--quiet', '--all', '--message', 'Change a text by hand');
}

/** Types at the end of a file and saves it, until it stands on the disk: keys that come too early save nothing, and VS Code asks about it later. */
export async function editByHand(page: Page, { root }: SampleRepository, path: string, text: string): Promise<void> {
  const read = (): string => readFileSync(join(root, path), 'utf8');
  const before = read();
  await openFile(page, path);
  await runCommand(page, 'View: Focus Active Editor Group');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
  await eventually(async () => {
    await page.keyboard.press('Control+S');
    await page.waitForTimeout(300);
    assert.notEqual(read(), before);
  });
}
