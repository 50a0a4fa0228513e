import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filledPlan } from '../../demo/her-change.js';
import { useWorkbench, type Theme } from '../vscode/use-workbench.js';
import {
  chooseFromQuickPick,
  chooseInDialog,
  dialogText,
  eventually,
  notification,
  openSidebar,
  quickPickRows,
  runCommand,
  screenshot,
  treeRow,
  view,
} from '../vscode/workbench.js';

const feature = 'src/features/onboarding';
const catalog = `${feature}/i18n/en.json`;

for (const theme of ['dark', 'light'] as const satisfies readonly Theme[]) {
  describe(`a PM commits, keeps up and goes back, in ${theme},`, () => {
    const workbench = useWorkbench({
      theme,
      prepare: ({ root }) => {
        writeFileSync(join(root, feature, 'PLANNING.md'), filledPlan('Approved'));
        return undefined;
      },
    });
    const nextStep = async (words: RegExp): Promise<void> => {
      const next = view(workbench().page, 'Next Step');
      await eventually(async () => assert.match(await next.innerText(), words), 20_000);
    };
    const press = async (button: string): Promise<void> => {
      await view(workbench().page, 'Next Step').getByRole('button', { name: button, exact: true }).click();
    };
    const git = (cwd: string, ...args: readonly string[]): string =>
      execFileSync('git', args, {
        cwd,
        env: workbench().sample.environment,
        encoding: 'utf8',
        stdio: 'pipe',
      }).trimEnd();
    const edit = (root: string, path: string, change: (text: string) => string): void =>
      writeFileSync(join(root, path), change(readFileSync(join(root, path), 'utf8')));
    const dismiss = async (): Promise<void> => {
      await runCommand(workbench().page, 'Notifications: Clear All Notifications');
    };
    /** Somebody else changes files on the branch that everybody works from. */
    const others = (path: string, change: (text: string) => string): void => {
      const { sample } = workbench();
      const clone = join(sample.folder, 'others');
      execFileSync('rm', ['-rf', clone]);
      git(sample.folder, 'clone', '-q', sample.origin, clone);
      edit(clone, path, change);
      git(
        clone,
        '-c',
        'user.name=Erin Okafor',
        '-c',
        'user.email=erin@harbor.example',
        'commit',
        '-qam',
        'Word it anew',
      );
      git(clone, 'push', '-q', 'origin', 'HEAD:main');
    };

    it('gives the change a branch and commits it, from the sidebar', async () => {
      const { page, sample } = workbench();
      await openSidebar(page, 'PM Zone');
      await nextStep(/Give it a branch of its own/);
      await press('Make a Branch');
      await nextStep(/complete\. Commit it/);
      assert.equal(git(sample.root, 'branch', '--show-current'), 'pm/a-friendlier-empty-state');
      await screenshot(page, `work-branch-${theme}`);
      await dismiss();
      await press('Review and Commit');
      await page.locator('.quick-input-title', { hasText: 'Review and commit' }).waitFor();
      await screenshot(page, `work-message-${theme}`);
      await page.keyboard.press('Enter');
      await notification(page, /Committed: /);
      await nextStep(/Share the branch/);
      assert.equal(git(sample.root, 'status', '--porcelain'), '');
      await dismiss();
    });

    it('puts a file back, and brings it back', async () => {
      const { page, sample } = workbench();
      edit(sample.root, catalog, (text) => text.replace('No boards', 'No boards yet'));
      const row = treeRow(page, 'My Change', 'en.json');
      await row.waitFor();
      await row.hover();
      await row.getByRole('button', { name: 'Put This File Back' }).click();
      assert.match(await dialogText(page), /Put .*en\.json back as it was last committed\?[^]*backup is made first/);
      await screenshot(page, `work-put-back-${theme}`);
      await chooseInDialog(page, 'Put It Back');
      const toast = await notification(page, /is as before/);
      await screenshot(page, `work-is-back-${theme}`);
      await toast.getByRole('button', { name: 'Bring Back…' }).click();
      await eventually(() => assert.match(readFileSync(join(sample.root, catalog), 'utf8'), /No boards yet/));
      await dismiss();
    });

    it('gets the latest, key by key', async () => {
      const { page, sample } = workbench();
      git(sample.root, 'commit', '-qam', 'Say more');
      others(catalog, (text) => text.replace('No boards', 'Nothing here'));
      await runCommand(page, 'PM Zone: Get the Latest');
      await page.locator('.quick-input-title', { hasText: 'emptyState.title in' }).waitFor();
      assert.match((await quickPickRows(page)).join('\n'), /Yours[^]*No boards yet[^]*Theirs[^]*Nothing here/);
      await screenshot(page, `work-key-${theme}`);
      await chooseFromQuickPick(page, 'Yours');
      await notification(page, /is in your change now/);
      assert.match(readFileSync(join(sample.root, catalog), 'utf8'), /No boards yet/);
      await dismiss();
    });

    it('settles the rest in the merge editor, or takes it back', async () => {
      const { page, sample } = workbench();
      const file = `${feature}/README.md`;
      edit(sample.root, file, (text) => `${text}\nMine.\n`);
      git(sample.root, 'commit', '-qam', 'Add mine');
      const before = git(sample.root, 'rev-parse', 'HEAD');
      others(file, (text) => `${text}\nTheirs.\n`);
      await runCommand(page, 'PM Zone: Get the Latest');
      await notification(page, /Both sides changed/);
      await nextStep(/changed the same lines/);
      await page.locator('.merge-editor .view-line', { hasText: 'Theirs.' }).first().waitFor();
      await screenshot(page, `work-merge-${theme}`);
      await press('Take It Back');
      await chooseInDialog(page, 'Take It Back');
      await notification(page, /as it was before you got the latest/);
      assert.equal(git(sample.root, 'rev-parse', 'HEAD'), before);
      await screenshot(page, `work-cancelled-${theme}`);
      await dismiss();
    });

    it('begins another change, and finds what to bring back', async () => {
      const { page, sample } = workbench();
      await runCommand(page, 'PM Zone: Give My Change a Branch of Its Own…');
      await page.locator('.quick-input-title', { hasText: 'a branch of its own' }).waitFor();
      await page.keyboard.type('Second thoughts');
      await page.keyboard.press('Enter');
      await notification(page, /pm\/second-thoughts/);
      await dismiss();
      await runCommand(page, 'PM Zone: Switch to Another Change…');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'friendlier empty state' }).waitFor();
      await screenshot(page, `work-switch-${theme}`);
      await page.keyboard.press('Enter');
      await eventually(() => assert.equal(git(sample.root, 'branch', '--show-current'), 'pm/a-friendlier-empty-state'));
      await dismiss();
      await runCommand(page, 'PM Zone: Bring Back…');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'put back' }).first().waitFor();
      await screenshot(page, `work-backups-${theme}`);
      await page.keyboard.press('Escape');
    });
  });
}
