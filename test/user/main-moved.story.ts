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
import { catalog, herSteps, readme, savesHerself, withApprovedPlan } from './her-steps.js';

const german = catalog.replace('en.json', 'de.json');

describe('story 2: main moved, with a conflict in a catalog', () => {
  const workbench = useWorkbench({
    settings: savesHerself,
    prepare: withApprovedPlan,
  });
  const her = herSteps(workbench);
  const getLatest = async (): Promise<void> => {
    await her.chooseFromMenu('Get the Latest');
  };
  const isAsked = async (about: string): Promise<void> => {
    await workbench().page.locator('.quick-input-title', { hasText: about }).waitFor();
  };

  it('she commits new words and a note', async () => {
    const { page } = workbench();
    await her.openPmZone();
    await her.press('Find Words from the Product');
    await her.rewords('No boards', 'emptyState.title', 'No boards yet');
    await her.save(catalog, /"No boards yet"/);
    await her.answer(/Shall PM Zone look at each commit/, 'Not Now');
    await her.openFile(readme);
    await her.append('\nWe write “board” in lower case.\n');
    await her.save(readme, /lower case/);
    await her.line('README.md').waitFor();
    await her.pressInTitle('Review and Commit…');
    await her.agree(/“main” is the branch that everybody works from/, 'Give It a Branch');
    await isAsked('Review and commit');
    await page.keyboard.press('Enter');
    await notification(page, /Committed: /);
    await her.line(/en\.json.*committed/).waitFor();
  });

  it('is told how much newer main is, as soon as her clone knows it', async () => {
    const { page } = workbench();
    her.othersCommit({ 'docs/glossary.md': '# Glossary\n' }, 'Begin a glossary');
    // As VS Code does by itself where she lets it.
    her.git('fetch', '-q');
    await her.line(/Get 1 newer change from main/).waitFor();
    await screenshot(page, 'moved-quiet');
    await her.nextStep(/Review your change/);
    assert.doesNotMatch((await her.toasts()).join(' '), /newer/);
  });

  it('gets the latest, and says for the one text that both changed which shall stand', async () => {
    const { page } = workbench();
    const [mine, base] = [her.git('rev-parse', 'HEAD'), her.git('rev-parse', 'origin/main')];
    her.othersCommit(
      {
        [catalog]: (text) => text.replace('"No boards"', '"Nothing here"').replace('Create a board', 'Make a board'),
        [german]: (text) => text.replace('Hier ist noch nichts', 'Noch ist hier nichts'),
      },
      'Word the empty state anew',
    );
    her.git('fetch', '-q');
    const moved = her.line(/Get 2 newer changes from main/);
    await her.line(/en\.json.*changed there too/).waitFor();
    await screenshot(page, 'moved-apart');
    await moved.click();
    await isAsked('emptyState.title in');
    assert.match((await quickPickRows(page)).join('\n'), /Yours[^]*No boards yet[^]*Theirs[^]*Nothing here/);
    await screenshot(page, 'moved-key');
    await page.keyboard.press('Escape');
    await notification(page, /Nothing was changed/);
    assert.equal(her.git('rev-parse', 'HEAD'), mine);
    await getLatest();
    await isAsked('emptyState.title in');
    await chooseFromQuickPick(page, 'Yours');
    await notification(page, /The latest of origin\/main is in your change now/);
    assert.equal((await her.toasts()).length, 1);
    await screenshot(page, 'moved-latest');
    const main = her.git('rev-parse', 'origin/main');
    assert.notEqual(main, base);
    assert.equal(her.git('log', '-1', '--format=%P'), `${mine} ${main}`);
    const merged = her.saved(catalog);
    assert.match(merged, /"emptyState\.title": "No boards yet"/);
    assert.match(merged, /Make a board/, 'what only they changed is theirs');
    assert.match(her.saved(german), /Noch ist hier nichts/);
    assert.equal(her.git('status', '--porcelain'), '');
  });

  it('is led to the file that both changed, and takes all of it back', async () => {
    const { page } = workbench();
    const before = her.git('rev-parse', 'HEAD');
    her.othersCommit({ [readme]: (text) => `${text}\nWe write “Board” with a capital.\n` }, 'Say how to write it');
    await getLatest();
    await her.nextStep(/You and somebody else changed the same lines/);
    await page.locator('.merge-editor .view-line', { hasText: 'capital' }).first().waitFor();
    await her.line('README.md').waitFor();
    await screenshot(page, 'moved-settle');
    assert.deepEqual(await her.toasts(), [], 'nothing covers the button of the merge editor');
    await her.press('Take It Back');
    await her.agree(/take back all that came in/, 'Take It Back');
    await notification(page, /as it was before you got the latest/);
    await page.locator('.tab', { hasText: 'Merging' }).waitFor({ state: 'detached' });
    await her.nextStep(/Review your change/);
    await screenshot(page, 'moved-taken-back');
    assert.equal(her.git('rev-parse', 'HEAD'), before);
    assert.equal(her.git('status', '--porcelain'), '');
    assert.match(her.saved(readme), /lower case\.\n$/);
  });

  it('keeps what is right of both the second time, and goes on', async () => {
    const { page } = workbench();
    const before = her.git('rev-parse', 'HEAD');
    await getLatest();
    await her.nextStep(/You and somebody else changed the same lines/);
    await page.locator('.merge-editor').getByText('Accept Combination (Incoming First)').first().click();
    await page.getByRole('button', { name: 'Complete Merge' }).click();
    await notification(page, /All is settled: yours and theirs are together now/);
    await screenshot(page, 'moved-settled');
    await her.answer(/All is settled/, 'Finish');
    await notification(page, /The latest is in your change now/);
    // She is back where she is told what comes next.
    await her.nextStep(/Review your change/);
    await screenshot(page, 'moved-end');
    assert.equal(her.git('log', '-1', '--format=%P'), `${before} ${her.git('rev-parse', 'origin/main')}`);
    assert.equal(her.git('status', '--porcelain'), '');
    await eventually(() => assert.match(her.saved(readme), /capital\.\n+We write “board” in lower case/));
    assert.match(await editorText(page), /capital/);
  });
});
