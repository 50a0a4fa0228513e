import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import { eventually, patience, typeInQuickInput } from '../vscode/workbench.js';

/** What of the browser's own functions the focus is read with. */
interface Focus {
  readonly document: {
    hasFocus: () => boolean;
    readonly activeElement: {
      readonly tagName: string;
      readonly innerText?: string;
      getAttribute: (name: string) => string | null;
    } | null;
  };
}

/** The steps of someone who has no mouse, on a page that nothing but keys reaches. */
export function byKeyboard(page: () => Page) {
  /** How what has the focus is called, by its label for screen readers first; '' for nothing that has a name. */
  const focused = async (): Promise<string> => {
    const names = await Promise.all(page().frames().map(nameOfFocus));
    return names.findLast((name) => name !== '') ?? '';
  };
  /** Goes on with Tab until this has the focus, and presses it. */
  const tabTo = async (name: RegExp): Promise<void> => {
    const seen: string[] = [];
    for (let steps = 0; steps < 120; steps += 1) {
      const now = await focused();
      if (name.test(now)) return page().keyboard.press('Enter');
      seen.push(now);
      await page().keyboard.press('Tab');
    }
    assert.fail(`Tab never comes to ${String(name)}, but to: ${seen.slice(0, 60).join(' · ')}`);
  };
  const run = async (title: string): Promise<void> => {
    await eventually(async () => {
      // A palette that is open keeps the commands that there were when it was opened.
      if (await page().locator('.quick-input-widget').isVisible()) await page().keyboard.press('Escape');
      await page().keyboard.press('F1');
      await typeInQuickInput(page(), `>${title}`);
      const row = page().locator('.quick-input-list .monaco-list-row.focused', { hasText: title });
      await row.waitFor({ timeout: 3000 });
      await page().keyboard.press('Enter');
      await row.waitFor({ state: 'hidden', timeout: 3000 });
    });
  };
  return {
    focused,
    tabTo,
    /** A command by the palette. */
    run,
    /** The row of a list that holds the words: types them, and takes it. */
    take: async (words: string): Promise<void> => {
      await typeInQuickInput(page(), words);
      await page().locator('.quick-input-list .monaco-list-row.focused', { hasText: words }).waitFor();
      await page().keyboard.press('Enter');
    },
    /** Reads a dialog, whose first button has the focus, and presses it. */
    agree: async (words: RegExp, button: RegExp): Promise<void> => {
      const dialog = page().locator('.monaco-dialog-box');
      await eventually(async () => assert.match(await dialog.innerText(), words));
      await eventually(async () => assert.match(await focused(), button));
      await page().keyboard.press('Enter');
      await dialog.waitFor({ state: 'hidden' });
    },
    /** The button of the next step, from wherever the focus is. */
    pressNextStep: async (button: string): Promise<void> => {
      await run('Focus on Next Step View');
      await tabTo(new RegExp(`^${button}$`));
    },
    /** A button of the toast that came last. */
    pressInToast: async (words: RegExp, button: string): Promise<void> => {
      await page().locator('.notification-toast', { hasText: words }).first().waitFor({ timeout: patience });
      await page().waitForTimeout(900);
      await run('Notifications: Focus Notification Toast');
      await tabTo(new RegExp(`^${button}$`));
    },
  };
}

async function nameOfFocus(frame: Frame): Promise<string> {
  const read = (): string => {
    const { document } = globalThis as unknown as Focus;
    const element = document.hasFocus() ? document.activeElement : null;
    if (element === null || /^(?:iframe|body)$/i.test(element.tagName)) return '';
    return (element.getAttribute('aria-label') ?? element.innerText ?? '').trim();
  };
  // A frame may go while it is asked.
  return frame.evaluate(read).catch(() => '');
}
