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
    upToDate: false,
    authorApproval: false,
    pushers: ['everyone with write access'],
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
  const strict = {
    approvals: 2,
    codeOwners: true,
    dismissedOnPush: true,
    lastPushApproval: true,
    upToDate: true,
    pushers: [],
  };
  const admins = { who: 'administrators of the repository', kind: 'role', id: 'admin' } as const;

  it('asks nobody who bypasses a rule that is of no rule set', async () => {
    change.github.rules.push({ type: 'non_fast_forward' });
    assert.equal((await read()).forcePushes, 'forbidden');
    assert(change.github.server.seen.every(({ url }) => !url.pathname.includes('/rulesets')));
  });

  it('finds that a change has to hold the newest base, or waits in a queue', async () => {
    change.github.rules.push({ type: 'merge_queue' });
    assert.equal((await read()).upToDate, true);
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
      bypass: [
        { ...admins, who: `${admins.who} (by a pull request)` },
        { who: 'who holds a deploy key', kind: 'key' },
      ],
    });
  });

  it('reads classic protection', async () => {
    change.github.protection.set('main', {
      required_status_checks: {
        strict: true,
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
      bypass: [
        admins,
        { who: '@maya', kind: 'person', id: 'maya' },
        { who: 'team leads', kind: 'team', id: 'leads' },
        { who: 'app merger', kind: 'app', id: 'merger' },
      ],
    });
    change.github.protection.set('main', {
      required_pull_request_reviews: { dismiss_stale_reviews: false, require_code_owner_reviews: false },
      allow_force_pushes: { enabled: true },
    });
    assert.deepEqual(await read(), { ...nothing, pushers: [], bypass: [admins] });
  });

  it('says which right is missing', async () => {
    addRuleSet();
    change.github.protection.set('main', { enforce_admins: { url: '', enabled: true } });
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
          "who may bypass rule set 7 (the token needs to write the repository's administration, or the organization's)",
        ],
      ],
    );
    change.github.rules.shift();
    change.github.rulesets.clear();
    const { forcePushes, unread } = await read();
    assert.deepEqual([forcePushes, unread.length], ['unknown', 2]);
    change.github.rules.length = 0;
    const { approvals, codeOwners, pushers, unread: open } = await read();
    assert.deepEqual([approvals, codeOwners, pushers, open.length], [null, null, null, 1]);
  });

  it('knows the classic protection where the rule sets cannot be read, and the rule sets where there is no other', async () => {
    addRuleSet();
    assert.deepEqual((await read()).unread, []);
    change.github.protection.set('main', {
      required_pull_request_reviews: { required_approving_review_count: 1 },
      restrictions: { users: [change.erin], teams: [{ slug: 'leads' }], apps: [{ slug: 'merger' }] },
    });
    change.github.server.fault = (_, { url }) =>
      url.pathname.includes('/rules/') ? () => ({ status: 403, body: {} }) : undefined;
    const { approvals, codeOwners, bypass, pushers, forcePushes, unread } = await read();
    assert.deepEqual([approvals, codeOwners, bypass, pushers, forcePushes], [1, null, null, [], 'forbidden']);
    assert.match(unread[0]?.part ?? '', /rule sets .*metadata/);
    change.github.server.fault = () => undefined;
    change.github.rules.length = 0;
    change.github.protection.set('main', {
      restrictions: { users: [change.erin], teams: [{ slug: 'leads' }], apps: [{ slug: 'merger' }] },
    });
    assert.deepEqual((await read()).pushers, ['@Erin-Eng', 'team leads', 'app merger']);
  });

  it('says of everyone on a bypass list what they are', async () => {
    addRuleSet();
    change.github.rulesets.set(7, {
      id: 7,
      name: 'main',
      source: 'acme/shop',
      enforcement: 'active',
      bypass_actors: [
        { actor_id: 4, actor_type: 'RepositoryRole', bypass_mode: 'always' },
        { actor_id: 77, actor_type: 'RepositoryRole', bypass_mode: 'always' },
        { actor_id: 1, actor_type: 'OrganizationAdmin', bypass_mode: 'always' },
        { actor_id: 8, actor_type: 'Team', bypass_mode: 'always' },
        { actor_id: 9, actor_type: 'Integration', bypass_mode: 'always' },
        { actor_id: 10, actor_type: 'User', bypass_mode: 'always' },
      ],
    });
    assert.deepEqual(
      (await read()).bypass?.map(({ who, kind, id }) => `${kind} ${id ?? ''}: ${who}`),
      [
        'role write: everyone with write access',
        "other 77: a role of the organization's own, number 77",
        'role admin: owners of the organization',
        'team 8: team number 8',
        'app 9: app number 9',
        'person 10: person number 10',
      ],
    );
  });

  it('is in trouble where the rules themselves cannot be read', async () => {
    const result = await readGithubRules(change.host, 'acme/other', 'main');
    assert('trouble' in result && result.trouble.kind === 'not-found');
  });
});
