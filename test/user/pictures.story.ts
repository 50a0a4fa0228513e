import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FakeMergeHost } from '../hosts/fake-gitlab/fake-merge-host.js';
import { PushedBranches } from '../opening/pushed-branches.js';
import { useWorkbench, type Workbench } from '../vscode/use-workbench.js';
import { editorText, eventually, notification, pressInToast, runCommand, screenshot } from '../vscode/workbench.js';
import { token, useLoopbackGithub } from './github-on-loopback.js';
import { lieOn } from './lie-on-loopback.js';
import { pmSteps, savesManually } from './pm-steps.js';

const gitlabToken = 'glpat-storyOfMayaTESTTOKEN';

/** What the page looks like, under each of these names, as somebody drags it over the draft that is open. */
async function drop({ page }: Workbench, ...names: readonly string[]): Promise<void> {
  const base64 = (await page.screenshot({ clip: { x: 0, y: 0, width: 320, height: 200 } })).toString('base64');
  await page.evaluate(`(() => {
    const bytes = Uint8Array.from(atob(${JSON.stringify(base64)}), (sign) => sign.charCodeAt(0));
    const lines = [...document.querySelectorAll('.editor-instance .monaco-editor .view-lines')].at(-1).querySelectorAll('.view-line');
    // One that nothing lies over: the headings that stay in sight cover those at the top.
    const line = [...lines].find((each) => each.getBoundingClientRect().top > 250);
    const { left, top } = line.getBoundingClientRect();
    const dataTransfer = new DataTransfer();
    for (const name of ${JSON.stringify(names)}) dataTransfer.items.add(new File([bytes], name, { type: 'image/png' }));
    // With the key that drops it into the text, instead of opening it.
    const how = { bubbles: true, cancelable: true, dataTransfer, shiftKey: true, clientX: left + 5, clientY: top + 5 };
    for (const type of ['dragenter', 'dragover', 'drop']) line.dispatchEvent(new DragEvent(type, how));
  })()`);
}

describe('a PM puts pictures into a merge request', () => {
  const gitlab = new FakeMergeHost();
  before(async () => {
    await gitlab.server.start();
    const maya = gitlab.addAccount('maya-rivera');
    gitlab.addAccount('erin-okafor');
    gitlab.addAccount('paul-adeyemi');
    gitlab.tokens.set(gitlabToken, { account: maya, scope: 'api', isMember: true });
  });
  after(async () => {
    await gitlab.server.stop();
    assert.deepEqual(gitlab.faults, []);
  });
  const workbench = useWorkbench({
    get settings() {
      return { ...savesManually, 'pmZone.gitlabServer': gitlab.server.url };
    },
    prepare: (sample) => {
      lieOn(sample, `${gitlab.server.url}/harbor/web/boards.git`);
      gitlab.addProject('harbor/web/boards').branches = new PushedBranches(sample.origin, sample.environment);
      return undefined;
    },
  });
  const pm = pmSteps(workbench);
  const box = () => workbench().page.locator('.quick-input-widget');

  it('drops one into the draft, where it stands below what it was dropped at, and says what it shows', async () => {
    const { page } = workbench();
    await pm.openPmZone();
    await pm.nextStep(/Open the merge request|review/i);
    await runCommand(page, 'PM Zone: Open Pull Request…');
    await notification(page, /This is what your engineering DRI will read/);
    await drop(workbench(), 'Empty page.png');
    await eventually(async () =>
      assert.match(await editorText(page), /!\[what it shows\]\(picture:empty-page-[0-9a-f]{12}\.png\)/),
    );
    await screenshot(page, 'picture-dropped');
    await page.keyboard.insertText('The empty page, new');
    await eventually(async () => assert.match(await editorText(page), /!\[The empty page, new\]\(picture:/));
    assert.equal(pm.git('status', '--porcelain'), '');
  });

  it('adds another one by the keyboard alone', async () => {
    const { page, sample } = workbench();
    const file = join(sample.folder, 'Before.png');
    writeFileSync(file, await page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 180 } }));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+End');
    await runCommand(page, 'PM Zone: Add a Picture…');
    await box().locator('input').first().waitFor();
    // The dialog writes its folder into the box once it has read it.
    await box().getByText('.git', { exact: true }).waitFor();
    await eventually(async () => {
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText(file);
      assert.equal(await box().locator('input').first().inputValue(), file);
    });
    await screenshot(page, 'picture-choose');
    await page.keyboard.press('Enter');
    await eventually(async () => assert.match(await editorText(page), /!\[what it shows\]\(picture:before-/));
    await page.keyboard.press('Escape');
  });

  it('is told which are left out where more are dropped than go in at a time', async () => {
    const { page } = workbench();
    const names = Array.from({ length: 22 }, (_, at) => `Shot ${at + 1}.png`);
    await drop(workbench(), ...names);
    await notification(page, /20 pictures at a time .* not in it: Shot 21\.png, Shot 22\.png\. Add them again/);
    await screenshot(page, 'picture-many');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Z');
    await eventually(async () => assert.doesNotMatch(await editorText(page), /picture:shot-/));
  });

  it('sees it where the pointer rests on its line', async () => {
    const { page } = workbench();
    await page.locator('.view-line', { hasText: '(picture:before-' }).last().hover();
    await eventually(async () => {
      const widths = await page.evaluate(
        "[...document.querySelectorAll('.monaco-hover img')].map((image) => image.naturalWidth)",
      );
      assert.ok(
        (widths as number[]).some((width) => width > 0),
        JSON.stringify(widths),
      );
    });
    await screenshot(page, 'picture-hover');
  });

  it('is asked what that one shows before it is sent, and has both in the description', async () => {
    const { page } = workbench();
    await runCommand(page, 'PM Zone: Open It on GitLab');
    await box()
      .getByText(/What Does before-[0-9a-f]{12}\.png Show\?/)
      .waitFor();
    await screenshot(page, 'picture-what');
    await page.keyboard.insertText('The empty page, old');
    await page.keyboard.press('Enter');
    await box().getByText('Sign in to 127.0.0.1').waitFor();
    await page.keyboard.insertText(gitlabToken);
    await page.keyboard.press('Enter');
    await notification(page, /Merge request \d+ is open/);
    await screenshot(page, 'picture-open');
    const description = gitlab.merges[0]?.description ?? '';
    assert.match(description, /!\[The empty page, new\]\(\/uploads\/[0-9a-f]{32}\/empty-page-[0-9a-f]{12}\.png\)/);
    assert.match(description, /!\[The empty page, old\]\(\/uploads\/[0-9a-f]{32}\/before-[0-9a-f]{12}\.png\)/);
    assert.doesNotMatch(description, /picture:/);
    assert.equal(gitlab.uploads.size, 2);
  });
});

describe('a PM puts pictures into a pull request', () => {
  const { host, workbench, pm } = useLoopbackGithub();

  it('pastes one, and is led to the page that takes it and to the picture', async () => {
    const { page } = workbench();
    await pm.openPmZone();
    await pm.nextStep(/Open the pull request|review/i);
    await runCommand(page, 'PM Zone: Open Pull Request…');
    await notification(page, /This is what your engineering DRI will read/);
    await page.keyboard.press('Control+End');
    const base64 = (await page.screenshot({ clip: { x: 0, y: 0, width: 320, height: 200 } })).toString('base64');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(`(async () => {
      const bytes = Uint8Array.from(atob(${JSON.stringify(base64)}), (sign) => sign.charCodeAt(0));
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })]);
    })()`);
    await page.keyboard.press('Control+V');
    await eventually(async () =>
      assert.match(await editorText(page), /!\[what it shows\]\(picture:image-[0-9a-f]{12}\.png\)/),
    );
    await page.keyboard.insertText('The empty page');
    host().signsIn(token);
    await runCommand(page, 'PM Zone: Open It on GitHub');
    await page.locator('.monaco-dialog-box').waitFor();
    await page.keyboard.press('Enter');
    const toast = await notification(
      page,
      /GitHub takes pictures on its page alone: edit the pull request’s description there, drop image-/,
    );
    await screenshot(page, 'picture-put-in');
    const [pull] = [...host().github.pulls.values()];
    assert.match(pull?.body ?? '', /^\*The author adds a picture here: The empty page \(image-[0-9a-f]{12}\.png\)\*$/m);
    await pressInToast(page, toast, 'Put My Pictures In');
    await eventually(async () => {
      const tabs = await page.locator('.tab').allInnerTexts();
      // A tab's label is the name and the ending, each an element of its own.
      assert.match(tabs.join().replace(/\s/g, ''), /image-[0-9a-f]{12}\.png/);
    });
    await screenshot(page, 'picture-shown');
  });
});
