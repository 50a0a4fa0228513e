import assert from 'node:assert/strict';
import type { FakeMergeRequest } from '../hosts/fake-gitlab/fake-gitlab.js';
import { plan } from '../support/pilot-repository.js';
import { hostGitlab, type HostedGitlab } from './hosted-gitlab.js';

describe('the gate on GitLab, played to its end', () => {
  let hosted: HostedGitlab;
  let merge: FakeMergeRequest;
  beforeEach(async () => {
    hosted = await hostGitlab();
    hosted.work.write('src/home/PLANNING.md', plan);
    merge = hosted.open(7, hosted.people.maya);
  });
  afterEach(async () => {
    assert.deepEqual(hosted.gitlab.faults, []);
    await hosted.close();
  });

  const judge = async (): Promise<string | undefined> => {
    await hosted.run();
    return hosted.status(merge.sha);
  };
  const ready = 'success: Ready: every item is decided';
  const waitsForBoth = /^failed: Waits for @erin: \d+ items?; @paul: \d+ items?$/;
  const approve = (): void => hosted.approve(merge, hosted.people.erin, hosted.people.paul);
  /** Main goes on, and the branch is put onto it. */
  const rebase = (): void => {
    hosted.work.git('switch', '-q', 'main');
    hosted.work.write('lib/a.ts', 'export const a = 2;\n');
    hosted.work.commit('Go on', { author: 'Omar <omar@example.com>' });
    hosted.pushBase();
    hosted.work.git('fetch', '-q', 'origin');
    hosted.work.git('switch', '-q', merge.source_branch);
    hosted.work.git('rebase', '-q', 'main');
  };

  it('is failed with the names of who is waited for, and success once they approved', async () => {
    assert.match((await judge()) ?? '', waitsForBoth);
    hosted.approve(merge, hosted.people.erin);
    assert.match((await judge()) ?? '', /^failed: Waits for @paul: 1 item$/);
    hosted.approve(merge, hosted.people.paul);
    assert.equal(await judge(), ready);
  });

  it('asks again once more is pushed, since GitLab takes approvals back', async () => {
    approve();
    hosted.work.write('src/home/PLANNING.md', `${plan}\nOne thing more.\n`);
    hosted.work.commit('Say one thing more');
    hosted.push(merge, hosted.people.maya);
    assert.match((await judge()) ?? '', waitsForBoth);
    approve();
    assert.equal(await judge(), ready);
  });

  it('keeps approvals that GitLab keeps: its own button puts the branch onto the base of today', async () => {
    approve();
    rebase();
    hosted.push(merge, hosted.people.erin, true);
    assert.equal(await judge(), ready);
  });

  it('keeps none where more came with that, or GitLab had not taken them back yet', async () => {
    approve();
    rebase();
    hosted.work.write('src/home/PLANNING.md', `${plan}\nOne thing more.\n`);
    hosted.work.git('commit', '-q', '--all', '--amend', '--no-edit');
    hosted.push(merge, hosted.people.maya, true);
    assert.match((await judge()) ?? '', waitsForBoth);
  });

  it('asks again where it goes to another branch, which GitLab makes a new version of', async () => {
    hosted.work.git('switch', '-q', 'main');
    hosted.pushBase('release');
    hosted.work.git('switch', '-q', merge.source_branch);
    approve();
    merge.target_branch = 'release';
    merge.earlier = [{ sha: merge.sha, at: merge.pushedAt }];
    merge.pushedAt = hosted.tick();
    await hosted.run({ PM_ZONE_BASES: 'main release' });
    assert.match(hosted.status(merge.sha, 'release') ?? '', waitsForBoth);
  });

  it('holds the PM’s word after they made one commit of several', async () => {
    hosted.work.write('src/home/PLANNING.md', `${plan}\nOne thing more.\n`);
    hosted.work.commit('Say one thing more');
    hosted.push(merge, hosted.people.maya);
    approve();
    hosted.work.git('reset', '-q', '--soft', 'main');
    hosted.work.commit('All in one');
    hosted.push(merge, hosted.people.maya, true);
    assert.equal(await judge(), ready);
  });

  it('fails the pipeline of the merge request itself as long as it is not ready, and tells the host nothing there', async () => {
    for (const type of ['detached', 'merged_result', 'merge_train']) {
      const own = {
        CI_PIPELINE_SOURCE: 'merge_request_event',
        CI_MERGE_REQUEST_EVENT_TYPE: type,
        CI_MERGE_REQUEST_IID: '7',
      };
      merge.approved_by = [];
      const { code, log } = await hosted.run(own);
      assert.equal(code, 1, log);
      assert.match(log, /^This is a preview and decides nothing: the host took this job from/);
      approve();
      assert.equal((await hosted.run(own)).code, 0);
    }
    assert.equal(hosted.status(merge.sha), undefined);
  });

  it('takes the PM at once out of a policy that revokes them', async () => {
    approve();
    assert.equal(await judge(), ready);
    const { work } = hosted;
    work.git('switch', '-q', 'main');
    const policy = work
      .git('show', 'HEAD:CLAUDE.md')
      .replace(/^\| Maya .*$/m, (row) => `${row} revoked |`)
      .replace('| Product DRI |', '| Product DRI | Status |')
      .replace('| --- |\n', '| --- | --- |\n');
    work.write('CLAUDE.md', `${policy}\n`);
    work.commit('Maya leaves', { author: 'Erin <erin@example.com>' });
    hosted.pushBase();
    assert.match((await judge()) ?? '', /^failed: Not ready: \d+ points? to mend/);
  });

  it('takes a plan for approved by the merge request that brought it, also where that was squashed', async () => {
    approve();
    const { work, gitlab } = hosted;
    work.git('switch', '-q', 'main');
    work.git('merge', '-q', '--squash', merge.source_branch);
    merge.squash_commit_sha = work.commit('Plan (!7)');
    hosted.pushBase();
    work.git('fetch', '-q', 'origin');
    Object.assign(merge, { state: 'merged', merged_at: hosted.tick() });
    work.write('src/home/i18n/en.json', '{\n  "title": "Home, {name}",\n  "body": "Begin here."\n}\n');
    const second = hosted.open(8, hosted.people.maya);
    const { log } = await hosted.run({ PM_ZONE_MERGE_REQUEST: '8' });
    assert.match(log, /on #<!-- -->7, which brought the plan/);
    assert.match(hosted.status(second.sha) ?? '', /^failed: Not ready/);
    assert(
      gitlab.server.seen.some(({ url }) => url.pathname.endsWith(`/commits/${merge.squash_commit_sha}/merge_requests`)),
    );
  });

  it('asks few things: 18 for a merge request with approvals, 16 for each more', async () => {
    approve();
    const run = async (): Promise<number> => {
      hosted.gitlab.server.seen.length = 0;
      await hosted.run({ PM_ZONE_POSTS_AS: 'project_7_bot_gate' });
      return hosted.gitlab.server.seen.length;
    };
    assert.equal(await run(), 18);
    assert.equal(hosted.status(merge.sha), ready);
    // The same again is not posted.
    assert.equal(await run(), 17);
    hosted.work.git('switch', '-q', 'main');
    hosted.work.write('src/home/PLANNING.md', plan);
    hosted.approve(hosted.open(8, hosted.people.maya), hosted.people.erin, hosted.people.paul);
    assert.equal(await run(), 17 + 16);
  });
});
