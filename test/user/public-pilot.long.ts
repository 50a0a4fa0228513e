import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../../demo/project-folder.js';
import { copiesFolder, makePublicRepository } from '../vscode/public-repository.js';
import { useWorkbench, type Theme } from '../vscode/use-workbench.js';
import { editorText, eventually, notification, pressInToast, runCommand, screenshot } from '../vscode/workbench.js';

/** Public repositories of different shape that have no PM zone, and what an engineer answers there. */
const repositories = [
  {
    name: 'makeplane/plane',
    theme: 'light',
    folder: 'packages/i18n',
    opens: /packages\/i18n\/src\/locales\/.*: \d+ files/,
  },
  {
    name: 'openstreetmap/openstreetmap-website',
    theme: 'dark',
    folder: 'config/locales',
    opens: /config\/locales\/en\.yml: 1 file/,
  },
] as const satisfies readonly { name: string; theme: Theme; folder: string; opens: RegExp }[];

for (const { name, theme, folder, opens } of repositories) {
  describe(`an engineer sets a pilot up in ${name}`, () => {
    const copies = copiesFolder();
    if (copies === undefined) {
      it('needs copies of public repositories in PM_ZONE_COPIES');
      return;
    }
    const workbench = useWorkbench({
      theme,
      repository: (home) => makePublicRepository(home, copies, { name, adds: {} }),
    });
    const short = name.replace(/.*\//, '');
    const git = (...args: readonly string[]): string => {
      const { root: cwd, environment: env } = workbench().sample;
      return execFileSync('git', args, { cwd, env, encoding: 'utf8' });
    };

    it('answers what only they know, and reads what would be written', async () => {
      const { page } = workbench();
      const answers: readonly (readonly [question: RegExp, answer: string])[] = [
        [/^Pilot PM/, 'Maya Rivera <maya@harbor.example> @maya-rivera'],
        [/Their feature folders/, folder],
        [/Who reviews their work/, '@lin-chen'],
        [/Their engineering DRI/, '@erin-okafor'],
        [/Their product DRI/, '@paul-adeyemi'],
        [/^Engineers who have to agree/, '@sam-okoye'],
      ];
      await runCommand(page, 'PM Zone: Set Up a Pilot');
      const box = page.locator('.quick-input-widget');
      // What is ticked is asked in the box itself, what is typed below it.
      const questionOf = async (): Promise<string> => {
        const inBox = (await box.locator('.quick-input-box input').getAttribute('placeholder')) ?? '';
        return inBox.startsWith('What shall be open') ? inBox : box.locator('.quick-input-message').innerText();
      };
      const asked: string[] = [];
      const seen = page.locator('.tab.active', { hasText: 'first-policy.diff' });
      await box.locator('.quick-input-title', { hasText: 'Set Up a Pilot' }).waitFor();
      await screenshot(page, `pilot-${short}-1-asked`);
      for (;;) {
        const question = await questionOf();
        if (asked.at(-1) === question) continue;
        asked.push(question);
        const [, answer = ''] = answers.find(([words]) => words.test(question)) ?? [];
        await page.keyboard.insertText(answer);
        await page.keyboard.press('Enter');
        await eventually(async () => {
          const isNext = (await box.isVisible()) && (await questionOf()) !== question;
          assert.ok(isNext || (await seen.isVisible()), 'neither the next question nor the proposal');
        });
        if (await seen.isVisible()) break;
      }
      await notification(page, /This is what a pilot would begin with/);
      await screenshot(page, `pilot-${short}-2-proposed`);
      assert.match(await editorText(page), opens);
      assert.equal(git('branch', '--list', 'pm-zone/*'), '', 'nothing is written yet');
    });

    it('commits it to a new branch of which doctor has nothing to say', async () => {
      const { page, sample } = workbench();
      const before = [git('branch', '--show-current'), git('status', '--porcelain')];
      // A notification is gone after ten seconds, and the proposal is longer to read.
      if (theme === 'light')
        await pressInToast(page, await notification(page, /This is what a pilot would begin with/), 'Commit It');
      else
        await page.locator('.codelens-decoration a', { hasText: 'Commit It to the New Branch pm-zone/pilot' }).click();
      await notification(page, /The first policy is on the branch pm-zone\/pilot/);
      await screenshot(page, `pilot-${short}-3-committed`);
      assert.deepEqual([git('branch', '--show-current'), git('status', '--porcelain')], before);
      const doctor = [join(projectFolder(), 'dist', 'pm-zone.js'), 'doctor', '--head', 'pm-zone/pilot'];
      const said = execFileSync(process.execPath, doctor, {
        cwd: sample.root,
        env: sample.environment,
        encoding: 'utf8',
      });
      assert.match(said, /Maya Rivera/);
      assert.doesNotMatch(said, /warning/i, said);
    });
  });
}
