import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SampleRepository } from '../../demo/sample-repository.js';
import { useWorkbench } from '../vscode/use-workbench.js';
import { pmSteps, readme, savesManually } from './pm-steps.js';
import {
  chooseFromQuickPick,
  editorText,
  eventually,
  notification,
  openFile,
  openSidebar,
  quickPickRows,
  openFindWords,
  runCommand,
  screenshot,
  statusBarItem,
  treeRow,
  typeInQuickInput,
  view,
  webPageText,
} from '../vscode/workbench.js';

function git(sample: SampleRepository, ...args: readonly string[]): void {
  execFileSync('git', args, { cwd: sample.root, env: sample.environment, stdio: 'pipe' });
}

describe('a PM whom git knows by the wrong address', () => {
  const workbench = useWorkbench({
    prepare: (sample) => {
      git(sample, 'config', 'user.email', 'maya@home.example');
      return undefined;
    },
  });

  it('reads in the status bar that they are not on the roster, and sees no view', async () => {
    const { page } = workbench();
    await statusBarItem(page, 'Not one of the PMs here: maya@home.example').waitFor();
    // The views go when VS Code has taken in who asks, a moment after the status bar.
    await eventually(async () => assert.equal(await page.locator('.activitybar a[aria-label^="PM Zone"]').count(), 0));
    await screenshot(page, 'not-on-roster');
  });

  it('says who they are, and sees their zone', async () => {
    const { page } = workbench();
    await statusBarItem(page, 'Not one of the PMs here').click();
    assert.match((await quickPickRows(page))[0] ?? '', /Maya Rivera.*maya@harbor\.example/);
    await screenshot(page, 'i-am');
    await chooseFromQuickPick(page, 'Maya Rivera');
    assert.match(await (await notification(page, 'only a claim')).innerText(), /maya@harbor\.example/);
    await openSidebar(page, 'PM Zone');
    await treeRow(page, 'My Zone', 'onboarding').waitFor();
    assert.equal(await statusBarItem(page, 'Not one of the PMs here').count(), 0);
  });
});

describe('an engineer opens the repository', () => {
  const workbench = useWorkbench({
    prepare: (sample) => {
      git(sample, 'config', 'user.email', 'erin@harbor.example');
      return undefined;
    },
  });

  it('sees nothing of PM Zone but one entry of the status bar', async () => {
    const { page } = workbench();
    await statusBarItem(page, 'Not one of the PMs here: erin@harbor.example').waitFor();
    await eventually(async () => assert.equal(await page.locator('.activitybar a[aria-label^="PM Zone"]').count(), 0));
  });

  it('sees it as Maya does, and goes back', async () => {
    const { page } = workbench();
    await runCommand(page, 'PM Zone: View As…');
    await chooseFromQuickPick(page, 'Maya Rivera');
    await statusBarItem(page, 'Seen as Maya Rivera').waitFor();
    await openSidebar(page, 'PM Zone');
    await treeRow(page, 'My Zone', 'onboarding').waitFor();
    await screenshot(page, 'view-as');
    await statusBarItem(page, 'Seen as Maya Rivera').click();
    await chooseFromQuickPick(page, 'As myself again');
    await statusBarItem(page, 'Not one of the PMs here: erin@harbor.example').waitFor();
  });

  it('opens the policy that counts, at its line', async () => {
    const { page } = workbench();
    await runCommand(page, 'PM Zone: Open the Policy');
    await page.locator('.tabs-container .tab.active', { hasText: 'CLAUDE.md' }).waitFor();
    await eventually(async () => {
      assert.match(await statusBarItem(page, /^Ln /).innerText(), /Ln 9/);
    });
    assert.match(await editorText(page), /Files Pilot PMs Can and Cannot Touch/);
  });
});

describe('a PM who is taken off the list in the middle of a change', () => {
  const workbench = useWorkbench({ settings: savesManually });
  const pm = pmSteps(workbench);

  it('is told that nothing is lost, on the page that is open too', async () => {
    const { page } = workbench();
    await pm.openPmZone();
    appendFileSync(pm.place(readme), '\nA word more.\n');
    await pm.line('README.md').waitFor();
    await runCommand(page, 'PM Zone: Show the Page of My Change');
    await eventually(async () => assert.match(await webPageText(page), /My change/));
    pm.othersCommit({ 'CLAUDE.md': (text) => text.replace(/^\| Maya.*\n/m, '') }, 'Take Maya off');
    pm.git('fetch', '-q');
    await notification(page, /maya@harbor\.example” is not on the list of PMs, as “origin\/main” has it now/);
    await eventually(async () =>
      assert.match(await webPageText(page), /is not on the list of PMs.*stays on this computer as it is/),
    );
    await screenshot(page, 'off-the-list');
    assert.match(pm.saved(readme), /A word more/);
  });
});

describe('git does not know who the PM is', () => {
  const workbench = useWorkbench({
    prepare: (sample) => {
      git(sample, 'config', '--unset', 'user.email');
      git(sample, 'config', '--unset', 'user.name');
      return undefined;
    },
  });

  it('tells git in place, by the address on the roster', async () => {
    const { page } = workbench();
    await openSidebar(page, 'PM Zone');
    const tell = view(page, 'Next Step').getByRole('button', { name: 'Tell Git Who I Am' });
    await tell.waitFor();
    await screenshot(page, 'no-name');
    await tell.click();
    await chooseFromQuickPick(page, 'maya@harbor.example');
    await page.locator('.quick-input-widget', { hasText: 'Your name, as it shall stand' }).waitFor();
    await page.keyboard.press('Enter');
    await notification(page, /Git now takes you for Maya Rivera <maya@harbor\.example>/);
    await treeRow(page, 'My Zone', 'onboarding').waitFor();
  });
});

describe('a repository without policy', () => {
  const workbench = useWorkbench({
    prepare: (sample) => {
      rmSync(join(sample.root, 'CLAUDE.md'));
      git(sample, 'commit', '--all', '--quiet', '--no-verify', '--message', 'Take the policy out');
      git(sample, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
      return undefined;
    },
  });

  it('has a next step for a PM', async () => {
    const { page } = workbench();
    await openSidebar(page, 'PM Zone');
    const next = view(page, 'Next Step');
    await next.getByRole('button', { name: 'Copy a Message to an Engineer' }).click();
    await notification(page, 'on the clipboard');
    assert.match(await page.evaluate('navigator.clipboard.readText()'), /boards.*“PM zone” section/);
    await screenshot(page, 'no-policy');
  });

  it('has one for an engineer, and writes nothing', async () => {
    const { page } = workbench();
    await view(page, 'Next Step').getByRole('button', { name: 'Show an Example Policy' }).click();
    await eventually(async () => {
      assert.match(await editorText(page), /## PM zone/);
    });
    await page.locator('.tabs-container .tab.active', { hasText: /Untitled|PM zone/ }).waitFor();
    await screenshot(page, 'example-policy');
  });

  it('says where a first policy waits, and no more that there is none', async () => {
    const { page, sample } = workbench();
    git(sample, 'branch', 'pm-zone/pilot');
    const next = view(page, 'Next Step');
    await next.getByText('is proposed on the branch pm-zone/pilot. It counts once that is merged').waitFor();
    await next.getByText('set the pilot up anew').waitFor();
    await screenshot(page, 'policy-waits');
  });
});

describe('a policy without roster', () => {
  const workbench = useWorkbench({
    prepare: (sample) => {
      execFileSync('sed', ['-i', '/^### Pilot roster/,/^### Settings/{/^### Settings/!d}', 'CLAUDE.md'], {
        cwd: sample.root,
      });
      git(sample, 'commit', '--all', '--quiet', '--no-verify', '--message', 'Take the roster out');
      git(sample, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
      return undefined;
    },
  });

  it('asks once, and shows the zone to a PM', async () => {
    const { page } = workbench();
    const question = await notification(page, 'Are you one?');
    await openSidebar(page, 'PM Zone');
    await screenshot(page, 'ask-role');
    await question.getByRole('button', { name: 'I Am a PM' }).click();
    await treeRow(page, 'My Zone', 'architecture.md').waitFor();
    await screenshot(page, 'zone-without-roster');
  });
});

describe('an untrusted folder', () => {
  const workbench = useWorkbench({ trusted: false });

  it('waits for trust, and says where to give it', async () => {
    const { page } = workbench();
    await openSidebar(page, 'PM Zone');
    await view(page, 'Next Step').getByRole('button', { name: 'Manage Trust' }).waitFor();
    await screenshot(page, 'untrusted');
    await view(page, 'Next Step').getByRole('button', { name: 'Manage Trust' }).click();
    await page
      .locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust$/ })
      .first()
      .click();
    await treeRow(page, 'My Zone', 'onboarding').waitFor();
  });
});

describe('no commit yet, and no repository', () => {
  const workbench = useWorkbench({
    prepare: (sample) => {
      rmSync(join(sample.root, '.git'), { recursive: true, force: true });
      return undefined;
    },
  });

  it('says that there is no repository, and goes on once there is one', async () => {
    const { page, sample } = workbench();
    await openSidebar(page, 'PM Zone');
    await view(page, 'Next Step').getByRole('button', { name: 'Clone a Repository' }).waitFor();
    await screenshot(page, 'no-repository');
    git(sample, 'init', '--quiet');
    git(sample, 'config', 'user.email', 'maya@harbor.example');
    git(sample, 'add', '--all');
    await treeRow(page, 'My Zone', 'onboarding').waitFor();
    await eventually(async () => {
      const text = await view(page, 'My Zone').innerText();
      assert.match(text, /This is a preview/);
      assert.match(text, /no commit yet/);
    });
    await screenshot(page, 'no-commit');
    await openFile(page, 'src/features/onboarding/i18n/en.json');
    await openFindWords(page);
    await typeInQuickInput(page, 'create a board');
    await eventually(async () => {
      assert.match((await quickPickRows(page))[0] ?? '', /Create a board/);
    });
  });
});
