import assert from 'node:assert/strict';
import type { FakePull, FakeUser } from '../hosts/fake-github/fake-github.js';
import { gateRoster } from '../support/pull-request.js';
import { appendixA, plan } from '../support/pilot-repository.js';
import { pmZone } from '../support/run-command-line.js';
import { hostPilot, pullRequestEvent, type HostedPilot, type JobResult } from './hosted-pilot.js';

describe('a merge queue of three that squashes', () => {
  let hosted: HostedPilot;
  let pulls: readonly FakePull[];
  beforeEach(async () => {
    const roster = gateRoster.replace('| src/home |', '| src/home, src/welcome, src/tour |');
    hosted = await hostPilot({ policy: appendixA + roster });
    hosted.github.addUser('max');
    pulls = ['src/home', 'src/welcome', 'src/tour'].map((folder, at) => {
      hosted.work.git('switch', '-q', 'main');
      hosted.work.write(`${folder}/PLANNING.md`, plan.replace('`src/home`', `\`${folder}\``));
      return hosted.open(11 + at, hosted.people.maya, `Plan ${at + 1}`);
    });
    for (const pull of pulls) approve(pull);
  });
  afterEach(async () => {
    assert.deepEqual(hosted.github.faults, []);
    await hosted.close();
  });

  const approve = (pull: FakePull): void => {
    for (const who of ['erin', 'paul'] as const) hosted.approve(pull, hosted.people[who]);
  };
  const judge = (pull: FakePull): Promise<JobResult> =>
    hosted.run('pull_request_target', pullRequestEvent(pull, 'opened'));

  /** Puts the pull requests into the queue of main, each squashed upon those before it, as GitHub does; the commits of the groups. */
  const enqueue = (queued: readonly FakePull[]): readonly string[] => {
    hosted.work.git('switch', '-q', '-C', 'queue', 'main');
    const commits = queued.map(({ number, head }) => {
      hosted.work.git('merge', '-q', '--squash', head.sha);
      hosted.work.git('commit', '-q', '-m', `Squashed (#${number})`, '--author=maya <maya@example.com>');
      const commit = hosted.work.git('rev-parse', 'HEAD');
      const ref = `gh-readonly-queue/main/pr-${number}-${commit}`;
      hosted.work.git('push', '-q', 'origin', `HEAD:refs/heads/${ref}`);
      return commit;
    });
    hosted.github.queues.set(
      'main',
      queued.map(({ number }, at) => ({ number, commit: commits[at] as string })),
    );
    return commits;
  };
  /** The stub ran for the group, which wakes the gate. */
  const wake = (group: string, { number }: FakePull): Promise<JobResult> =>
    hosted.run('workflow_run', {
      workflow_run: {
        event: 'merge_group',
        head_sha: group,
        head_branch: `gh-readonly-queue/main/pr-${number}-${group}`,
      },
    });
  /** What GitHub does once all are green: main is at the last group, each pull request merged by its own squashed commit. */
  const mergeAll = (commits: readonly string[]): void => {
    hosted.work.git('switch', '-q', 'main');
    hosted.work.git('reset', '-q', '--hard', commits.at(-1) as string);
    hosted.pushBase();
    hosted.work.git('fetch', '-q', 'origin');
    pulls.forEach((pull, at) =>
      Object.assign(pull, { state: 'closed', merged_at: '2026-11-22T10:00:00Z', merge_commit_sha: commits[at] }),
    );
    hosted.github.queues.clear();
  };

  it('is green group by group, and the plans that it brought carry the change after it', async () => {
    for (const pull of pulls) await judge(pull);
    const groups = enqueue(pulls);
    for (const [at, group] of groups.entries()) {
      const { code } = await wake(group, pulls[at] as FakePull);
      assert.equal(code, 0);
      const said = at === 0 ? 'every item' : `every item of ${at + 1} pull requests`;
      assert.equal(hosted.status(group), `success: Ready: ${said} is decided`);
    }
    mergeAll(groups);

    hosted.work.write('src/home/i18n/en.json', '{\n  "title": "Home, {name}",\n  "body": "Add a project."\n}\n');
    hosted.work.write('src/home/i18n/de.json', '{\n  "title": "Start, {name}",\n  "body": "Leg los."\n}\n');
    const change = hosted.open(20, hosted.people.maya, 'Say what to do first');
    await confirm(change, hosted.people.maya);
    approve(change);
    const { summary } = await judge(change);
    assert.match(hosted.status(change.head.sha) ?? '', /^success/, summary);
  });

  it('waits with the group whose pull request waits, and with those behind it', async () => {
    (pulls[1] as FakePull).reviews.pop();
    const groups = enqueue(pulls);
    for (const [at, group] of groups.entries()) await wake(group, pulls[at] as FakePull);
    const states = groups.map((group) => hosted.status(group)?.split(':')[0]);
    assert.deepEqual(states, ['success', 'pending', 'pending']);
    assert.match(hosted.status(groups[2] as string) ?? '', /#12: Waits for @paul/);
  });

  it('says nothing good of a group that somebody pushed, whatever its branch is called', async () => {
    enqueue(pulls);
    hosted.work.write('src/auth/login.ts', 'export const login = 2;\n');
    hosted.work.commit('Squashed (#13)', { author: 'maya <maya@example.com>' });
    const group = hosted.work.git('rev-parse', 'HEAD');
    const { code } = await wake(group, pulls[2] as FakePull);
    assert.equal(code, 2);
    assert.match(hosted.status(group) ?? '', /^error: The host does not say which pull requests are in this group/);
  });

  const confirm = async (pull: FakePull, by: FakeUser): Promise<void> => {
    const { code, stderr } = await pmZone(hosted.work, ['attest', '--all']);
    assert.equal(code, 0, stderr);
    hosted.push(pull, by);
  };
});
