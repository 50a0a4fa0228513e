import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { projectFolder } from '../../demo/project-folder.js';

// What a person does and sees in VS Code's window. Everything waits for what it needs, up to the page's limit.

/** How many times slower than a quiet computer this one is: everything is waited for so much longer. */
export const slowness = Number(process.env['PM_ZONE_SLOWNESS'] ?? 1);

/** Milliseconds: as long as a busy computer may take for one thing. It is waited for no longer than it takes. */
export const patience = 40_000 * slowness;

/** Runs a command by the palette, chosen by its whole title ("PM Zone: Why May I (Not) Change This File?"). */
export async function runCommand(page: Page, title: string): Promise<void> {
  // What ended just before may take the focus back, and with it the list, until the command is chosen.
  await eventually(async () => {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').fill(`>${title}`, { timeout: 2000 });
    try {
      await chooseFromQuickPick(page, title, 3000);
    } catch (error) {
      // A list that is open does not get the commands of extensions that VS Code comes to know meanwhile.
      await page.keyboard.press('Escape');
      throw error;
    }
  });
}

/** Opens “Find Words” by the palette, until one can type into it: what ended just before may close the palette as the command is chosen. */
export async function openFindWords(page: Page): Promise<void> {
  const box = page.locator('.quick-input-widget input[placeholder^="Type what you read on the screen"]');
  await eventually(async () => {
    await runCommand(page, 'PM Zone: Find Words from the Product…');
    await box.waitFor({ timeout: 10_000 * slowness });
  });
}

/** Opens a file by its path within the workspace; the Explorer then shows its row. */
export async function openFile(page: Page, path: string): Promise<void> {
  const name = path.split('/').at(-1) ?? path;
  // As for a command: what ended just before may take the list away.
  await eventually(async () => {
    await page.keyboard.press('Control+P');
    try {
      await page.locator('.quick-input-widget input').fill(path, { timeout: 2000 });
      await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor({ timeout: 5000 });
      await page.keyboard.press('Enter');
      await page.locator('.tabs-container .tab.active', { hasText: name }).waitFor({ timeout: 10_000 });
    } catch (error) {
      await page.keyboard.press('Escape');
      throw error;
    }
  });
}

/** A row of the Explorer by the whole name that it shows. Several rows may have one name: give `.nth(n)`. */
export function explorerRow(page: Page, name: string): Locator {
  const label = page.locator('.label-name', { hasText: wholly(name) });
  return page.locator('.explorer-folders-view .monaco-list-row', { has: label });
}

/** What of the browser's own functions `badgeOf` needs; the DOM's types would let all other code use them. */
interface Styles {
  readonly getComputedStyle: (element: unknown, pseudo: string) => { readonly content: string };
}

/** The badge of an Explorer row, such as "M, 🔒"; '' for none. Sources join in varying order: test with `includes`. */
export async function badgeOf(row: Locator): Promise<string> {
  const label = row.locator('.monaco-icon-label').first();
  const content = await label.evaluate(
    (element) => (globalThis as unknown as Styles).getComputedStyle(element, '::after').content,
  );
  return content === 'none' || content === 'normal' ? '' : content.replaceAll('"', '');
}

/** The tooltip of an Explorer row, as a screen reader is told it too: "/path • Locked: …". */
export async function tooltipOf(row: Locator): Promise<string> {
  return (await row.locator('.monaco-icon-label').first().getAttribute('aria-label')) ?? '';
}

/** Chooses the row of the open quick pick that holds this text; each step of it may take this long, in milliseconds. */
export async function chooseFromQuickPick(page: Page, text: string, timeout = patience): Promise<void> {
  const rows = page.locator('.quick-input-list .monaco-list-row');
  const row = rows.filter({ hasText: text }).first();
  await row.waitFor({ timeout });
  // A list that is still being filled moves its rows under the pointer.
  let before: string | undefined;
  await eventually(async () => {
    const now = (await rows.allTextContents()).join('\n');
    const isAtRest = now === before;
    before = now;
    if (!isAtRest) await page.waitForTimeout(200);
    assert.ok(isAtRest, 'the list of choices goes on changing');
  });
  await row.click({ timeout });
}

/** Types into the open quick pick or input box. */
export async function typeInQuickInput(page: Page, text: string): Promise<void> {
  await page.locator('.quick-input-widget input').fill(text);
}

/** The rows that the open quick pick shows, once there are any. */
export async function quickPickRows(page: Page): Promise<readonly string[]> {
  return textsOf(page.locator('.quick-input-list .monaco-list-row'));
}

/** Opens a view container of the activity bar by its title. */
export async function openSidebar(page: Page, title: string): Promise<void> {
  const button = page.locator(`.activitybar .action-item a[aria-label^="${title}"]`).first();
  const open = page.locator('.sidebar .composite.title', { hasText: title }).first();
  // What opens by itself meanwhile would be closed by the click.
  await eventually(async () => {
    if (await open.isVisible()) return;
    // A badge, such as the number of changes, lies above it.
    if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click({ force: true });
    await open.waitFor({ timeout: 3000 });
  });
}

/** Drags the edge of the sidebar until it is this wide, in pixels. */
export async function resizeSidebar(page: Page, width: number): Promise<void> {
  const box = await page.locator('.part.sidebar').boundingBox();
  assert.ok(box, 'there is no sidebar');
  // A toast or a list of choices may lie over the edge: it is left alone where it is in its place.
  if (Math.abs(box.width - width) < 2) return;
  const [edge, height] = [box.x + box.width, box.y + box.height / 2];
  await page.mouse.move(edge, height);
  await page.mouse.down();
  await page.mouse.move(box.x + width, height, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(edge + 300, height);
}

/** Reloads the window, as a person does; what was open is there again then. */
export async function reloadWindow(page: Page): Promise<void> {
  const gone = page.waitForEvent('framenavigated', { timeout: 30_000 });
  await runCommand(page, 'Developer: Reload Window');
  await gone;
  await page.locator('.part.sidebar .composite.title').first().waitFor({ state: 'attached', timeout: 60_000 });
}

/** A view of the open sidebar by its title. */
export function view(page: Page, title: string): Locator {
  return page.locator('.sidebar .pane', {
    has: page.locator('.pane-header .title', { hasText: wholly(title) }),
  });
}

/** The rows of a tree view as they read, once there are any. */
export async function treeRows(page: Page, viewTitle: string): Promise<readonly string[]> {
  return textsOf(view(page, viewTitle).locator('.monaco-list-row'));
}

/** A row of a tree view by a text in it. */
export function treeRow(page: Page, viewTitle: string, text: string | RegExp): Locator {
  return view(page, viewTitle).locator('.monaco-list-row', { hasText: text });
}

/** Unfolds a row of a tree view until a row within it is there: on one that is drawn anew in that moment a click is lost, or folds it again. */
export async function unfold(row: Locator, within: Locator): Promise<void> {
  await eventually(async () => {
    if ((await row.getAttribute('aria-expanded')) !== 'true') await row.click({ timeout: 2000 });
    await within.waitFor({ timeout: 5000 });
  });
}

/** Shows Problems and gives its rows (files and findings), once there are any. */
export async function problemRows(page: Page): Promise<readonly string[]> {
  const panel = page.locator('.markers-panel');
  if (!(await panel.isVisible())) await page.keyboard.press('Control+Shift+M');
  return textsOf(panel.locator('.monaco-list-row'));
}

/** An entry of the status bar by a text in it. */
export function statusBarItem(page: Page, text: string | RegExp): Locator {
  return page.locator('.statusbar-item', { hasText: text });
}

/**
 * The toast that holds this text, once it is there; its buttons are `getByRole('button', { name })`. The outcome of a routine step has none
 * and stands in the status bar, the whole of it in what a screen reader is told.
 */
export async function notification(page: Page, text: string | RegExp): Promise<Locator> {
  const toast = told(page, text);
  await toast.waitFor();
  if ((await toast.locator('.notification-list-item-message').count()) === 0) return toast;
  await eventually(async () => assert.ok(await isWhole(toast), 'the toast is cut off'), 3000);
  return toast;
}

/** Where this is told, or will be. */
export function told(page: Page, text: string | RegExp): Locator {
  const inStatusBar = page.locator('.statusbar-item', { has: page.getByLabel(text) });
  return page.locator('.notification-toast', { hasText: text }).or(inStatusBar).first();
}

/** Presses a button of a toast, once a person could have read it: VS Code never shows the fourth toast of 0.8 seconds. */
export async function pressInToast(page: Page, toast: Locator, button: string): Promise<void> {
  await page.waitForTimeout(900);
  await toast.getByRole('button', { name: button, exact: true }).click();
}

/** What of an element `isWhole` needs. */
interface Box {
  readonly scrollWidth: number;
  readonly clientWidth: number;
}

/** VS Code cuts off after one line what has no button. */
async function isWhole(toast: Locator): Promise<boolean> {
  const message = toast.locator('.notification-list-item-message').first();
  return message.evaluate((element) => {
    const { scrollWidth, clientWidth } = element as unknown as Box;
    return scrollWidth <= clientWidth;
  });
}

/** The text of the modal dialog, once it is there. */
export async function dialogText(page: Page): Promise<string> {
  const dialog = page.locator('.monaco-dialog-box');
  await dialog.waitFor();
  return textOf(dialog);
}

/** Presses a button of the modal dialog. */
export async function chooseInDialog(page: Page, button: string): Promise<void> {
  await page.locator('.monaco-dialog-box .monaco-button', { hasText: button }).first().click();
}

/** The text of the active editor that is on the screen. */
export async function editorText(page: Page): Promise<string> {
  const lines = page.locator('.editor-group-container.active .monaco-editor .view-line');
  await lines.first().waitFor();
  return (await lines.allInnerTexts()).join('\n').replaceAll('\u00a0', ' ');
}

/** The document of the web page that the active editor shows. */
export function webPage(page: Page): Locator {
  return page.locator('iframe.webview.ready').last().contentFrame().frameLocator('iframe#active-frame').locator('body');
}

/** The text of the web page that the active editor shows, once it has any. */
export async function webPageText(page: Page): Promise<string> {
  const body = webPage(page);
  await body.locator('*', { hasText: /\S/ }).first().waitFor();
  return textOf(body);
}

/** Writes `out/screenshots/NAME.png` and gives its path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = join(projectFolder(), 'out', 'screenshots');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  return path;
}

/** Tries a check again until it no longer throws; after `milliseconds` its last error stands. */
export async function eventually(check: () => void | Promise<void>, milliseconds = patience): Promise<void> {
  const end = Date.now() + milliseconds;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Waits until an Explorer row's badge includes a sign. */
export async function hasBadge(row: Locator, sign: string): Promise<void> {
  await eventually(async () => {
    const badge = await badgeOf(row);
    assert.ok(badge.includes(sign), `the badge is “${badge}”, without “${sign}”`);
  });
}

async function textsOf(rows: Locator): Promise<readonly string[]> {
  await rows.first().waitFor();
  return (await rows.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim());
}

async function textOf(element: Locator): Promise<string> {
  return (await element.innerText()).replaceAll('\u00a0', ' ').trim();
}

function wholly(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}

/** An entry of the menu that is open. VS Code heeds no click in the moment in which a menu opens. */
export async function chooseInMenu(page: Page, entry: string): Promise<void> {
  const item = page.locator('.monaco-menu .action-label', { hasText: entry }).first();
  await item.waitFor();
  await eventually(async () => {
    await item.click({ timeout: 1000 }).catch(() => undefined);
    await item.waitFor({ state: 'hidden', timeout: 300 });
  });
}
