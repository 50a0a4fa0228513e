import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { useWorkbench } from '../vscode/use-workbench.js';
import {
  chooseFromQuickPick,
  chooseInDialog,
  dialogText,
  eventually,
  notification,
  pressInToast,
  quickPickRows,
  runCommand,
  screenshot,
} from '../vscode/workbench.js';
import { catalog, feature, pmSteps, savesManually, withApprovedPlan } from './pm-steps.js';

const notes = `${feature}/notes.md`;
const german = catalog.replace('en.json', 'de.json');

describe('story 5: everything is undone, and one thing brought back', () => {
  const workbench = useWorkbench({
    settings: savesManually,
    prepare: withApprovedPlan,
  });
  const pm = pmSteps(workbench);
  let committed = '';

  it('the PM has committed something, is in the middle of more, and made a new file', async () => {
    const { page } = workbench();
    await pm.openPmZone();
    await pm.rewordsEmptyState('Not Now');
    await pm.pressInTitle('Review and Commit…');
    await pm.agree(/“main” is the branch that everybody works from/, 'Give It a Branch');
    await page.locator('.quick-input-title', { hasText: 'Review and commit' }).waitFor();
    await page.keyboard.press('Enter');
    await notification(page, /Committed: /);
    committed = pm.git('rev-parse', 'HEAD');
    await pm.openFile(german);
    await pm.append('\n');
    await pm.save(german, /\}\n\n$/);
    await pm.makeFile('onboarding', notes, '# What six people said');
    await pm.openPmZone();
    await pm.line('notes.md').waitFor();
  });

  it('puts one file back by its line, and finds it again at once', async () => {
    const { page } = workbench();
    const row = pm.line('de.json');
    const asked = /Put .*de\.json back as it was last committed\?[^]*backup is made first/;
    // A review that ends moves the lines under the pointer: the question says which file it is about.
    await eventually(async () => {
      await row.hover();
      await row.getByRole('button', { name: 'Put This File Back' }).click();
      if (asked.test(await dialogText(page))) return;
      await chooseInDialog(page, 'Cancel');
      assert.fail('the line moved');
    });
    await screenshot(page, 'undone-put-back');
    await pm.agree(asked, 'Put It Back');
    await notification(page, /de\.json” is as before/);
    assert.equal(pm.git('status', '--porcelain'), `?? ${notes}`);
    await pm.answer(/is as before/, 'Bring Back…');
    await notification(page, /It is back in your files/);
    assert.match(pm.saved(german), /\}\n\n$/);
  });

  it('takes the last step back, and it is in the files again', async () => {
    const { page } = workbench();
    await pm.chooseFromMenu('Undo My Last Step');
    await pm.agree(/Undo the last commit of this change, “A friendlier empty state: change en\.json”\?/, 'Undo It');
    const told = await notification(page, /undone/);
    await screenshot(page, 'undone-last-step');
    assert.match(pm.saved(catalog), /Boards are where/);
    assert.equal(pm.git('rev-parse', 'HEAD'), pm.git('rev-parse', 'origin/main'));
    await pressInToast(page, told, 'Bring Back…');
    await notification(page, /It is back in your files/);
    assert.equal(pm.git('rev-parse', 'HEAD'), committed);
    assert.match(pm.saved(notes), /six people/);
  });

  it('starts over, and nothing of it is left', async () => {
    const { page } = workbench();
    await pm.chooseFromMenu('Start Over');
    await screenshot(page, 'undone-ask');
    await pm.agree(
      /Take back the whole change on “pm\/a-friendlier-empty-state”.*3 files[^]*backup is made first/,
      'Start Over',
    );
    await notification(page, /All that you had is kept/);
    await pm.nextStep(/Nothing is changed yet/);
    await page.locator('.tab', { hasText: 'notes.md' }).waitFor({ state: 'detached' });
    await screenshot(page, 'undone-all');
    assert.equal(pm.git('rev-parse', 'HEAD'), pm.git('rev-parse', 'origin/main'));
    assert.equal(pm.git('status', '--porcelain'), '');
    assert.equal(existsSync(pm.place(notes)), false);
  });

  it('brings one file of it back', async () => {
    const { page } = workbench();
    await pm.chooseFromMenu('Bring Back…');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'before you started over' }).first().waitFor();
    await screenshot(page, 'undone-backups');
    await chooseFromQuickPick(page, 'before you started over');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'All of it' }).waitFor();
    const parts = (await quickPickRows(page)).join('\n');
    for (const path of [catalog, german, notes]) assert.ok(parts.includes(path), parts);
    await screenshot(page, 'undone-parts');
    await chooseFromQuickPick(page, catalog);
    await notification(page, /It is back in your files/);
    await pm.line('en.json').waitFor();
    await screenshot(page, 'undone-end');
    assert.match(pm.saved(catalog), /Boards are where/);
    assert.equal(existsSync(pm.place(notes)), false);
    await eventually(() => assert.equal(pm.git('status', '--porcelain'), `M  ${catalog}`));
    // The rest waits where it was.
    assert.match(pm.git('for-each-ref', '--format=%(refname)', 'refs/pm-zone'), /backup/);
  });

  it('brings back what VS Code itself took back, which no backup has', async () => {
    const { page } = workbench();
    const before = pm.saved(german);
    await page.locator('.tabs-container .tab', { hasText: 'de.json' }).click();
    await pm.append('\n');
    await pm.save(german, /\}\n\n$/);
    // VS Code's git sees it a moment later.
    await eventually(async () => {
      await runCommand(page, 'Git: Discard Changes');
      await page.locator('.monaco-dialog-box').waitFor({ timeout: 3000 });
    });
    await chooseInDialog(page, 'Discard File');
    await eventually(() => assert.equal(pm.saved(german), before));
    await pm.openPmZone();
    await pm.chooseFromMenu('Bring Back…');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: '“Discard Changes”' }).waitFor();
    await screenshot(page, 'undone-discarded');
    await chooseFromQuickPick(page, '“Discard Changes”');
    await chooseFromQuickPick(page, 'de.json');
    await screenshot(page, 'undone-history');
    await chooseFromQuickPick(page, 'File Saved');
    await page.locator('.tabs-container .tab.active', { hasText: 'File Saved' }).waitFor();
    await screenshot(page, 'undone-restored');
  });
});
