import assert from 'node:assert/strict';
import type { BranchRules } from '../../src/hosts/branch-rules.js';
import type { OutcomeStatus } from '../../src/hosts/outcome-status.js';
import { answerGitlabCheck, postGitlabStatus } from '../../src/hosts/post-gitlab-status.js';
import { readGitlabRules } from '../../src/hosts/read-gitlab-rules.js';
import { sha } from './fake-github/good-change.js';
import { startGoodMergeRequest, type GoodMergeRequest } from './fake-gitlab/good-merge-request.js';

describe('GitLab', () => {
  let change: GoodMergeRequest;
  beforeEach(async () => (change = await startGoodMergeRequest()));
  afterEach(async () => {
    await change.gitlab.server.stop();
    assert.deepEqual(change.gitlab.faults, []);
  });
  const repository = 'acme/web/shop';

  describe('is told the outcome', () => {
    const status: OutcomeStatus = {
      repository,
      commit: sha('two'),
      base: 'main',
      outcome: 'waits',
      description: 'waits for @erin: 3 items',
      page: 'https://gitlab.example/acme/web/shop/-/jobs/1',
    };
    const post = (more: Partial<OutcomeStatus> = {}, poster?: string) =>
      postGitlabStatus(change.host, { ...status, ...more }, poster);
    const posted = () => (change.gitlab.statuses.get(sha('two')) ?? []).map((each) => `${each.name} ${each.status}`);

    it('in one status, which fails while somebody is waited for', async () => {
      for (const outcome of ['waits', 'not-ready', 'ready'] as const)
        assert.deepEqual(await post({ outcome }), { value: true });
      assert.deepEqual(posted(), ['pm-zone (main) failed', 'pm-zone (main) failed', 'pm-zone (main) success']);
      const [first] = change.gitlab.statuses.get(sha('two')) ?? [];
      assert.deepEqual([first?.description, first?.target_url], [status.description, status.page]);
    });

    it('once, as long as it is the same and nobody else said it', async () => {
      assert.deepEqual(await post({}, 'project_7_bot_gate'), { value: true });
      assert.deepEqual(await post({ page: 'http://no.example' }, 'Project_7_bot_gate'), { value: false });
      assert.deepEqual(await post({ description: 'waits for @pat' }, 'project_7_bot_gate'), { value: true });
      assert.deepEqual(await post({ description: 'waits for @pat', outcome: 'ready' }, 'project_7_bot_gate'), {
        value: true,
      });
      assert.deepEqual(await post({ description: 'waits for @pat', outcome: 'ready' }, 'somebody'), { value: true });
      assert.equal(posted().length, 4);
      change.gitlab.statuses.set(sha('two'), [
        {
          status: 'failed',
          name: 'pm-zone (main)',
          description: status.description,
          target_url: null,
          author: change.maya,
        },
      ]);
      change.gitlab.server.fault = (_, { method }) =>
        method === 'GET'
          ? (reply) => ({ ...reply, body: [{ ...(reply.body as object[])[0], author: null }] })
          : undefined;
      assert.deepEqual(await post({}, 'project_7_bot_gate'), { value: true });
    });

    it('as the answer to an external check, which is passed or failed', async () => {
      const check = { number: 3, mergeRequest: 42 };
      for (const outcome of ['waits', 'not-ready', 'ready'] as const) {
        assert.deepEqual(await answerGitlabCheck(change.host, { ...status, outcome }, check), { value: true });
      }
      const answer = (word: string) => ({
        iid: '42',
        body: { sha: sha('two'), external_status_check_id: 3, status: word },
      });
      assert.deepEqual(change.gitlab.answeredChecks, [answer('failed'), answer('failed'), answer('passed')]);
    });

    it('or says why it cannot be', async () => {
      change.gitlab.tokens.clear();
      const results = [await post(), await answerGitlabCheck(change.host, status, { number: 3, mergeRequest: 42 })];
      for (const result of results) assert('trouble' in result && result.trouble.kind === 'unauthorized');
    });
  });

  describe('says what it enforces for a branch', () => {
    async function read(): Promise<BranchRules> {
      const result = await readGitlabRules(change.host, repository, 'main');
      assert('value' in result, JSON.stringify(result));
      return result.value;
    }

    it('where all is set', async () => {
      change.gitlab.protections.set('main', {
        push_access_levels: [{ access_level_description: 'No one' }, { access_level_description: 'Maintainers' }],
        allow_force_push: false,
        code_owner_approval_required: true,
      });
      change.gitlab.approvals = {
        reset_approvals_on_push: true,
        merge_requests_disable_committers_approval: true,
        merge_requests_author_approval: false,
      };
      change.gitlab.approvalRules = [
        { approvals_required: 2, protected_branches: [] },
        { approvals_required: 1 },
        { approvals_required: 5, protected_branches: [{ name: 'release' }] },
      ];
      change.gitlab.checks = [
        { id: 3, name: 'pm-zone', protected_branches: [{ name: 'main' }] },
        { id: 4, name: 'other', protected_branches: [{ name: 'release' }] },
      ];
      assert.deepEqual(await read(), {
        branch: 'main',
        requiredChecks: [
          { name: 'pipeline', source: null },
          { name: 'pm-zone', source: 'external status check 3' },
        ],
        approvals: 2,
        codeOwners: true,
        dismissedOnPush: true,
        lastPushApproval: true,
        upToDate: null,
        authorApproval: false,
        pushers: ['Maintainers'],
        forcePushes: 'forbidden',
        bypass: [{ who: 'Maintainers', kind: 'role', id: 'maintain' }],
        unread: [],
      });
    });

    it('where nothing is', async () => {
      change.gitlab.branches.set('main', { id: sha('main'), protected: false });
      change.gitlab.approvals = { reset_approvals_on_push: false };
      for (const settings of [
        { only_allow_merge_if_pipeline_succeeds: false, merge_method: 'ff' },
        { merge_method: 'merge', only_allow_merge_if_pipeline_succeeds: true, allow_merge_on_skipped_pipeline: true },
      ]) {
        change.gitlab.settings = settings;
        assert.deepEqual(await read(), {
          branch: 'main',
          requiredChecks: [],
          approvals: 0,
          codeOwners: false,
          dismissedOnPush: false,
          lastPushApproval: false,
          upToDate: settings.merge_method === 'ff',
          authorApproval: null,
          pushers: ['everyone who may push'],
          forcePushes: 'allowed',
          bypass: [{ who: 'everyone who may push', kind: 'role', id: 'write' }],
          unread: [],
        });
      }
    });

    it('as far as the token may know', async () => {
      change.gitlab.approvals = undefined;
      change.gitlab.approvalRules = undefined;
      change.gitlab.checks = undefined;
      const { unread, bypass, forcePushes, approvals, requiredChecks } = await read();
      assert.deepEqual(
        [unread.length, bypass, forcePushes, approvals, requiredChecks.length],
        [4, null, 'unknown', null, 1],
      );
      change.gitlab.protections.set('main', { push_access_levels: [], allow_force_push: true });
      assert.deepEqual([(await read()).forcePushes, (await read()).bypass], ['allowed', []]);
    });

    it('or not at all', async () => {
      change.gitlab.tokens.clear();
      const result = await readGitlabRules(change.host, repository, 'main');
      assert('trouble' in result && result.trouble.kind === 'unauthorized');
    });
  });
});
