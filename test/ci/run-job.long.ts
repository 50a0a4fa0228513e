import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { plan } from '../support/pilot-repository.js';
import type { FakePull } from '../hosts/fake-github/fake-github.js';
import { hostPilot, pullRequestEvent, type HostedPilot, type JobResult } from './hosted-pilot.js';

describe('a job of the gate', () => {
  let hosted: HostedPilot;
  beforeEach(async () => (hosted = await hostPilot()));
  afterEach(async () => {
    assert.deepEqual(hosted.github.faults, []);
    await hosted.close();
  });

  /** A plan that waits for its two DRIs. */
  const openPlan = (number = 7): FakePull => {
    hosted.work.git('switch', '-q', 'main');
    hosted.work.write(`src/home/plan-${number}/PLANNING.md`, plan);
    return hosted.open(number, hosted.people.maya);
  };
  const openLocked = (): FakePull => {
    hosted.work.git('switch', '-q', 'main');
    hosted.work.write('src/auth/login.ts', 'export const login = 2;\n');
    return hosted.open(8, hosted.people.maya);
  };
  const judge = (pull: FakePull, action?: string, more?: object): Promise<JobResult> =>
    hosted.run('pull_request_target', pullRequestEvent(pull, action, more));
  const approve = (pull: FakePull): void => {
    for (const who of ['erin', 'paul'] as const) hosted.approve(pull, hosted.people[who]);
  };

  it('is red where the PM has to mend something, says what, and ends well since it said so', async () => {
    const pull = openLocked();
    const { code, log, summary, outputs } = await judge(pull);
    assert.equal(code, 0);
    assert.match(hosted.status(pull.head.sha) ?? '', /^failure: Not ready: \d+ points? to mend/);
    assert.match(log, /^::error file=src\/auth\/login\.ts/m);
    assert.match(summary, /src\/auth\/login\.ts/);
    assert.equal(outputs['outcome'], 'not-ready');
  });

  it('waits for named people, and is green when the last of them approved', async () => {
    const pull = openPlan();
    await judge(pull, 'opened');
    assert.equal(hosted.status(pull.head.sha), 'pending: Waits for @erin: 1 item; @paul: 1 item');
    hosted.approve(pull, hosted.people.erin);
    const wake = { event: 'pull_request_review', head_sha: pull.head.sha, head_branch: pull.head.ref };
    await hosted.run('workflow_run', { workflow_run: wake });
    assert.match(hosted.status(pull.head.sha) ?? '', /^pending: Waits for @paul: 1 item$/);
    hosted.approve(pull, hosted.people.paul);
    const { code, outputs, log } = await hosted.run('workflow_run', { workflow_run: wake });
    assert.deepEqual([code, outputs['outcome']], [0, 'ready']);
    assert.equal(hosted.status(pull.head.sha), 'success: Ready: every item is decided');
    assert.doesNotMatch(log, /ghs_/);
  });

  it('judges what is true when it runs, whatever the event of an old run says', async () => {
    const pull = openPlan();
    const old = pullRequestEvent({ ...pull, head: { ...pull.head }, base: { ref: 'main', sha: '0'.repeat(40) } });
    approve(pull);
    hosted.work.write('src/auth/login.ts', 'export const login = 3;\n');
    hosted.work.commit('And a little more', { author: 'maya <maya@example.com>' });
    const before = pull.head.sha;
    hosted.push(pull, hosted.people.maya);
    await hosted.run('pull_request_target', old);
    assert.equal(hosted.status(before), undefined);
    assert.match(hosted.status(pull.head.sha) ?? '', /^failure/);
  });

  it('judges all open pull requests again when the policy changed', async () => {
    const pulls = [openPlan(7), openPlan(9)];
    pulls.forEach(approve);
    for (const pull of pulls) await judge(pull);
    assert.match(hosted.status(pulls[0]?.head.sha ?? '') ?? '', /^success/);
    hosted.work.git('switch', '-q', 'main');
    const policy = hosted.work.git('show', 'main:CLAUDE.md').replace('| @erin | @paul |', '| @stranger | @paul |');
    hosted.work.write('CLAUDE.md', policy);
    hosted.work.commit('Another DRI', { author: 'erin <erin@example.com>' });
    hosted.pushBase();
    const { log } = await hosted.run('push', { ref: 'refs/heads/main' });
    for (const { head } of pulls) assert.match(hosted.status(head.sha) ?? '', /^pending: Waits for @stranger/);
    assert.match(log, /2 of 2 open pull requests go to a gated base/);
    // Of several no annotation would stand in the right file.
    assert.doesNotMatch(log, /^::/m);
  });

  it('takes its word back where a pull request is sent to another base', async () => {
    const pull = openPlan();
    approve(pull);
    await judge(pull);
    hosted.work.git('switch', '-q', 'main');
    hosted.pushBase('open');
    pull.base = { ref: 'open', sha: pull.base.sha };
    const { log } = await judge(pull, 'edited', { changes: { base: { ref: { from: 'main' } } } });
    assert.equal(hosted.status(pull.head.sha), 'pending: No open pull request brings this commit to main now');
    assert.match(log, /goes to open, before which the gate does not stand/);
    assert.equal(hosted.status(pull.head.sha, 'open'), undefined);
  });

  it('stands before the branches that it is told of', async () => {
    hosted.work.git('switch', '-q', 'main');
    hosted.pushBase('release/1');
    const pull = openPlan();
    pull.base = { ref: 'release/1', sha: pull.base.sha };
    await hosted.run('pull_request_target', pullRequestEvent(pull), { bases: 'main\nrelease/*' });
    assert.match(hosted.status(pull.head.sha, 'release/1') ?? '', /^pending: Waits for/);
    assert.equal(hosted.status(pull.head.sha), undefined);
  });

  it('only shows where the pull request could have written the workflow', async () => {
    const pull = openLocked();
    const { code, log, summary } = await hosted.run('pull_request', pullRequestEvent(pull));
    assert.equal(code, 1);
    assert.equal(hosted.status(pull.head.sha), undefined);
    for (const text of [log, summary]) assert.match(text, /This is a preview and decides nothing/);
    const waiting = openPlan();
    assert.equal((await hosted.run('pull_request', pullRequestEvent(waiting))).code, 0);
  });

  it('posts nothing twice where it knows as whom it posts', async () => {
    const pull = openPlan();
    const run = (): Promise<JobResult> =>
      hosted.run('pull_request_target', pullRequestEvent(pull), { 'posts-as': 'github-actions[bot]' });
    await run();
    await run();
    assert.equal(hosted.github.statuses.get(pull.head.sha)?.length, 1);
  });

  it('asks the host little', async () => {
    const pull = openPlan();
    approve(pull);
    await judge(pull);
    assert.ok(hosted.github.server.seen.length <= 20, String(hosted.github.server.seen.length));
  });

  it('says in the status that it could not judge, and fails', async () => {
    const pull = openPlan();
    hosted.work.git('switch', '-q', 'main');
    const cases: readonly (readonly [string, RegExp])[] = [
      ['# Notes\n', /^error: main has no PM zone yet/],
      [
        '## PM zone\n\n**PMs cannot touch:**\n\n- `src/[`\n- everything secret\n',
        /^error: The policy has an error\. CLAUDE\.md:\d+/,
      ],
    ];
    for (const [text, said] of cases) {
      hosted.work.write('CLAUDE.md', text);
      hosted.work.commit('Break the policy', { author: 'erin <erin@example.com>' });
      hosted.pushBase();
      const { code, outputs, summary } = await judge(pull);
      assert.deepEqual([code, outputs['outcome']], [2, 'not-run']);
      assert.match(hosted.status(pull.head.sha) ?? '', said);
      assert.match(summary, /could not be judged/i);
    }
  });

  it('says so where the policy names somebody whom the host does not know', async () => {
    hosted.github.users.delete('paul');
    const pull = openPlan();
    assert.equal((await judge(pull)).code, 2);
    assert.match(
      hosted.status(pull.head.sha) ?? '',
      /^error: The policy has an error.*@paul is the handle of no account/,
    );
  });

  it('says so where the host does not answer, or the change is none', async () => {
    const pull = openPlan();
    hosted.github.server.fault = (_index, { url }) =>
      url.pathname.endsWith('/reviews') ? () => ({ status: 404, body: {} }) : undefined;
    assert.equal((await judge(pull)).code, 2);
    assert.match(hosted.status(pull.head.sha) ?? '', /^error: /);
    hosted.github.server.fault = () => undefined;
    hosted.work.git('reset', '-q', '--hard', 'main');
    hosted.work.commit('Nothing');
    hosted.push(pull, hosted.people.maya);
    assert.equal((await judge(pull)).code, 2);
    assert.match(hosted.status(pull.head.sha) ?? '', /^error: #7 changes nothing/);
  });

  it('fails in one sentence where nothing can be posted', async () => {
    const pull = openPlan();
    const failure = async (event: string, payload: unknown, inputs?: Record<string, string>): Promise<string> => {
      const { code, log } = await hosted.run(event, payload, inputs);
      assert.equal(code, 2);
      assert.match(log, /^pm-zone: .*\n$/);
      return log;
    };
    assert.match(await failure('issue_comment', {}), /the event issue_comment is none that the gate judges on/);
    assert.match(
      await failure('pull_request_target', pullRequestEvent(pull), { token: 'ghs_other' }),
      /could not be fetched/,
    );
    hosted.github.tokens.clear();
    assert.match(await failure('pull_request_target', pullRequestEvent(pull)), /token/);
  });

  it('says in a line that something went wrong that nobody expected', async () => {
    const { runJob } = await import('../../src/ci/run-job.js');
    const environment = new Proxy(
      {},
      {
        get: () => {
          throw new Error('odd\n::error::secret');
        },
      },
    );
    const lines: string[] = [];
    const code = await runJob({
      environment,
      now: new Date(),
      write: () => undefined,
      warn: (line) => void lines.push(line),
    });
    assert.equal(code, 2);
    assert.deepEqual(lines, [
      'pm-zone: something went wrong that PM Zone did not expect: Error: odd. Nothing was posted by it.',
    ]);
  });

  it('leaves nothing behind but the record', async () => {
    const pull = openPlan();
    const environment = hosted.jobEnvironment('pull_request_target', pullRequestEvent(pull));
    const { runJob } = await import('../../src/ci/run-job.js');
    await runJob({ environment, now: new Date(), write: () => undefined, warn: () => undefined });
    const temp = environment['RUNNER_TEMP'] as string;
    assert.deepEqual(readdirSync(temp).sort(), [
      'env',
      'event.json',
      'output',
      'path',
      'pm-zone-records',
      'summary.md',
    ]);
    const [name = ''] = readdirSync(join(temp, 'pm-zone-records'));
    assert.equal(name, `pull-7-${pull.head.sha.slice(0, 12)}.json`);
    const record = JSON.parse(readFileSync(join(temp, 'pm-zone-records', name), 'utf8')) as Record<string, unknown>;
    assert.equal(record['_type'], 'https://in-toto.io/Statement/v1');
  });
});
