import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { useWorkbench } from '../vscode/use-workbench.js';
import { chooseFromQuickPick, eventually, notification, quickPickRows, screenshot } from '../vscode/workbench.js';
import { catalog, feature, herSteps, savesHerself, withApprovedPlan } from './her-steps.js';

const notes = `${feature}/notes.md`;
const german = catalog.replace('en.json', 'de.json');

describe('story 5: everything is undone, and one thing brought back', () => {
  const workbench = useWorkbench({
    settings: savesHerself,
    prepare: withApprovedPlan,
  });
  const her = herSteps(workbench);
  let committed = '';

  it('she has committed something, is in the middle of more, and made a new file', async () => {
    const { page } = workbench();
    await her.openPmZone();
    await her.rewordsEmptyState('Not Now');
    await her.pressInTitle('Review and Commit…');
    await her.agree(/“main” is the branch that everybody works from/, 'Give It a Branch');
    await page.locator('.quick-input-title', { hasText: 'Review and commit' }).waitFor();
    await page.keyboard.press('Enter');
    await notification(page, /Committed: /);
    committed = her.git('rev-parse', 'HEAD');
    await her.openFile(german);
    await her.append('\n');
    await her.save(german, /\}\n\n$/);
    await her.makeFile('onboarding', notes, '# What six people said');
    await her.openPmZone();
    await her.line('notes.md').waitFor();
  });

  it('puts one file back by its line, and finds it again at once', async () => {
    const { page } = workbench();
    const row = her.line('de.json');
    await row.hover();
    await row.getByRole('button', { name: 'Put This File Back' }).click();
    await screenshot(page, 'undone-put-back');
    await her.agree(/Put .*de\.json back as it was last committed\?[^]*backup is made first/, 'Put It Back');
    await notification(page, /de\.json" is as before/);
    assert.equal(her.git('status', '--porcelain'), `?? ${notes}`);
    await her.answer(/is as before/, 'Bring Back…');
    await notification(page, /It is back in your files/);
    assert.match(her.saved(german), /\}\n\n$/);
  });

  it('takes her last step back, and it is in her files again', async () => {
    const { page } = workbench();
    await her.chooseFromMenu('Undo My Last Step');
    await her.agree(/Undo the last commit of this change, “A friendlier empty state: change en\.json”\?/, 'Undo It');
    const told = await notification(page, /undone/);
    await screenshot(page, 'undone-last-step');
    assert.match(her.saved(catalog), /Boards are where/);
    assert.equal(her.git('rev-parse', 'HEAD'), her.git('rev-parse', 'origin/main'));
    await told.getByRole('button', { name: 'Bring Back…' }).click();
    await notification(page, /It is back in your files/);
    assert.equal(her.git('rev-parse', 'HEAD'), committed);
    assert.match(her.saved(notes), /six people/);
  });

  it('starts over, and nothing of it is left', async () => {
    const { page } = workbench();
    await her.chooseFromMenu('Start Over');
    await screenshot(page, 'undone-ask');
    await her.agree(
      /Take back the whole change on “pm\/a-friendlier-empty-state”.*3 files[^]*backup is made first/,
      'Start Over',
    );
    await notification(page, /All that you had is kept/);
    await her.nextStep(/Nothing is changed yet/);
    await page.locator('.tab', { hasText: 'notes.md' }).waitFor({ state: 'detached' });
    await screenshot(page, 'undone-all');
    assert.equal(her.git('rev-parse', 'HEAD'), her.git('rev-parse', 'origin/main'));
    assert.equal(her.git('status', '--porcelain'), '');
    assert.equal(existsSync(her.place(notes)), false);
  });

  it('brings one file of it back', async () => {
    const { page } = workbench();
    await her.chooseFromMenu('Bring Back…');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'before you started over' }).first().waitFor();
    await screenshot(page, 'undone-backups');
    await chooseFromQuickPick(page, 'before you started over');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'All of it' }).waitFor();
    const parts = (await quickPickRows(page)).join('\n');
    for (const path of [catalog, german, notes]) assert.ok(parts.includes(path), parts);
    await screenshot(page, 'undone-parts');
    await chooseFromQuickPick(page, catalog);
    await notification(page, /It is back in your files/);
    await her.line('en.json').waitFor();
    await screenshot(page, 'undone-end');
    assert.match(her.saved(catalog), /Boards are where/);
    assert.equal(existsSync(her.place(notes)), false);
    await eventually(() => assert.equal(her.git('status', '--porcelain'), `M  ${catalog}`));
    // The rest waits where it was.
    assert.match(her.git('for-each-ref', '--format=%(refname)', 'refs/pm-zone'), /backup/);
  });
});
