import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { resizeSidebar, screenshot, view } from '../vscode/workbench.js';
import { playWordsFirst } from './play-words-first.js';
import { products } from './public-products.js';

// How VS Code may look to a PM: each moment in light and in high contrast, in a narrow window, and at twice the size.

const roomy = { width: 1280, height: 800 };

/** VS Code in a browser has no zoom of its own: at 200 % a window has half as much room. */
const looks = [
  ['light', 'light', roomy],
  ['contrast', 'dark', roomy],
  ['narrow', 'dark', { width: 800, height: 720 }],
  ['200', 'light', { width: 640, height: 400 }],
] as const;

async function shoot(page: Page, name: string): Promise<void> {
  for (const [look, colorScheme, size] of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(size);
    const isNarrow = size.width < roomy.width;
    if (isNarrow) await resizeSidebar(page, 300);
    await page.waitForTimeout(500); // What is drawn anew has no sign of its end.
    await screenshot(page, `${name}-${look}`);
    const button = view(page, 'Next Step').locator('.monaco-button').first();
    if (!(await button.isVisible())) continue;
    const [box, pane] = [await button.boundingBox(), await view(page, 'Next Step').boundingBox()];
    assert.ok(box && pane && box.y + box.height <= pane.y + pane.height, `${name}, ${look}: the button is out of view`);
  }
  await page.setViewportSize(roomy);
}

const [first] = products;
if (first !== undefined)
  playWordsFirst(first, {
    name: 'in each look',
    settings: {
      'window.autoDetectColorScheme': true,
      'workbench.preferredDarkColorTheme': 'Default High Contrast',
      'workbench.preferredLightColorTheme': 'Default Light Modern',
    },
    shoot,
  });
