import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { useWorkbench } from '../vscode/use-workbench.js';
import {
  chooseFromQuickPick,
  eventually,
  resizeSidebar,
  runCommand,
  screenshot,
  treeRow,
  view,
} from '../vscode/workbench.js';
import { catalog, feature, pmSteps, savesManually, withApprovedPlan } from './pm-steps.js';

describe('a PM with a narrow sidebar', () => {
  const workbench = useWorkbench({ settings: savesManually, prepare: withApprovedPlan });
  const pm = pmSteps(workbench);
  const unfold = async (...titles: readonly string[]): Promise<void> => {
    for (const title of ['Next Step', 'My Change', 'My Zone', 'Planning Docs']) {
      const header = view(workbench().page, title).locator('.pane-header');
      const isOpen = (await header.getAttribute('aria-expanded')) === 'true';
      if (isOpen !== titles.includes(title)) await header.click();
    }
  };

  it('tells the feature folder by its own name', async () => {
    const { page } = workbench();
    await pm.openPmZone();
    await resizeSidebar(page, 200);
    await unfold('My Zone');
    const row = treeRow(page, 'My Zone', /^onboarding/);
    const [name, line] = [await row.locator('.label-name').boundingBox(), await row.boundingBox()];
    assert.ok(name && line);
    assert.ok(name.x + name.width <= line.x + line.width, 'the name is cut off');
    await screenshot(page, 'narrow-zone');
    await unfold('Planning Docs');
    await treeRow(page, 'Planning Docs', 'A friendlier empty state').waitFor();
    await screenshot(page, 'narrow-plans');
  });

  it('reads what is the matter with a file, not where it lies', async () => {
    const { page } = workbench();
    for (const path of [catalog, 'src/payments/charge.ts', `${feature}/index.tsx`])
      appendFileSync(pm.place(path), '\n');
    await unfold('My Change');
    await pm.line('charge.ts').first().waitFor();
    await runCommand(page, 'PM Zone: Review My Change');
    await pm.line(/^Files in your zone/).waitFor();
    await pm.line(/^With an engineer/).waitFor();
    await screenshot(page, 'narrow-change');
  });

  it('reads the walkthrough beside it', async () => {
    const { page } = workbench();
    await runCommand(page, 'Welcome: Open Walkthrough...');
    await chooseFromQuickPick(page, 'PM Zone');
    const description = page.locator('.category-description').first();
    await description.waitFor();
    await eventually(async () => assert.match(await description.innerText(), /one word\.$/));
    await screenshot(page, 'narrow-walkthrough');
  });
});
