import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { aKey } from '../../demo/sample-change.js';
import { useWorkbench } from '../vscode/use-workbench.js';
import {
  chooseFromQuickPick,
  editorText,
  eventually,
  notification,
  openFile,
  reloadWindow,
  runCommand,
  screenshot,
  typeInQuickInput,
  view,
} from '../vscode/workbench.js';
import { catalog, gitIn, pmSteps, readme, savesManually, withApprovedPlan, withOwnUserFolder } from './pm-steps.js';

const locked = 'src/payments/charge.ts';
const branch = 'pm/a-friendlier-empty-state';
/** Seconds that git takes here for each catalog that it writes. */
const slow = 2;

describe('the window is reloaded in the middle of a step', function () {
  this.timeout(120_000);
  const workbench = useWorkbench({
    settings: savesManually,
    prepare: (sample) => {
      withOwnUserFolder(sample);
      withApprovedPlan(sample);
      gitIn(sample, sample.root, 'config', 'filter.slow.smudge', `sleep ${slow}; cat`);
      return undefined;
    },
  });
  const pm = pmSteps(workbench);
  const reload = (): Promise<void> => reloadWindow(workbench().page);
  const attributes = (text: string): void => {
    const place = pm.place('.git/info/attributes');
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  };

  it('of a few questions about a plan: nothing is begun', async () => {
    const { page } = workbench();
    await pm.openPmZone();
    await pm.nextStep(/Nothing is changed yet/);
    await view(page, 'Next Step').getByText('start a planning doc').click();
    await typeInQuickInput(page, 'A warmer greeting');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Words' }).waitFor();
    await reload();
    await pm.nextStep(/Nothing is changed yet/);
    assert.deepEqual([pm.git('branch', '--format=%(refname:short)'), pm.git('status', '--porcelain')], ['main', '']);
  });

  it('of a review: it is as if none had begun', async () => {
    const { page } = workbench();
    await pm.rewordsEmptyState('Not Now');
    await pm.line('en.json').waitFor();
    await runCommand(page, 'PM Zone: Review My Change');
    await reload();
    await pm.line(/Review.*not yet/).waitFor({ timeout: 40_000 });
    await pm.nextStep(/Review your change/);
    assert.deepEqual(await pm.toasts(), []);
  });

  it('of a switch to another change: it is rolled back, and the PM is told', async () => {
    const { page } = workbench();
    await pm.chooseFromMenu('Give My Change a Branch of Its Own…');
    await notification(page, /You are at “pm\/a-friendlier-empty-state” now/);
    const words = pm.saved(catalog);
    attributes('*.json filter=slow\n');
    await pm.chooseFromMenu('Switch to Another Change…');
    await chooseFromQuickPick(page, 'main, without my changes');
    await new Promise((resolve) => setTimeout(resolve, (slow * 1000) / 3));
    await reload();
    await notification(page, /A step had been interrupted \(switch\)\. All is as it was before it/);
    attributes('');
    await screenshot(page, 'reload-switch');
    assert.equal(pm.git('branch', '--show-current'), branch);
    assert.equal(pm.git('status', '--porcelain'), ` M ${catalog}`);
    assert.equal(pm.saved(catalog), words);
    await pm.line('en.json').waitFor();
    await pm.chooseFromMenu('Switch to Another Change…');
    await chooseFromQuickPick(page, 'main, without my changes');
    await notification(page, /You see “main” as everybody has it now/);
    await pm.chooseFromMenu('Switch to Another Change…');
    await chooseFromQuickPick(page, 'unfinished work waits');
    await notification(page, /Your unfinished work of then is back in place/);
    assert.equal(pm.saved(catalog), words);
  });

  it('with a locked file open: it is read-only again, and says why', async () => {
    const { page } = workbench();
    await openFile(page, locked);
    const lens = page.locator('.contentWidgets .codelens-decoration', { hasText: 'Request to Pair…' });
    await lens.waitFor();
    await reload();
    await lens.waitFor({ timeout: 40_000 });
    const before = await editorText(page);
    await page.locator('.editor-group-container.active .monaco-editor .view-lines').click();
    await page.keyboard.type('x');
    assert.equal(await editorText(page), before);
    await page.keyboard.press('Escape');
  });

  it('with a commit refused: both views still say what to fix', async () => {
    const { page } = workbench();
    await runCommand(page, 'PM Zone: Turn the Commit Guard On');
    await notification(page, /The commit guard is on/);
    appendFileSync(pm.place(readme), `\nTry ${aKey()}\n`);
    pm.git('add', '--all');
    assert.throws(() => pm.git('commit', '-m', 'x'), /Anthropic/);
    const isShown = async (): Promise<void> => {
      await pm.line(/Commit stopped: 1 thing to fix/).waitFor({ timeout: 40_000 });
      await pm.nextStep(/Your commit was stopped, and nothing is lost/);
    };
    await isShown();
    await reload();
    await isShown();
    await screenshot(page, 'reload-refused');
    pm.git('reset', '-q');
    pm.git('checkout', 'HEAD', '--', readme);
    await pm.line(/Commit stopped/).waitFor({ state: 'detached' });
  });

  it('with a file to settle: it is still to settle, and can be taken back', async () => {
    const { page } = workbench();
    appendFileSync(pm.place(readme), '\nWe write “board” in lower case.\n');
    pm.git('add', '--all');
    pm.git('commit', '-qm', 'Mine');
    const mine = pm.git('rev-parse', 'HEAD');
    pm.othersCommit({ [readme]: (text) => `${text}\nWe write “Board” with a capital.\n` }, 'Say how to write it');
    await pm.chooseFromMenu('Get the Latest');
    await page.locator('.merge-editor .view-line', { hasText: 'capital' }).first().waitFor();
    await reload();
    await pm.nextStep(/You and somebody else changed the same lines/);
    await pm.line('README.md').waitFor();
    await pm.press('Open the Next File');
    await page.locator('.merge-editor .view-line', { hasText: 'capital' }).first().waitFor();
    await screenshot(page, 'reload-settle');
    await pm.follow('take it back');
    await pm.agree(/take back all that came in/, 'Take It Back');
    await notification(page, /as it was before you got the latest/);
    await eventually(() =>
      assert.deepEqual([pm.git('rev-parse', 'HEAD'), pm.git('status', '--porcelain')], [mine, '']),
    );
    assert.match(pm.saved(readme), /lower case\.\n$/);
  });
});
