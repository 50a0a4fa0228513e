import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { aKey, filledPlan } from '../../demo/sample-change.js';
import { people } from '../../demo/sample-history.js';
import { copiesFolder, makePublicRepository, type PublicRepository } from '../vscode/public-repository.js';
import { useWorkbench } from '../vscode/use-workbench.js';
import {
  chooseFromQuickPick,
  editorText,
  eventually,
  notification,
  openFile,
  quickPickRows,
  reloadWindow,
  screenshot,
  webPage,
} from '../vscode/workbench.js';
import { pmSteps, savesManually, withOwnUserFolder } from './pm-steps.js';
import { products, type Product } from './public-products.js';

// A bad day on copies of public repositories in the folder PM_ZONE_COPIES: all that goes wrong, one after the other.

const { erin, maya } = people;

const flags = `flags:
  clearer-words:
    description: Says it in plain words.
    owner: ${maya.email}
    enabled: false
    rollout: 0

  quick-checkout:
    description: Waits for the rate limit.
    owner: ${erin.email}
    enabled: false
    rollout: 0
`;

function folderOf(path: string): string {
  return path.replace(/\/[^/]*$/, '');
}

/** The product with two flags in the feature's folder, one of them the PM's, and with an approved plan beside the catalog. */
function withFlags({ name, adds, feature, catalog }: Product): PublicRepository {
  const home = folderOf(catalog);
  const policies = Object.entries(adds).map(([path, text]) => [
    path,
    text
      .replace(
        '(documentation and planning)\n',
        `$&- \`${home}/*.md\`\n- \`${feature}/flags.yaml\` for flags they own\n`,
      )
      .replace('| | @lin-chen', '| `clearer-words` | @lin-chen'),
  ]);
  const plan = filledPlan('Approved')
    .replaceAll('src/features/onboarding', home)
    .replaceAll('`friendlier-empty-state`', 'none, because it is one sentence')
    .replace('A friendlier empty state', 'Clearer words')
    .replace('2025-05-19', '2026-12-15');
  return {
    name,
    adds: {
      ...Object.fromEntries<string>(policies as [string, string][]),
      [`${feature}/flags.yaml`]: flags,
      [`${home}/PLANNING.md`]: plan,
      [`${home}/README.md`]: '# Notes\n',
    },
  };
}

for (const product of products) {
  const { name, feature, catalog, reads, key, writes, others, locked } = product;
  const short = name.replace(/.*\//, '');
  describe(`a bad day, on ${name}`, function () {
    const copies = copiesFolder();
    if (copies === undefined) {
      it('needs copies of public repositories in PM_ZONE_COPIES');
      return;
    }
    const workbench = useWorkbench({
      settings: savesManually,
      repository: (folder) => makePublicRepository(folder, copies, withFlags(product)),
      prepare: (sample) => {
        withOwnUserFolder(sample);
        return undefined;
      },
    });
    const pm = pmSteps(workbench);
    const notes = `${folderOf(catalog)}/README.md`;
    const shot = (what: string): Promise<string> => screenshot(workbench().page, `bad-${short}-${what}`);

    it('begins with the words, and the window is reloaded before they are committed', async () => {
      const { page } = workbench();
      await pm.openPmZone();
      await pm.press('Find Words from the Product');
      await pm.rewords(reads, key, writes);
      await pm.save(catalog, new RegExp(writes.replaceAll(/[{}.]/g, '\\$&')));
      await pm.answer(/Shall PM Zone look at each commit/, 'Turn It On');
      await notification(page, /The commit guard is on/);
      await reloadWindow(page);
      await pm.line(catalog.replace(/.*\//, '')).waitFor({ timeout: 40_000 });
      await pm.nextStep(/./);
      await shot('1-reloaded');
      assert.deepEqual(await pm.toasts(), []);
    });

    it('cannot type into a locked file, and puts back what an assistant did to it', async () => {
      const { page } = workbench();
      const before = pm.saved(locked);
      await openFile(page, locked);
      await page.locator('.contentWidgets .codelens-decoration', { hasText: 'Request to Pair…' }).waitFor();
      const seen = await editorText(page);
      await page.locator('.editor-group-container.active .monaco-editor .view-lines').click();
      await page.keyboard.type('x');
      assert.equal(await editorText(page), seen);
      await shot('2-locked');
      await page.keyboard.press('Escape');
      appendFileSync(pm.place(locked), '\n# by an assistant\n');
      await notification(page, `${locked} was changed`);
      await pm.nextStep(/./);
      await shot('3-assistant');
      await pm.answer(new RegExp(`${locked} was changed`), 'Put Back');
      await page.locator('.monaco-dialog-box').getByRole('button', { name: 'Put Back' }).click();
      await eventually(() => assert.equal(pm.saved(locked), before));
    });

    it('turns on a flag of somebody else, is told while typing, and puts it back', async () => {
      const { page } = workbench();
      await openFile(page, `${feature}/flags.yaml`);
      const line = page.locator('.monaco-editor .view-line', { hasText: 'enabled: false' }).nth(1);
      await line.click();
      await page.keyboard.press('End');
      for (let signs = 'false'.length; signs > 0; signs -= 1) await page.keyboard.press('Shift+ArrowLeft');
      await page.keyboard.type('true');
      await page.locator('.monaco-editor .squiggly-error, .monaco-editor .squiggly-warning').first().waitFor();
      await shot('4-flag-typed');
      await pm.save(`${feature}/flags.yaml`, /enabled: true/);
      await pm.nextStep(/found something to fix/);
      await shot('5-flag-saved');
      await pm.press('Show What to Fix');
      const back = webPage(page).getByText('Put the flag quick-checkout back as it was');
      await back.waitFor();
      await shot('6-flag-shown');
      await back.click();
      await eventually(() => assert.equal(pm.saved(`${feature}/flags.yaml`), flags));
      await pm.nextStep(/only you can confirm/);
      await shot('7-flag-fixed');
    });

    it('is refused a commit with a key in it, and fixes it', async () => {
      const { page } = workbench();
      const base = pm.git('rev-parse', 'HEAD');
      await pm.openFile(notes);
      await pm.append(`\nTry it with ${aKey()}\n`);
      await pm.save(notes, /Try it with/);
      await pm.findLine('README.md');
      await pm.pressInTitle('Review and Commit…');
      await pm.agree(/is the branch that everybody works from/, 'Give It a Branch');
      await notification(page, /Not committed: .*README\.md.*looks like an Anthropic key/);
      await shot('9-refused');
      assert.equal(pm.git('rev-parse', 'HEAD'), base);
      await pm.answer(/Not committed/, 'Show Problems');
      await pm.applyFix('Anthropic', 'Take out what is new here');
      await pm.saveAll(notes, /^(?![^]*Try it with)/);
      await page.keyboard.press('Control+J');
      await pm.nextStep(/only you can confirm/);
      await shot('10-fixed');
      await pm.pressInTitle('Review and Commit…');
      await page.locator('.quick-input-title', { hasText: 'Review and commit' }).waitFor();
      await page.keyboard.press('Enter');
      await notification(page, /Committed: /);
      assert.equal(pm.git('show', '--name-only', '--format='), catalog);
    });

    it('meets the same sentence changed by somebody else, and keeps their own', async () => {
      const { page } = workbench();
      const was = pm.git('show', `HEAD~1:${catalog}`);
      const [mine, theirs] = [pm.saved(catalog), writes];
      assert.notEqual(mine, was);
      pm.othersCommit({ [catalog]: () => mine.replace(theirs, others) }, 'fix: word it anew');
      pm.git('fetch', '-q');
      await pm.line(/Get 1 newer change/).waitFor();
      await pm.nextStep(/./);
      await shot('11-newer');
      await pm.line(/Get 1 newer change/).click();
      await page.locator('.quick-input-title', { hasText: key.replace(/.*\./, '') }).waitFor();
      await shot('12-conflict');
      assert.match((await quickPickRows(page)).join('\n'), /Yours[^]*Theirs/);
      await chooseFromQuickPick(page, 'Yours');
      await notification(page, /The latest of .* is in your change now/);
      await shot('13-latest');
      assert.equal(pm.saved(catalog), mine);
      assert.equal(pm.git('status', '--porcelain'), '');
    });

    it('has lines to settle, reloads in the middle, takes all back', async () => {
      const { page } = workbench();
      await pm.openFile(notes);
      await pm.append('\nWe say “plain”.\n');
      await pm.save(notes, /plain/);
      await pm.pressInTitle('Review and Commit…');
      await page.locator('.quick-input-title', { hasText: 'Review and commit' }).waitFor();
      await page.keyboard.press('Enter');
      await notification(page, /Committed: .*README\.md/);
      const before = pm.git('rev-parse', 'HEAD');
      pm.othersCommit({ [notes]: (text) => `${text}\nWe say “simple”.\n` }, 'docs: say simple');
      await pm.chooseFromMenu('Get the Latest');
      await page.locator('.merge-editor .view-line', { hasText: 'simple' }).first().waitFor();
      await pm.nextStep(/You and somebody else changed the same lines/);
      await shot('14-settle');
      await reloadWindow(page);
      await pm.nextStep(/You and somebody else changed the same lines/);
      await shot('15-settle-reloaded');
      await pm.follow('take it back');
      await pm.agree(/take back all that came in/, 'Take It Back');
      await notification(page, /as it was before you got the latest/);
      await eventually(() =>
        assert.deepEqual([pm.git('rev-parse', 'HEAD'), pm.git('status', '--porcelain')], [before, '']),
      );
      await pm.nextStep(/./);
      await shot('16-end');
    });
  });
}
