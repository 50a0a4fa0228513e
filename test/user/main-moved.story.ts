import assert from 'node:assert/strict';
import { useWorkbench } from '../vscode/use-workbench.js';
import {
  chooseFromQuickPick,
  editorText,
  eventually,
  notification,
  quickPickRows,
  screenshot,
} from '../vscode/workbench.js';
import { catalog, pmSteps, readme, savesManually, withApprovedPlan } from './pm-steps.js';

const german = catalog.replace('en.json', 'de.json');

describe('story 2: main moved, with a conflict in a catalog', () => {
  const workbench = useWorkbench({
    settings: savesManually,
    prepare: withApprovedPlan,
  });
  const pm = pmSteps(workbench);
  const getLatest = async (): Promise<void> => {
    await pm.chooseFromMenu('Get the Latest');
  };
  const isAsked = async (about: string): Promise<void> => {
    await workbench().page.locator('.quick-input-title', { hasText: about }).waitFor();
  };

  it('the PM commits new words and a note', async () => {
    const { page } = workbench();
    await pm.openPmZone();
    await pm.press('Find Words from the Product');
    await pm.rewords('No boards', 'emptyState.title', 'No boards yet');
    await pm.save(catalog, /"No boards yet"/);
    await pm.answer(/Shall PM Zone look at each commit/, 'Not Now');
    await pm.openFile(readme);
    await pm.append('\nWe write “board” in lower case.\n');
    await pm.save(readme, /lower case/);
    await pm.line('README.md').waitFor();
    await pm.pressInTitle('Review and Commit…');
    await pm.agree(/“main” is the branch that everybody works from/, 'Give It a Branch');
    await isAsked('Review and commit');
    await page.keyboard.press('Enter');
    await notification(page, /Committed: /);
    await pm.line(/en\.json.*committed/).waitFor();
  });

  it('is told how much newer main is, as soon as the clone knows it', async () => {
    const { page } = workbench();
    pm.othersCommit({ 'docs/glossary.md': '# Glossary\n' }, 'Begin a glossary');
    // As VS Code does by itself where it is allowed to.
    pm.git('fetch', '-q');
    await pm.line(/Get 1 newer change from main/).waitFor();
    await screenshot(page, 'moved-quiet');
    await pm.nextStep(/only you can confirm/);
    assert.doesNotMatch((await pm.toasts()).join(' '), /newer/);
  });

  it('gets the latest, and says for the one text that both changed which shall stand', async () => {
    const { page } = workbench();
    const [mine, base] = [pm.git('rev-parse', 'HEAD'), pm.git('rev-parse', 'origin/main')];
    pm.othersCommit(
      {
        [catalog]: (text) => text.replace('"No boards"', '"Nothing here"').replace('Create a board', 'Make a board'),
        [german]: (text) => text.replace('Hier ist noch nichts', 'Noch ist hier nichts'),
      },
      'Word the empty state anew',
    );
    pm.git('fetch', '-q');
    const moved = pm.line(/Get 2 newer changes from main/);
    await pm.line(/en\.json.*changed there too/).waitFor();
    await screenshot(page, 'moved-apart');
    await moved.click();
    await isAsked('emptyState.title in');
    assert.match((await quickPickRows(page)).join('\n'), /Yours[^]*No boards yet[^]*Theirs[^]*Nothing here/);
    await screenshot(page, 'moved-key');
    await page.keyboard.press('Escape');
    await notification(page, /Nothing was changed/);
    assert.equal(pm.git('rev-parse', 'HEAD'), mine);
    await getLatest();
    await isAsked('emptyState.title in');
    await chooseFromQuickPick(page, 'Yours');
    await notification(page, /The latest of origin\/main is in your change now/);
    assert.deepEqual(await pm.toasts(), []);
    await screenshot(page, 'moved-latest');
    const main = pm.git('rev-parse', 'origin/main');
    assert.notEqual(main, base);
    assert.equal(pm.git('log', '-1', '--format=%P'), `${mine} ${main}`);
    const merged = pm.saved(catalog);
    assert.match(merged, /"emptyState\.title": "No boards yet"/);
    assert.match(merged, /Make a board/, 'what only they changed is theirs');
    assert.match(pm.saved(german), /Noch ist hier nichts/);
    assert.equal(pm.git('status', '--porcelain'), '');
  });

  it('is led to the file that both changed, and takes all of it back', async () => {
    const { page } = workbench();
    const before = pm.git('rev-parse', 'HEAD');
    pm.othersCommit({ [readme]: (text) => `${text}\nWe write “Board” with a capital.\n` }, 'Say how to write it');
    await getLatest();
    await pm.nextStep(/You and somebody else changed the same lines/);
    await page.locator('.merge-editor .view-line', { hasText: 'capital' }).first().waitFor();
    await pm.line('To settle').waitFor();
    await pm.line('README.md').waitFor();
    await screenshot(page, 'moved-settle');
    assert.deepEqual(await pm.toasts(), [], 'nothing covers the button of the merge editor');
    await pm.follow('take it back');
    await pm.agree(/take back all that came in/, 'Take It Back');
    await notification(page, /as it was before you got the latest/);
    await page.locator('.tab', { hasText: 'Merging' }).waitFor({ state: 'detached' });
    await pm.nextStep(/only you can confirm/);
    await screenshot(page, 'moved-taken-back');
    assert.equal(pm.git('rev-parse', 'HEAD'), before);
    assert.equal(pm.git('status', '--porcelain'), '');
    assert.match(pm.saved(readme), /lower case\.\n$/);
  });

  it('keeps what is right of both the second time, and goes on', async () => {
    const { page } = workbench();
    const before = pm.git('rev-parse', 'HEAD');
    await getLatest();
    await pm.nextStep(/You and somebody else changed the same lines/);
    await page.locator('.merge-editor').getByText('Accept Combination (Incoming First)').first().click();
    await page.getByRole('button', { name: 'Complete Merge' }).click();
    await notification(page, /All is settled: yours and theirs are together now/);
    await screenshot(page, 'moved-settled');
    await pm.answer(/All is settled/, 'Finish');
    await notification(page, /The latest is in your change now/);
    // The view that says what comes next is back.
    await pm.nextStep(/only you can confirm/);
    await screenshot(page, 'moved-end');
    assert.equal(pm.git('log', '-1', '--format=%P'), `${before} ${pm.git('rev-parse', 'origin/main')}`);
    assert.equal(pm.git('status', '--porcelain'), '');
    await eventually(() => assert.match(pm.saved(readme), /capital\.\n+We write “board” in lower case/));
    assert.match(await editorText(page), /capital/);
  });
});
