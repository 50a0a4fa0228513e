import assert from 'node:assert/strict';
import type { BranchRules } from '../../src/hosts/branch-rules.js';
import { readGithubRules } from '../../src/hosts/read-github-rules.js';
import { secret, startGoodChange, type GoodChange } from './fake-github/good-change.js';

describe("reading a branch's rules from GitHub", () => {
  let change: GoodChange;
  beforeEach(async () => (change = await startGoodChange()));
  afterEach(async () => {
    await change.github.server.stop();
    assert.deepEqual(change.github.faults, []);
  });

  async function read(): Promise<BranchRules> {
    const result = await readGithubRules(change.host, 'acme/shop', 'main');
    assert('value' in result, JSON.stringify(result));
    return result.value;
  }

  const nothing: BranchRules = {
    branch: 'main',
    requiredChecks: [],
    approvals: 0,
    codeOwners: false,
    dismissedOnPush: false,
    lastPushApproval: false,
    forcePushes: 'allowed',
    bypass: [],
    unread: [],
  };

  function addRuleSet(): void {
    const source = { ruleset_source_type: 'Repository', ruleset_source: 'acme/shop', ruleset_id: 7 };
    change.github.rules.push(
      { type: 'non_fast_forward', ...source },
      {
        type: 'required_status_checks',
        parameters: {
          required_status_checks: [{ context: 'pm-zone (main)', integration_id: 99 }, { context: 'build' }],
          strict_required_status_checks_policy: true,
        },
        ...source,
      },
      {
        type: 'pull_request',
        parameters: {
          required_approving_review_count: 2,
          require_code_owner_review: true,
          dismiss_stale_reviews_on_push: true,
          require_last_push_approval: true,
          required_review_thread_resolution: false,
        },
        ...source,
      },
    );
    change.github.rulesets.set(7, {
      id: 7,
      name: 'main',
      source: 'acme/shop',
      enforcement: 'active',
      bypass_actors: [
        { actor_id: 5, actor_type: 'RepositoryRole', bypass_mode: 'pull_request' },
        { actor_id: null, actor_type: 'DeployKey' },
      ],
    });
  }

  const checks = [
    { name: 'pm-zone (main)', source: '99' },
    { name: 'build', source: null },
  ];
  const strict = { approvals: 2, codeOwners: true, dismissedOnPush: true, lastPushApproval: true };

  it('asks nobody who bypasses a rule that is of no rule set', async () => {
    change.github.rules.push({ type: 'non_fast_forward' });
    assert.equal((await read()).forcePushes, 'forbidden');
    assert(change.github.server.seen.every(({ url }) => !url.pathname.includes('/rulesets')));
  });

  it('finds none where there are none', async () => assert.deepEqual(await read(), nothing));

  it('reads rule sets', async () => {
    addRuleSet();
    change.github.protection.set('main', { enforce_admins: { url: '', enabled: true } });
    assert.deepEqual(await read(), {
      ...nothing,
      ...strict,
      requiredChecks: checks,
      forcePushes: 'forbidden',
      bypass: ['RepositoryRole 5 (pull_request)', 'DeployKey (always)'],
    });
  });

  it('reads classic protection', async () => {
    change.github.protection.set('main', {
      required_status_checks: {
        contexts: [],
        checks: [
          { context: 'pm-zone (main)', app_id: 99 },
          { context: 'build', app_id: -1 },
          { context: 'lint', app_id: null },
        ],
      },
      required_pull_request_reviews: {
        required_approving_review_count: 2,
        require_code_owner_reviews: true,
        dismiss_stale_reviews: true,
        require_last_push_approval: true,
        bypass_pull_request_allowances: {
          users: [change.maya],
          teams: [{ slug: 'leads' }],
          apps: [{ slug: 'merger' }],
        },
      },
      allow_force_pushes: { enabled: false },
    });
    assert.deepEqual(await read(), {
      ...nothing,
      ...strict,
      requiredChecks: [...checks, { name: 'lint', source: null }],
      forcePushes: 'forbidden',
      bypass: ['administrators of the repository', '@maya', 'team leads', 'app merger'],
    });
    change.github.protection.set('main', {
      required_pull_request_reviews: { dismiss_stale_reviews: false, require_code_owner_reviews: false },
      allow_force_pushes: { enabled: true },
    });
    assert.deepEqual(await read(), { ...nothing, bypass: ['administrators of the repository'] });
  });

  it('says which right is missing', async () => {
    addRuleSet();
    change.github.tokens.set(secret, { user: change.maya, rights: new Set() });
    const rules = await read();
    assert.deepEqual(
      [rules.bypass, rules.forcePushes, rules.requiredChecks, rules.unread.map(({ part }) => part)],
      [
        null,
        'forbidden',
        checks,
        [
          "the branch's classic protection (the token needs to read the repository's administration)",
          'who may bypass rule set 7',
        ],
      ],
    );
    change.github.rules.shift();
    change.github.rulesets.clear();
    const { forcePushes, unread } = await read();
    assert.deepEqual([forcePushes, unread.length], ['unknown', 2]);
  });

  it('is in trouble where the rules themselves cannot be read', async () => {
    const result = await readGithubRules(change.host, 'acme/other', 'main');
    assert('trouble' in result && result.trouble.kind === 'not-found');
  });
});
