import assert from 'node:assert/strict';
import { aKey } from '../../demo/sample-change.js';
import { useWorkbench } from '../vscode/use-workbench.js';
import { eventually, openSidebar, notification, problemRows, screenshot, view } from '../vscode/workbench.js';
import { catalog, pmSteps, readme, savesManually, withApprovedPlan, withOwnUserFolder } from './pm-steps.js';

const branch = 'pm/a-friendlier-empty-state';

describe('story 1: a blocked commit is fixed', () => {
  const workbench = useWorkbench({
    settings: savesManually,
    prepare: (sample) => {
      withOwnUserFolder(sample);
      withApprovedPlan(sample);
      return undefined;
    },
  });
  const pm = pmSteps(workbench);

  it('the PM changes a sentence and has each commit reviewed', async () => {
    const { page } = workbench();
    await pm.openPmZone();
    await pm.nextStep(/Nothing is changed yet/);
    await screenshot(page, 'blocked-begin');
    await pm.rewordsEmptyState('Turn It On');
    await pm.findLine(/Commit guard.*on/);
  });

  it('“Review and Commit” refuses a password in one sentence, and the PM fixes it by the light bulb', async () => {
    const { page } = workbench();
    const base = pm.git('rev-parse', 'HEAD');
    await pm.openFile(readme);
    await pm.append(`\nTry it with ${aKey()}\n`);
    await pm.save(readme, /Try it with/);
    await pm.findLine('README.md');
    await pm.pressInTitle('Review and Commit…');
    await pm.agree(/“main” is the branch that everybody works from/, 'Give It a Branch');
    const refused = await notification(page, /Not committed/);
    assert.match(await refused.innerText(), /Not committed: .*README\.md.*looks like an Anthropic key.*Take it out/);
    assert.equal((await pm.toasts()).length, 1);
    await screenshot(page, 'blocked-refused');
    assert.equal(pm.git('rev-parse', 'HEAD'), base);
    await pm.answer(/Not committed/, 'Show Problems');
    await pm.nextStep(/looks like a password or key/);
    await pm.applyFix('Anthropic', 'Take out what is new here');
    await pm.saveAll(readme, /^(?![^]*Try it with)/);
    await screenshot(page, 'blocked-fixed');
    await pm.line(/^README\.md ?changed/).waitFor({ state: 'hidden' });
    // A save reviews by itself.
    await pm.nextStep(/only you can confirm/);
    await pm.pressInTitle('Review and Commit…');
    await page.locator('.quick-input-title', { hasText: 'Review and commit' }).waitFor();
    await screenshot(page, 'blocked-message');
    await page.keyboard.press('Enter');
    await notification(page, /Committed: A friendlier empty state: change en\.json/);
    assert.equal(pm.git('branch', '--show-current'), branch);
    assert.equal(pm.git('rev-parse', 'HEAD~1'), base);
    assert.equal(pm.git('show', '--name-only', '--format='), catalog);
  });

  it('“Source Control” refuses it too, says that the fix is not included yet, and then commits', async () => {
    const { page } = workbench();
    const before = pm.git('rev-parse', 'HEAD');
    const commit = page.locator('.scm-view .monaco-button', { hasText: 'Commit' }).first();
    await pm.openFile(readme);
    await pm.append(`\nOur key is ${aKey()}\n`);
    await pm.save(readme, /Our key is/);
    await openSidebar(page, 'Source Control');
    await page.locator('.scm-editor .view-lines').first().click();
    await page.keyboard.insertText('Say how to try it');
    // VS Code commits what it knows to be changed.
    await page.locator('.scm-view .monaco-list-row', { hasText: 'README.md' }).first().waitFor();
    await commit.click();
    await pm.agree(/no staged changes/, 'Yes');
    await screenshotOfDialog('blocked-dialog');
    await pm.agree(/Not committed: .*README\.md.*looks like an Anthropic key/s, 'Cancel');
    assert.equal(pm.git('rev-parse', 'HEAD'), before);

    // Beside the files of the commit it says what to fix, and stays there.
    const stopped = view(page, 'Your Commit Was Stopped');
    await stopped.locator('.monaco-list-row', { hasText: 'Anthropic' }).waitFor();
    assert.match(await stopped.innerText(), /Nothing is lost\. Fix this, or put the file back/);
    await screenshot(page, 'blocked-stopped');
    // So does the sidebar, with a number on its icon.
    await page
      .locator('.activitybar .action-item', { hasText: '1' })
      .and(page.getByRole('tab', { name: /PM Zone/ }))
      .waitFor();
    await pm.openPmZone();
    await pm.nextStep(/Your commit was stopped, and nothing is lost/);
    await pm.line(/Commit stopped: 1 thing to fix/).waitFor();
    await screenshot(page, 'blocked-sidebar');
    await eventually(async () => assert.match((await problemRows(page)).join('\n'), /looks like an Anthropic key/));
    await pm.applyFix('Anthropic', 'Take out what is new here');
    await pm.openFile(readme);
    await pm.append('\nTry it with a key of your own.\n');
    await pm.save(readme, /a key of your own/);

    await openSidebar(page, 'Source Control');
    // Once VS Code knows of the edit: its list is drawn anew under the pointer.
    await page.locator('.scm-view .monaco-list-row', { hasText: 'README.md' }).nth(1).waitFor();
    await commit.click();
    await screenshotOfDialog('blocked-not-included');
    await pm.agree(
      /Not committed: your last edit of .*README\.md is not included yet\. Commit by “Review and Commit…”, which includes it/s,
      'Cancel',
    );
    const changed = page.locator('.scm-view .monaco-list-row', { hasText: 'README.md' }).last();
    await changed.hover();
    await changed.getByRole('button', { name: 'Stage Changes' }).click();
    await eventually(() => assert.equal(pm.git('status', '--porcelain'), `M  ${readme}`));
    await commit.click();
    await eventually(() => assert.equal(pm.git('log', '-1', '--format=%s'), 'Say how to try it'));
    await stopped.waitFor({ state: 'detached' });
    assert.equal(pm.git('status', '--porcelain'), '');
    assert.match(pm.git('show', `HEAD:${readme}`), /a key of your own/);
    assert.equal(pm.git('log', '--branches', '-S', aKey(), '--format=%h'), '', 'the key is in no commit');
    await pm.openPmZone();
    await screenshot(page, 'blocked-end');
  });

  async function screenshotOfDialog(name: string): Promise<void> {
    await workbench().page.locator('.monaco-dialog-box', { hasText: 'Not committed' }).waitFor();
    await screenshot(workbench().page, name);
  }
});
