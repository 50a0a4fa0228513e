import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runJob } from '../../src/ci/run-job.js';
import { FakeServer, type FakeReply, type FakeRequest } from '../hosts/fake-server.js';
import { openGitHost, type GitHost } from '../support/git-host.js';
import { pilotRepository } from '../support/pilot-repository.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

const token = 'glpat-jobs0token';
const project = '/projects/acme%2Fteam%2Fshop';

describe('a job of GitLab CI', () => {
  let work: TemporaryRepository;
  let folder: string;
  let commits: GitHost;
  let server: FakeServer;
  let head: string;
  let posts: unknown[];
  let answers: unknown[];
  beforeEach(async () => {
    work = pilotRepository();
    work.write('src/home/notes.md', '# Notes\n');
    head = work.commit('Take notes');
    folder = mkdtempSync(join(tmpdir(), 'pm-zone-gitlab-'));
    mkdirSync(join(folder, 'acme', 'team'), { recursive: true });
    const served = join(folder, 'acme', 'team', 'shop.git');
    execFileSync('git', ['init', '-q', '--bare', '--initial-branch=main', served], { env: work.environment });
    work.git('push', '-q', served, 'main', `HEAD:refs/merge-requests/3/head`);
    commits = await openGitHost({ root: folder, environment: work.environment }, `oauth2:${token}`);
    posts = [];
    answers = [];
    server = await new FakeServer(answer).start();
  });
  afterEach(async () => {
    await server.stop();
    await commits.close();
    work.remove();
    rmSync(folder, { recursive: true });
  });

  /** As much of GitLab as a run asks before it reads evidence: that is refused, and so stays unread. */
  const answer = ({ method, url, headers, body }: FakeRequest): FakeReply => {
    if (headers['private-token'] !== token) return { status: 401, body: {} };
    const path = url.pathname.replace('/api/v4', '');
    if (method === 'GET' && path === `${project}/merge_requests`) {
      const made = { iid: 4, sha: null, target_branch: 'main' };
      return { status: 200, body: [{ iid: 3, sha: head, target_branch: 'main' }, made] };
    }
    if (method === 'POST' && path === `${project}/merge_requests/3/status_check_responses`) {
      answers.push(body);
      return { status: 201, body: {} };
    }
    if (method === 'POST' && path === `${project}/statuses/${head}`) {
      posts.push(body);
      return { status: 201, body: { name: 'x', status: 'failed', description: null, author: null } };
    }
    return { status: 404, body: {} };
  };
  const run = async (
    more: Readonly<Record<string, string>> = {},
  ): Promise<{ readonly code: number; readonly log: string }> => {
    let log = '';
    const code = await runJob({
      now: new Date(),
      environment: {
        PATH: process.env['PATH'],
        GITLAB_CI: 'true',
        CI_PIPELINE_SOURCE: 'schedule',
        CI_API_V4_URL: `${server.url}/api/v4`,
        CI_SERVER_URL: commits.url('closed').replace(/\.git$/, ''),
        PM_ZONE_PROJECT: 'acme/team/shop',
        PM_ZONE_TOKEN: token,
        ...more,
      },
      write: (text) => void (log += text),
      warn: (line) => void (log += `${line}\n`),
    });
    return { code, log };
  };

  it('judges the open merge requests of the project that it is told of, and says what it could not', async () => {
    const { code, log } = await run({ PM_ZONE_RECORDS: join(folder, 'records'), PM_ZONE_POSTS_AS: '' });
    assert.equal(code, 2);
    assert.equal(posts.length, 1);
    const { state, name, description } = posts[0] as Readonly<Record<string, string>>;
    assert.deepEqual([state, name], ['failed', 'pm-zone (main)']);
    assert.match(log, /pm-zone \(main\) at .*could not be judged/);
    assert.match(log, /## PM Zone/);
    assert.match(description ?? '', /GitLab|GET/);
    assert.doesNotMatch(log, /glpat|^::/m);
  });

  it('answers the external status check that it is told of, as failed where it could not judge', async () => {
    await run();
    assert.deepEqual(answers, []);
    await run({ PM_ZONE_STATUS_CHECK: '77' });
    assert.deepEqual(answers, [{ sha: head, external_status_check_id: 77, status: 'failed' }]);
    // Also where nothing could be judged at all, such as while somebody pushes.
    work.git('push', '-q', join(folder, 'acme', 'team', 'shop.git'), ':refs/merge-requests/3/head');
    await run({ PM_ZONE_STATUS_CHECK: '77' });
    assert.equal(answers.length, 2);
    // The answer stands in for nothing: the status is posted all the same.
    assert.equal(posts.length, 3);
  });

  it('says that it could not answer the external status check', async () => {
    const own = answer;
    await server.stop();
    server = await new FakeServer((request) =>
      request.url.pathname.endsWith('/status_check_responses') ? { status: 404, body: {} } : own(request),
    ).start();
    const { code, log } = await run({ PM_ZONE_STATUS_CHECK: '77' });
    assert.equal(code, 2);
    assert.match(log, /^pm-zone: .+\n$/);
  });

  it('judges one that somebody names', async () => {
    const { log } = await run({ PM_ZONE_MERGE_REQUEST: '9' });
    assert.match(log, /Pull request 9 is not open/);
    assert.deepEqual(posts, []);
  });

  it('only shows in the merge request’s own pipeline, whose configuration the merge request can write', async () => {
    const own = { CI_PIPELINE_SOURCE: 'merge_request_event', CI_MERGE_REQUEST_IID: '3' };
    const { log } = await run({ ...own, PM_ZONE_BASES: 'main release' });
    assert.match(log, /This is a preview and decides nothing/);
    assert.deepEqual(posts, []);
  });

  it('says that it could not post', async () => {
    const { code, log } = await run({ CI_API_V4_URL: `${server.url}/elsewhere` });
    assert.equal(code, 2);
    assert.match(log, /^pm-zone: .+\n$/);
    const own = answer;
    await server.stop();
    server = await new FakeServer((request) =>
      request.method === 'POST' ? { status: 403, body: {} } : own(request),
    ).start();
    assert.equal((await run()).code, 2);
  });

  it('says what is missing', async () => {
    const cases: readonly (readonly [string, string, RegExp])[] = [
      ['PM_ZONE_TOKEN', '', /PM_ZONE_TOKEN is not set\. It is the token/],
      ['PM_ZONE_PROJECT', 'shop', /PM_ZONE_PROJECT has another form than it should/],
      ['CI_API_V4_URL', 'x', /CI_API_V4_URL has another form/],
      ['CI_SERVER_URL', '', /CI_SERVER_URL is not set/],
      ['PM_ZONE_MERGE_REQUEST', '3; id', /takes the number of a merge request/],
      ['PM_ZONE_BASES', 'main release', /answers for one branch/],
      ['PM_ZONE_BASES', 'release/*', /answers for one branch/],
      ['PM_ZONE_STATUS_CHECK', 'seven', /PM_ZONE_STATUS_CHECK takes the number of an external status check/],
    ];
    for (const [name, value, said] of cases) {
      const { code, log } = await run({ PM_ZONE_STATUS_CHECK: '77', [name]: value });
      assert.equal(code, 2);
      assert.match(log, said);
    }
  });
});
