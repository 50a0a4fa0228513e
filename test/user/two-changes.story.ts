import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { useWorkbench } from '../vscode/use-workbench.js';
import { chooseFromQuickPick, eventually, notification, quickPickRows, screenshot, view } from '../vscode/workbench.js';
import { catalog, feature, gitIn, pmSteps, savesManually, withApprovedPlan } from './pm-steps.js';

const first = 'pm/a-friendlier-empty-state';
const second = 'pm/a-warmer-greeting';
const notes = `${feature}/notes.md`;

describe('story 3: a second change is begun, and the first resumed', () => {
  const workbench = useWorkbench({
    settings: savesManually,
    prepare: withApprovedPlan,
  });
  const pm = pmSteps(workbench);
  const asks = async (words: string): Promise<void> => {
    await workbench().page.locator('.quick-input-widget', { hasText: words }).waitFor();
  };

  it('the PM is in the middle of one change, with a file that git does not know yet', async () => {
    const { page } = workbench();
    await pm.openPmZone();
    await pm.rewordsEmptyState('Not Now');
    await pm.openFile(catalog.replace('en.json', 'fr.json'));
    await pm.makeFile('onboarding', notes, '# What six people said');
    await pm.openPmZone();
    await pm.chooseFromMenu('Give My Change a Branch of Its Own…');
    await notification(page, /You are at “pm\/a-friendlier-empty-state” now/);
    await pm.line('notes.md').waitFor();
    await screenshot(page, 'two-first');
    assert.equal(pm.git('branch', '--show-current'), first);
  });

  it('goes back to where everybody works from, and begins another', async () => {
    const { page } = workbench();
    await pm.chooseFromMenu('Switch to Another Change…');
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await screenshot(page, 'two-switch');
    await chooseFromQuickPick(page, 'main, without my changes');
    await notification(page, /You see “main” as everybody has it now.*parked with “pm\/a-friendlier-empty-state”/);
    await pm.nextStep(/You see the product as everybody has it/);
    await page.locator('.tab', { hasText: 'notes.md' }).waitFor({ state: 'detached' });
    await screenshot(page, 'two-main');
    assert.equal(existsSync(pm.place(notes)), false);
    assert.equal(pm.git('status', '--porcelain'), '');
    await view(page, 'Next Step').getByText('find the words').click();
    await pm.rewords('Good to see you', 'welcome.title', 'Welcome');
    await pm.save(catalog, /"Welcome, \{name\}"/);
    await pm.chooseFromMenu('Give My Change a Branch of Its Own…');
    await asks('There is a change called “pm/a-friendlier-empty-state” already');
    await screenshot(page, 'two-name');
    await page.locator('.quick-input-widget input').fill('A warmer greeting');
    await page.keyboard.press('Enter');
    await notification(page, /You are at “pm\/a-warmer-greeting” now/);
    await pm.pressInTitle('Review and Commit…');
    await asks('Review and commit');
    await page.keyboard.press('Enter');
    await notification(page, /Committed: /);
    assert.equal(pm.git('branch', '--show-current'), second);
    assert.equal(pm.git('status', '--porcelain'), '');
  });

  it('resumes the first, and finds all of it as it was left', async () => {
    const { page } = workbench();
    await pm.chooseFromMenu('Switch to Another Change…');
    assert.match((await quickPickRows(page)).join('\n'), /friendlier.*unfinished work waits/i);
    await screenshot(page, 'two-back');
    await chooseFromQuickPick(page, 'unfinished work waits');
    await notification(
      page,
      /You are at “pm\/a-friendlier-empty-state” now\. Your unfinished work of then is back in place/,
    );
    await pm.line('notes.md').waitFor();
    await screenshot(page, 'two-end');
    assert.equal(pm.git('branch', '--show-current'), first);
    assert.match(pm.saved(notes), /six people/);
    await eventually(() => assert.equal(pm.git('status', '--porcelain'), ` M ${catalog}\n?? ${notes}`));
    assert.match(pm.saved(catalog), /Boards are where/);
    assert.match(pm.saved(catalog), /Good to see you/, 'the other change is not in this one');
    assert.match(pm.git('show', `${second}:${catalog}`), /"Welcome, \{name\}"/);
  });

  it('finds at another computer what was sent from the first', async () => {
    const { page, sample } = workbench();
    pm.git('push', '-q', 'origin', second);
    pm.git('switch', '-q', 'main');
    pm.git('branch', '-D', second);
    await pm.chooseFromMenu('Switch to Another Change…');
    await page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'on the server, not on this computer yet' })
      .waitFor();
    await screenshot(page, 'two-elsewhere');
    await chooseFromQuickPick(page, 'on the server, not on this computer yet');
    await notification(page, /You are at “pm\/a-warmer-greeting” now/);
    assert.equal(pm.git('rev-parse', 'HEAD'), gitIn(sample, sample.origin, 'rev-parse', second));
  });
});
