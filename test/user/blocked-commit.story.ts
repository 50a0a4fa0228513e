import assert from 'node:assert/strict';
import { aKey } from '../../demo/sample-change.js';
import { useWorkbench } from '../vscode/use-workbench.js';
import { eventually, openSidebar, notification, problemRows, screenshot, view } from '../vscode/workbench.js';
import { catalog, herSteps, readme, savesHerself, withApprovedPlan, withOwnUserFolder } from './her-steps.js';

const branch = 'pm/a-friendlier-empty-state';

describe('story 1: a blocked commit is mended', () => {
  const workbench = useWorkbench({
    settings: savesHerself,
    prepare: (sample) => {
      withOwnUserFolder(sample);
      withApprovedPlan(sample);
      return undefined;
    },
  });
  const her = herSteps(workbench);

  it('she changes a sentence and has each commit looked at', async () => {
    const { page } = workbench();
    await her.openPmZone();
    await her.nextStep(/Nothing is changed yet/);
    await screenshot(page, 'blocked-begin');
    await her.rewordsEmptyState('Turn It On');
    await her.line(/Commit guard.*on/).waitFor();
  });

  it('“Review and Commit” refuses a password in one sentence, and she mends it by the light bulb', async () => {
    const { page } = workbench();
    const base = her.git('rev-parse', 'HEAD');
    await her.openFile(readme);
    await her.append(`\nTry it with ${aKey()}\n`);
    await her.save(readme, /Try it with/);
    await her.line('README.md').waitFor();
    await her.pressInTitle('Review and Commit…');
    await her.agree(/“main” is the branch that everybody works from/, 'Give It a Branch');
    const refused = await notification(page, /Not committed/);
    assert.match(await refused.innerText(), /Not committed: .*README\.md.*looks like an Anthropic key.*Take it out/);
    assert.equal((await her.toasts()).length, 1);
    await screenshot(page, 'blocked-refused');
    assert.equal(her.git('rev-parse', 'HEAD'), base);
    await her.answer(/Not committed/, 'Show Problems');
    await her.nextStep(/found something to fix/);
    await her.mend('Anthropic', 'Take out what is new here');
    await her.saveAll(readme, /^(?![^]*Try it with)/);
    await screenshot(page, 'blocked-mended');
    await her.line(/^README\.md/).waitFor({ state: 'hidden' });
    await her.nextStep(/Review your change/);
    await her.pressInTitle('Review and Commit…');
    await page.locator('.quick-input-title', { hasText: 'Review and commit' }).waitFor();
    await screenshot(page, 'blocked-message');
    await page.keyboard.press('Enter');
    await notification(page, /Committed: A friendlier empty state: change en\.json/);
    assert.equal(her.git('branch', '--show-current'), branch);
    assert.equal(her.git('rev-parse', 'HEAD~1'), base);
    assert.equal(her.git('show', '--name-only', '--format='), catalog);
  });

  it('“Source Control” refuses it too, says that the mend is not included yet, and then commits', async () => {
    const { page } = workbench();
    const before = her.git('rev-parse', 'HEAD');
    const commit = page.locator('.scm-view .monaco-button', { hasText: 'Commit' }).first();
    await her.openFile(readme);
    await her.append(`\nOur key is ${aKey()}\n`);
    await her.save(readme, /Our key is/);
    await openSidebar(page, 'Source Control');
    await page.locator('.scm-editor .view-lines').first().click();
    await page.keyboard.insertText('Say how to try it');
    // VS Code commits what it knows to be changed.
    await page.locator('.scm-view .monaco-list-row', { hasText: 'README.md' }).first().waitFor();
    await commit.click();
    await her.agree(/no staged changes/, 'Yes');
    await screenshotOfDialog('blocked-dialog');
    await her.agree(/Not committed: .*README\.md.*looks like an Anthropic key/s, 'Cancel');
    assert.equal(her.git('rev-parse', 'HEAD'), before);

    // Where she committed it says what to mend, and it stays there.
    const stopped = view(page, 'Your Commit Was Stopped');
    await stopped.locator('.monaco-list-row', { hasText: 'Anthropic' }).waitFor();
    assert.match(await stopped.innerText(), /Nothing is lost\. Mend this, choose the \+ beside the file/);
    await screenshot(page, 'blocked-stopped');
    // So does the sidebar, with a number on its icon.
    await page
      .locator('.activitybar .action-item', { hasText: '1' })
      .and(page.getByRole('tab', { name: /PM Zone/ }))
      .waitFor();
    await her.openPmZone();
    await her.nextStep(/Your commit was stopped, and nothing is lost/);
    await her.line(/Commit stopped: 1 thing to fix/).waitFor();
    await screenshot(page, 'blocked-sidebar');
    assert.match((await problemRows(page)).join('\n'), /looks like an Anthropic key/);
    await her.mend('Anthropic', 'Take out what is new here');
    await her.openFile(readme);
    await her.append('\nTry it with a key of your own.\n');
    await her.save(readme, /a key of your own/);

    await openSidebar(page, 'Source Control');
    // Once VS Code knows of the edit: its list is drawn anew under the pointer.
    await page.locator('.scm-view .monaco-list-row', { hasText: 'README.md' }).nth(1).waitFor();
    await commit.click();
    await screenshotOfDialog('blocked-not-included');
    await her.agree(
      /Not committed: your last edit of .*README\.md is not included yet\. Choose the \+ beside it/s,
      'Cancel',
    );
    const changed = page.locator('.scm-view .monaco-list-row', { hasText: 'README.md' }).last();
    await changed.hover();
    await changed.getByRole('button', { name: 'Stage Changes' }).click();
    await eventually(() => assert.equal(her.git('status', '--porcelain'), `M  ${readme}`));
    await commit.click();
    await eventually(() => assert.equal(her.git('log', '-1', '--format=%s'), 'Say how to try it'));
    await stopped.waitFor({ state: 'detached' });
    assert.equal(her.git('status', '--porcelain'), '');
    assert.match(her.git('show', `HEAD:${readme}`), /a key of your own/);
    assert.equal(her.git('log', '--branches', '-S', aKey(), '--format=%h'), '', 'the key is in no commit');
    await her.openPmZone();
    await screenshot(page, 'blocked-end');
  });

  async function screenshotOfDialog(name: string): Promise<void> {
    await workbench().page.locator('.monaco-dialog-box', { hasText: 'Not committed' }).waitFor();
    await screenshot(workbench().page, name);
  }
});
