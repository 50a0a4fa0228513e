import { writeFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { filledPlan } from '../demo/sample-change.js';
import type { SampleRepository } from '../demo/sample-repository.js';
import { catalog, planningDoc, pmSteps } from '../test/user/pm-steps.js';
import {
  chooseInDialog,
  eventually,
  openSidebar,
  openFindWords,
  runCommand,
  told,
  treeRow,
  typeInQuickInput,
  view,
  webPage,
} from '../test/vscode/workbench.js';

/** The steps that are timed, in the order in which they are played. */
export const stepNames = [
  'open the sidebar',
  'a plan with its branch',
  'find the first words',
  'find words again',
  'the page of a text',
  'save a text, and read its review',
  'switch to main',
  'switch back to unfinished work',
  'the page of the change',
  'put one file back',
  'ask for a commit’s message',
  'the guarded commit',
] as const;

/** Milliseconds; a step that takes longer fails. */
const mostPatience = 60_000;

export type StepName = (typeof stepNames)[number];

/** Plays the steps in a window on the grown sample, and gives the milliseconds that the PM waited in each. */
export async function playSteps(
  page: Page,
  sample: SampleRepository,
): Promise<readonly (readonly [StepName, number])[]> {
  const pm = pmSteps(() => ({ page, sample }));
  const times: (readonly [StepName, number])[] = [];
  const time = async (name: StepName, act: () => Promise<void>, seen: Locator): Promise<void> => {
    const begun = performance.now();
    await act();
    // `waitFor` alone looks every 500 ms, which would be most of what is measured.
    while (!(await seen.isVisible()) && performance.now() - begun < mostPatience) await page.waitForTimeout(20);
    const took = performance.now() - begun;
    await seen.waitFor();
    times.push([name, took]);
  };
  const choice = (words: string): Locator =>
    page.locator('.quick-input-list .monaco-list-row', { hasText: words }).first();
  const next = (words: RegExp): Locator => view(page, 'Next Step').getByText(words);

  await time('open the sidebar', () => openSidebar(page, 'PM Zone'), next(/Nothing is changed yet/));
  await treeRow(page, 'My Zone', 'onboarding').waitFor();

  await view(page, 'Next Step').getByText('start a planning doc').click();
  await typeInQuickInput(page, 'A friendlier empty state');
  await page.keyboard.press('Enter');
  await choice('Words').click();
  await choice('friendlier-empty-state').waitFor();
  const made = told(page, /You are at “pm\/a-friendlier-empty-state” now/);
  await time('a plan with its branch', () => choice('friendlier-empty-state').click(), made);
  // Its first field is selected.
  await page.locator('.statusbar-item', { hasText: /selected\)/ }).waitFor();
  await page.keyboard.press('Control+S');
  // What is saved twice is written by nobody else meanwhile.
  await page.waitForTimeout(2000);
  writeFileSync(pm.place(planningDoc), filledPlan('Approved'));
  pm.git('add', '--all');
  pm.git('commit', '--quiet', '--message', 'Plan a friendlier empty state');
  await runCommand(page, 'View: Close All Editors');

  for (const name of ['find the first words', 'find words again'] as const) {
    await openFindWords(page);
    await time(name, () => typeInQuickInput(page, 'there is nothing here yet'), choice('emptyState.friendly'));
    if (name === 'find the first words') await page.keyboard.press('Escape');
  }
  const found = choice('emptyState.friendly');
  // Until all is found the rows are drawn anew, and a button that the mouse called up goes.
  await page.locator('.quick-input-progress.active').waitFor({ state: 'detached' });
  const edit = found.getByRole('button', { name: 'Edit These Words in All Languages' });
  await eventually(async () => {
    await page.mouse.move(0, 0);
    await found.hover();
    await edit.waitFor({ timeout: 2000 });
  });
  const english = webPage(page).getByRole('textbox', { name: 'English' });
  await time('the page of a text', () => edit.click(), english);
  await english.fill('Start with your first board, {name}.');
  const reviewed = treeRow(page, 'My Change', /^Review ?(yours|needs)/);
  await time('save a text, and read its review', () => english.press('Control+Enter'), reviewed);
  const asked = told(page, /Shall PM Zone look at each commit/);
  await asked.getByRole('button', { name: 'Turn It On' }).click();
  await told(page, /The commit guard is on/).waitFor();

  await pm.chooseFromMenu('Switch to Another Change…');
  await choice('main, without my changes').waitFor();
  await time(
    'switch to main',
    () => choice('main, without my changes').click(),
    told(page, /You see “main” as everybody/),
  );
  await pm.chooseFromMenu('Switch to Another Change…');
  await choice('unfinished work waits').waitFor();
  const back = told(page, /Your unfinished work of then is back in place/);
  await time('switch back to unfinished work', () => choice('unfinished work waits').click(), back);

  await reviewed.waitFor();
  await runCommand(page, 'View: Close All Editors');
  const verdict = webPage(page)
    .getByText(/thing[s]? to confirm|to fix|Ready/)
    .first();
  await time('the page of the change', () => pm.pressInTitle('Review My Change'), verdict);

  const row = pm.line(catalog.replace(/.*\//, '')).first();
  await row.hover();
  await row.getByRole('button', { name: 'Put This File Back' }).click();
  await page.locator('.monaco-dialog-box').waitFor();
  await time('put one file back', () => chooseInDialog(page, 'Put It Back'), told(page, /is as before/));
  const undo = told(page, /is as before/);
  await undo.getByRole('button', { name: 'Bring Back…' }).click();
  await told(page, /It is back in your files/).waitFor();

  await pm.line('en.json').waitFor();
  const message = page.locator('.quick-input-title', { hasText: 'Review and commit' });
  await time('ask for a commit’s message', () => pm.pressInTitle('Review and Commit…'), message);
  await time('the guarded commit', () => page.keyboard.press('Enter'), told(page, /Committed: /));
  return times;
}
