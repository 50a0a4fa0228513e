import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { plan } from '../support/pilot-repository.js';
import { confirmAll, gateRoster, goodChange } from '../support/pull-request.js';
import { appendixA } from '../support/pilot-repository.js';
import { pmZone, type CommandLineResult } from '../support/run-command-line.js';
import { hostPilot, type HostedPilot } from '../ci/hosted-pilot.js';
import { FakeGitlab, type FakeMergeRequest } from '../hosts/fake-gitlab/fake-gitlab.js';

describe('pm-zone review --pull-request', () => {
  describe('on GitHub', () => {
    let hosted: HostedPilot;
    beforeEach(async () => (hosted = await hostPilot()));
    afterEach(async () => {
      assert.deepEqual(hosted.github.faults, []);
      await hosted.close();
    });
    const review = (...args: string[]): Promise<CommandLineResult> => {
      const { GITHUB_API_URL = '', GITHUB_REPOSITORY = '' } = hosted.jobEnvironment('none', {});
      const environment = { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_TOKEN: 'ghs_jobs0token' };
      return pmZone(hosted.work, ['review', '--base', 'origin/main', ...args], { environment });
    };

    it('says who is waited for, then that it is ready, and tells the host nothing', async () => {
      hosted.work.write('src/home/plan-7/PLANNING.md', plan);
      const pull = hosted.open(7, hosted.people.maya);
      const open = await review('--pull-request', '7');
      assert.equal(open.code, 3, open.stderr);
      assert.match(open.stdout, /It waits for @erin \(1 item\), @paul \(1 item\)/);
      for (const who of ['erin', 'paul'] as const) hosted.approve(pull, hosted.people[who]);
      const record = join(hosted.work.environment['HOME'] ?? '', `record-${process.pid}.json`);
      const done = await review('--pull-request', '7', '--record', record);
      assert.equal(done.code, 0, done.stderr);
      assert.ok(existsSync(record));
      assert.ok(hosted.github.server.seen.every(({ method, url }) => method === 'GET' || url.pathname === '/graphql'));
    });

    it('asks who approved the plan where it stands on the base already', async () => {
      hosted.work.write('src/home/PLANNING.md', plan);
      const planned = hosted.open(7, hosted.people.maya);
      for (const who of ['erin', 'paul'] as const) hosted.approve(planned, hosted.people[who]);
      hosted.work.git('switch', '-q', 'main');
      hosted.work.git('merge', '-q', '--no-ff', '-m', 'Merge pull request #7', planned.head.ref);
      planned.state = 'closed';
      planned.merged_at = '2026-11-21T11:00:00Z';
      planned.merge_commit_sha = hosted.pushBase();
      hosted.work.git('fetch', '-q', 'origin');
      hosted.work.write('src/home/i18n/en.json', '{\n  "title": "Home, {name}",\n  "body": "Begin here."\n}\n');
      hosted.open(8, hosted.people.maya);
      const asked = await review('--pull-request', '8', '--format', 'markdown');
      assert.match(
        asked.stdout.replace(/<!-- -->|\\/g, ''),
        /plan is complete and approved \| done \| approved by .* on #7, which brought the plan/i,
      );
      assert.ok(hosted.github.server.seen.some(({ url }) => url.pathname.endsWith('/pulls/7/reviews')));
    });

    it('judges nothing by what the host says of another head', async () => {
      hosted.work.write('src/home/notes.md', '# Notes\n');
      const pull = hosted.open(7, hosted.people.maya);
      hosted.work.write('src/home/notes.md', '# More notes\n');
      hosted.work.commit('One that is not on the host', { author: 'maya <maya@example.com>' });
      const { code, stdout, stderr } = await review('--pull-request', '7');
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, new RegExp(`The evidence is about the head ${pull.head.sha.slice(0, 12)}, and this is `));
    });

    it('says in a sentence what it cannot ask, and for what', async () => {
      hosted.work.write('src/home/notes.md', '# Notes\n');
      hosted.open(7, hosted.people.maya);
      const { code: none, stderr: noToken } = await pmZone(
        hosted.work,
        ['review', '--base', 'origin/main', '--pull-request', '7'],
        { environment: { GITHUB_API_URL: hosted.github.server.url, GITHUB_REPOSITORY: 'acme/shop', GH_TOKEN: 'x' } },
      );
      assert.deepEqual([none, /The token is not one/.test(noToken)], [2, true]);
      for (const [args, sentence] of [
        [['--pull-request', '9'], /GET \/repos\/acme\/shop\/pulls\/9/],
        [['--record', 'x.json'], /--record goes with --pull-request or --evidence/],
        [['--pull-request', '-9'], /--pull-request needs a value/],
        [['--pull-request', 'seven'], /--pull-request takes its number, such as 12/],
        [['--pull-request', '7', '--evidence', 'x.json'], /give one of them/],
        [['--pull-request', '7', '--head', 'HEAD~1'], /The evidence is about the head/],
      ] as const) {
        const { code, stderr } = await review(...args);
        assert.equal(code, 2);
        assert.match(stderr, sentence);
        assert.doesNotMatch(stderr, /ghs_|\n\s+at /);
      }
      const { code, stderr } = await pmZone(hosted.work, ['review', '--pull-request', '7']);
      assert.deepEqual([code, /go with --base/.test(stderr)], [2, true]);
    });
  });

  it('turns from waiting to ready on GitLab by the approvals of its merge request', async () => {
    const work = goodChange({ policy: (appendixA + gateRoster).replaceAll('@org/home', '@org') });
    await confirmAll(work);
    const gitlab = new FakeGitlab();
    const [maya, erin, paul] = ['maya', 'erin', 'paul'].map((name) => gitlab.addUser(name)) as [
      ReturnType<FakeGitlab['addUser']>,
      ReturnType<FakeGitlab['addUser']>,
      ReturnType<FakeGitlab['addUser']>,
    ];
    gitlab.addUser('max');
    gitlab.tokens.set('glpat-0123456789abcdefTEST', gitlab.addUser('gate'));
    for (const each of [maya, erin, paul]) gitlab.members.set(each.id, 30);
    for (const group of ['org', 'org/all', 'org/home', 'org/pay']) gitlab.groups.set(group, [erin]);
    const commit = (name: string): string => work.git('rev-parse', name);
    gitlab.branches.set('main', { id: commit('main'), protected: true });
    const mergeRequest: FakeMergeRequest = {
      iid: 3,
      author: maya,
      state: 'opened',
      merged_at: null,
      source_branch: 'pm/home',
      target_branch: 'main',
      source_project_id: 7,
      sha: commit('HEAD'),
      commits: work.git('rev-list', 'main..HEAD').split('\n'),
      approved_by: [],
      reviewers: [],
      notes: [],
      pushedAt: '2026-11-19T12:00:00.000Z',
    };
    gitlab.mergeRequests.set(3, mergeRequest);
    gitlab.events.set(7, [
      {
        author: maya,
        created_at: '2026-11-19T12:00:00.000Z',
        push_data: {
          commit_count: 3,
          action: 'created',
          ref_type: 'branch',
          ref: 'pm/home',
          commit_from: null,
          commit_to: commit('HEAD'),
          commit_title: 'x',
        },
      },
    ]);
    await gitlab.server.start();
    try {
      const environment = {
        CI_API_V4_URL: `${gitlab.server.url}/api/v4`,
        CI_PROJECT_PATH: 'acme/web/shop',
        GITLAB_TOKEN: 'glpat-0123456789abcdefTEST',
      };
      const review = (): Promise<CommandLineResult> =>
        pmZone(work, ['review', '--base', 'main', '--pull-request', '3'], { environment });
      const waits = await review();
      assert.equal(waits.code, 3, waits.stdout + waits.stderr);
      assert.match(waits.stdout, /waits for @erin/);
      mergeRequest.approved_by = [erin, paul].map((user) => ({ user, approved_at: '2026-11-20T10:00:00.000Z' }));
      const ready = await review();
      assert.equal(ready.code, 0, ready.stdout + ready.stderr);
      gitlab.approvals = { reset_approvals_on_push: false };
      const kept = await review();
      assert.equal(kept.code, 3);
      assert.match(kept.stdout, /approvals outlive later commits here/);
      assert.deepEqual(gitlab.faults, []);
    } finally {
      await gitlab.server.stop();
    }
  });
});
