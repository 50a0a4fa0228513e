import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findHookTool } from '../support/hook-tools.js';
import { useWorkbench } from '../vscode/use-workbench.js';
import { eventually, notification, openSidebar, screenshot } from '../vscode/workbench.js';
import { catalog, gitIn, pmSteps, savesManually, withApprovedPlan, withOwnUserFolder } from './pm-steps.js';

const husky = findHookTool('husky');
const locked = 'src/payments/charge.ts';

describe('story 6: a repository with husky', () => {
  before(function () {
    if (typeof husky === 'string') this.skip();
  });
  const installHusky = (cwd: string, env: NodeJS.ProcessEnv): void => {
    if (typeof husky !== 'string') execFileSync(husky.program, husky.args, { cwd, env, stdio: 'pipe' });
  };
  const workbench = useWorkbench({
    settings: savesManually,
    prepare: (sample) => {
      withOwnUserFolder(sample);
      withApprovedPlan(sample);
      // Engineering set it up, and what is theirs is on main.
      mkdirSync(join(sample.root, '.husky'));
      writeFileSync(join(sample.root, '.husky', 'pre-commit'), 'echo ran >> .git/husky-ran\n');
      chmodSync(join(sample.root, '.husky', 'pre-commit'), 0o755);
      // Their form of messages too, which a hook holds everybody to.
      writeFileSync(join(sample.root, '.husky', 'commit-msg'), `grep -Eq '^(feat|fix|docs): [a-z]' "$1"\n`);
      chmodSync(join(sample.root, '.husky', 'commit-msg'), 0o755);
      writeFileSync(join(sample.root, '.commitlintrc.json'), '{ "extends": ["@commitlint/config-conventional"] }\n');
      installHusky(sample.root, sample.environment);
      gitIn(sample, sample.root, 'add', '.husky', '.commitlintrc.json');
      const { name, email } = sample.people.erin;
      const asErin = ['-c', `user.name=${name}`, '-c', `user.email=${email}`];
      gitIn(sample, sample.root, ...asErin, 'commit', '-qm', 'Look at commits with husky', '--no-verify');
      gitIn(sample, sample.root, 'push', '-q', 'origin', 'HEAD:main');
      return undefined;
    },
  });
  const pm = pmSteps(workbench);
  const timesRun = (): number => {
    const file = pm.place('.git/husky-ran');
    return existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0;
  };

  it('the PM turns the guard on, and husky stays as it was', async () => {
    const { page } = workbench();
    await pm.openPmZone();
    await pm.rewordsEmptyState('Turn It On');
    await notification(page, /commit guard is on.*the checks that were there run as before/);
    await pm.findLine(/Commit guard.*on/);
    await screenshot(page, 'husky-on');
    assert.equal(pm.git('config', '--local', '--no-includes', 'core.hooksPath'), '.husky/_');
    assert.equal(pm.git('status', '--porcelain'), ` M ${catalog}`, 'nothing of it in the working tree');
  });

  it('commits, with both looking', async () => {
    const { page } = workbench();
    await pm.pressInTitle('Review and Commit…');
    await pm.agree(/“main” is the branch that everybody works from/, 'Give It a Branch');
    await page.locator('.quick-input-title', { hasText: 'Review and commit' }).waitFor();
    await page.keyboard.press('Enter');
    await notification(page, /Committed: /);
    await screenshot(page, 'husky-committed');
    assert.equal(timesRun(), 1);
    assert.equal(pm.git('show', '--name-only', '--format='), catalog);
    assert.match(pm.git('log', '-1', '--format=%s'), /^feat: a friendlier empty state: change en\.json$/);
    assert.equal(pm.git('status', '--porcelain'), '');
  });

  it('is stopped at a locked file also after npm install set husky up again, and puts the file back', async () => {
    const { page, sample } = workbench();
    installHusky(sample.root, sample.environment);
    const before = pm.git('rev-parse', 'HEAD');
    // An assistant did it.
    writeFileSync(pm.place(locked), `${pm.saved(locked)}// more\n`);
    await notification(page, /charge\.ts was changed\. It is locked/);
    await screenshot(page, 'husky-told');
    await openSidebar(page, 'Source Control');
    await page.locator('.scm-editor .view-lines').first().click();
    await page.keyboard.insertText('Charge more');
    // Until VS Code's own view has it, there is nothing to commit.
    await page.locator('.scm-view .monaco-list-row', { hasText: 'charge.ts' }).waitFor();
    await page.locator('.scm-view .monaco-button', { hasText: 'Commit' }).first().click();
    await pm.agree(/no staged changes/, 'Yes');
    await page.locator('.monaco-dialog-box', { hasText: 'Not committed' }).waitFor();
    await screenshot(page, 'husky-refused');
    await pm.agree(/Not committed: src\/payments\/charge\.ts is locked/, 'Cancel');
    assert.equal(pm.git('rev-parse', 'HEAD'), before);
    // It opens by itself, beside the message of the commit: collapsed first, and what is done before it opens is undone by it.
    await page.locator('.sidebar .pane-header.expanded', { hasText: 'Your Commit Was Stopped' }).waitFor();
    await pm.openPmZone();
    await pm.nextStep(/touches what is locked for you/);
    await screenshot(page, 'husky-next');
    await pm.press('Put Back What Is Locked');
    await pm.agree(/Put .*charge\.ts back as it was before your change\?/, 'Put It Back');
    await notification(page, /charge\.ts” is as before/);
    await eventually(() => assert.equal(pm.git('status', '--porcelain'), ''));
    assert.ok(!pm.saved(locked).includes('// more'));
    assert.equal(timesRun(), 1, 'what is refused goes no further');
    await screenshot(page, 'husky-end');
  });
});
