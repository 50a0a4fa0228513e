import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { PushedBranches } from '../opening/pushed-branches.js';
import { FakeMergeHost, type FakeAccount, type FakeMerge } from '../hosts/fake-gitlab/fake-merge-host.js';
import { useWorkbench } from '../vscode/use-workbench.js';
import {
  editorText,
  eventually,
  notification,
  pressInToast,
  reloadWindow,
  runCommand,
  screenshot,
  webPageText,
} from '../vscode/workbench.js';
import { lieOn } from './lie-on-loopback.js';
import { pmSteps, savesManually } from './pm-steps.js';

const token = 'glpat-storyOfMayaTESTTOKEN';

describe('a PM opens the merge request from VS Code', () => {
  const gitlab = new FakeMergeHost();
  let erin: FakeAccount;
  before(async () => {
    await gitlab.server.start();
    const maya = gitlab.addAccount('maya-rivera');
    erin = gitlab.addAccount('erin-okafor');
    gitlab.addAccount('paul-adeyemi');
    gitlab.tokens.set(token, { account: maya, scope: 'api', isMember: true });
  });
  after(async () => {
    await gitlab.server.stop();
    assert.deepEqual(gitlab.faults, []);
  });
  const workbench = useWorkbench({
    // Known once it has started.
    get settings() {
      return { ...savesManually, 'pmZone.gitlabServer': gitlab.server.url };
    },
    prepare: (sample) => {
      lieOn(sample, `${gitlab.server.url}/harbor/web/boards.git`);
      const project = gitlab.addProject('harbor/web/boards');
      project.branches = new PushedBranches(sample.origin, sample.environment);
      for (const label of ['pm-authored', 'zone:copy', 'size:XS']) project.labels.add(label);
      // As where a home folder is a link to another disk.
      const link = join(sample.folder, 'linked');
      symlinkSync(sample.root, link);
      return link;
    },
  });
  const pm = pmSteps(workbench);
  const box = () => workbench().page.locator('.quick-input-widget');
  const opened = (): FakeMerge => {
    const [merge, ...more] = gitlab.merges;
    assert.ok(merge !== undefined && more.length === 0);
    return merge;
  };

  it('is asked for a token when it is first needed, with the reason, and loses nothing where they give none', async () => {
    const { page } = workbench();
    await pm.openPmZone();
    await pm.nextStep(/Open the merge request|review/i);
    await runCommand(page, 'PM Zone: Open Pull Request…');
    await pm.answer(/This is what your engineering DRI will read/, 'Open It on GitLab');
    await box().getByText('Sign in to 127.0.0.1').waitFor();
    await eventually(async () =>
      assert.match(
        await box().innerText(),
        /It needs the scope “api” and no other, goes to 127\.0\.0\.1:\d+ and nowhere/,
      ),
    );
    assert.equal(await box().locator('input.input').getAttribute('type'), 'password');
    await page.keyboard.type('a few words');
    await page.keyboard.press('Enter');
    await box().getByText('That is no token').waitFor();
    await screenshot(page, 'merge-token');
    await page.keyboard.press('Escape');
    await notification(page, /You are not signed in to 127\.0\.0\.1:\d+, so PM Zone did not open the merge request/);
    assert.deepEqual([gitlab.merges, gitlab.server.seen], [[], []]);
    assert.match(await editorText(page), /# A friendlier empty state/);
  });

  it('finds the draft with their own words again after the window was closed', async () => {
    const { page } = workbench();
    await pm.append('\nPlease look at it on a phone.\n');
    await page.waitForTimeout(2000); // VS Code keeps what is not saved a moment later.
    await reloadWindow(page);
    await pm.openPmZone();
    await pm.nextStep(/review/i);
    await runCommand(page, 'PM Zone: Open Pull Request…');
    await notification(page, /This is what your engineering DRI will read/);
    const drafts = page.locator('.tabs-container .tab', { hasText: 'A friendlier empty state' });
    await eventually(async () => assert.equal(await drafts.count(), 1));
    await page.keyboard.press('Control+End');
    await eventually(async () => assert.match(await editorText(page), /Please look at it on a phone/));
    await screenshot(page, 'merge-draft-again');
    await pm.answer(/This is what your engineering DRI will read/, 'Open It on GitLab');
    await box().getByText('Sign in to 127.0.0.1').waitFor();
    await page.keyboard.press('Escape');
  });

  it('is asked for another one where GitLab does not take it', async () => {
    const { page } = workbench();
    await pm.answer(/You are not signed in/, 'Sign In');
    await box().getByText('Sign in to 127.0.0.1').waitFor();
    await page.keyboard.type('glpat-anOldOneThatWasTakenBack');
    await page.keyboard.press('Enter');
    const refused = await notification(page, /GitLab does not take your sign-in\. Give a new token of the scope “api”/);
    await screenshot(page, 'merge-unauthorized');
    await pressInToast(page, refused, 'Sign In Again');
    await box().getByText('Sign in to 127.0.0.1').waitFor();
    await page.keyboard.type(token);
    await page.keyboard.press('Enter');
    await notification(
      page,
      /Merge request \d+ is open\. @harbor\/growth is not asked.*Next: it waits for its reviews \(asked: @erin-okafor/,
    );
    await screenshot(page, 'merge-open');
    const merge = opened();
    assert.deepEqual(
      [merge.title, merge.source_branch, merge.reviewers.map(({ username }) => username)],
      ['A friendlier empty state', 'pm/friendlier-empty-state', ['erin-okafor', 'paul-adeyemi']],
    );
    assert.deepEqual([...merge.labels].sort(), ['pm-authored', 'size:XS', 'zone:copy']);
    assert.match(merge.description, /Please look at it on a phone/);
    await pm.nextStep(/Your merge request is open, and waits for others/);
    await pm.findLine(/Merge request\s*\d+ is open/);
  });

  it('reads where it stands: approvals, threads to resolve and the gate', async () => {
    const { page } = workbench();
    const merge = opened();
    const position = { new_path: 'src/features/onboarding/i18n/de.json', new_line: 3 };
    const note = { author: erin, body: 'Too long for a small screen', resolvable: true, resolved: false, position };
    merge.discussions = [{ id: '1', individual_note: false, notes: [note] }];
    merge.stands.set('erin-okafor', 'requested_changes');
    const description = 'Waits for @paul-adeyemi: 1 item';
    gitlab.statuses.set(pm.git('rev-parse', 'HEAD'), [
      { id: 1, name: 'pm-zone (main)', status: 'failed', description },
    ]);
    await pm.line('Ask who reviewed it').click();
    await pm.findLine(/@erin-okafor\s*asks for changes/);
    await pm.findLine(/@paul-adeyemi\s*still to review it/);
    await pm.findLine(/The gate\s*waits for people/);
    await pm.findLine(/Approvals missing\s*engineering DRI, product DRI/);
    await screenshot(page, 'merge-reviews');
    await pm.line('Too long for a small screen').click();
    await page.locator('.statusbar-item', { hasText: 'Ln 3' }).waitFor();
    await runCommand(page, 'PM Zone: Show the Page of My Change');
    await eventually(async () =>
      assert.match(await webPageText(page), /Merge request \d+: http.*\/-\/merge_requests\/\d+/),
    );
    await screenshot(page, 'merge-change-page');
  });

  it('renews it by the token that is kept, and asks for one again once that was forgotten', async () => {
    const { page } = workbench();
    await runCommand(page, 'PM Zone: Open Pull Request…');
    await notification(page, /Merge request \d+ was open already/);
    assert.equal(gitlab.merges.length, 1);
    await runCommand(page, 'PM Zone: Forget My GitLab Token');
    await notification(page, /VS Code forgot your GitLab token/);
    const before = gitlab.server.seen.length;
    await runCommand(page, 'PM Zone: Open Pull Request…');
    await box().getByText('Sign in to 127.0.0.1').waitFor();
    await page.keyboard.press('Escape');
    assert.equal(gitlab.server.seen.length, before);
  });

  it('is told after the window was closed in the middle of it, and goes on from there', async () => {
    const { page } = workbench();
    let goOn = (): void => undefined;
    const held = new Promise<void>((fulfil) => (goOn = fulfil));
    gitlab.server.hold = ({ method }) => (method === 'PUT' ? held : undefined);
    const before = gitlab.server.seen.length;
    opened().description += '\n';
    opened().labels = [];
    await runCommand(page, 'PM Zone: Open Pull Request…');
    await box().getByText('Sign in to 127.0.0.1').waitFor();
    await page.keyboard.type(token);
    await page.keyboard.press('Enter');
    await eventually(() => assert.ok(gitlab.server.seen.slice(before).some(({ method }) => method === 'PUT')));
    await reloadWindow(page);
    goOn();
    gitlab.server.hold = () => undefined;
    const told = await notification(page, /VS Code was closed while your merge request was being opened or renewed/);
    await pm.nextStep(/VS Code was closed while your merge request was being opened or renewed/);
    await screenshot(page, 'merge-interrupted');
    await pressInToast(page, told, 'Go On');
    // VS Code in a browser may have lost the token with the window.
    await eventually(async () => {
      const isAsked = await box().getByText('Sign in to 127.0.0.1').isVisible();
      assert.ok(isAsked || (await pm.toasts()).some((each) => /Merge request \d+ was open already/.test(each)));
    });
    assert.equal(gitlab.merges.length, 1);
  });
});
