import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filledPlan } from '../../demo/sample-change.js';
import type { SampleRepository } from '../../demo/sample-repository.js';
import { useWorkbench } from '../vscode/use-workbench.js';
import {
  chooseFromQuickPick,
  eventually,
  notification,
  runCommand,
  screenshot,
  statusBarItem,
  typeInQuickInput,
} from '../vscode/workbench.js';

const feature = 'src/features/onboarding';

describe('a PM goes through the first week, and never opens our sidebar', () => {
  const git = (sample: SampleRepository, ...args: readonly string[]): void => {
    execFileSync('git', args, { cwd: sample.root, env: sample.environment, stdio: 'pipe' });
  };
  const workbench = useWorkbench({
    prepare: (sample) => {
      git(sample, 'config', 'user.email', 'maya@home.example');
      return undefined;
    },
  });
  /** The steps that have their tick. */
  const done = async (...steps: readonly string[]): Promise<void> => {
    const boxes = workbench().page.locator('.getting-started-step [role="checkbox"][aria-checked="true"]');
    await eventually(async () => {
      const names = await Promise.all((await boxes.all()).map((box) => box.getAttribute('data-done-step-id')));
      const found = names.map((name) => name?.split('#').pop());
      assert.deepEqual(found, steps);
    }, 30_000);
  };

  it('sees no tick where git does not know the PM, nor for a question that is left open', async () => {
    const { page } = workbench();
    await statusBarItem(page, 'Not one of the PMs here').waitFor();
    await runCommand(page, 'Welcome: Open Walkthrough...');
    await chooseFromQuickPick(page, 'PM Zone');
    const step = page.locator('.getting-started-step[data-step-id$="#tools"]');
    await step.click();
    await step.getByRole('button', { name: 'Tell Git Who I Am' }).click();
    await page.locator('.quick-input-title', { hasText: 'Tell git who I am' }).waitFor();
    await page.keyboard.press('Escape');
    await done();
  });

  it('gets the tick of the tools once git knows the PM', async () => {
    const { page } = workbench();
    const step = page.locator('.getting-started-step[data-step-id$="#tools"]');
    await step.getByRole('button', { name: 'Tell Git Who I Am' }).click();
    await chooseFromQuickPick(page, 'maya@harbor.example');
    await typeInQuickInput(page, 'Maya Rivera');
    await page.keyboard.press('Enter');
    await notification(page, 'Git now takes you for Maya Rivera');
    await done('tools');
    await screenshot(page, 'week-one');
  });

  it('gets those of the plan and of the words as they are there, whoever wrote them', async () => {
    const { sample } = workbench();
    const catalog = join(sample.root, feature, 'i18n/en.json');
    writeFileSync(catalog, readFileSync(catalog, 'utf8').replace('No boards', 'No boards yet'));
    await done('tools', 'word');
    writeFileSync(join(sample.root, feature, 'PLANNING.md'), filledPlan('In Review'));
    await done('tools', 'plan', 'word');
    writeFileSync(join(sample.root, feature, 'PLANNING.md'), filledPlan('Approved'));
    await done('tools', 'plan', 'sign-off', 'word');
  });
});
