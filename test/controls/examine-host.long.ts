import assert from 'node:assert/strict';
import { describeHost } from '../../src/controls/describe-host.js';
import { reportHost, type HostReport } from '../../src/controls/examine-host.js';
import { allFaults } from '../hosts/faults.js';
import { policyOf } from '../support/policy-of.js';
import { startStrictHost, token, type StrictHost } from './strict-host.js';

const paths = ['src/home/en.json', 'src/auth/login.ts', 'CLAUDE.md', 'CODEOWNERS'];

describe('what a host holds of a policy', () => {
  let strict: StrictHost;
  beforeEach(async () => (strict = await startStrictHost()));
  afterEach(async () => {
    await strict.github.server.stop();
    assert.deepEqual(strict.github.faults, []);
  });
  const read = async (milliseconds?: number): Promise<HostReport> =>
    reportHost(await strict.read(milliseconds), strict.policy, paths);
  const lineOf = async (id: string): Promise<string> => {
    const line = (await read()).lines.find((each) => each.id === id);
    assert(line !== undefined, id);
    return `${line.state}: ${line.said}`;
  };
  const controlOf = async (id: string): Promise<string> => {
    const control = (await read()).controls.find((each) => each.id === id);
    return `${control?.state ?? ''}: ${control?.said ?? ''}`;
  };

  it('is all enforced where all is set and may be read', async () => {
    const { lines, controls, page } = await read();
    assert.deepEqual(
      lines.filter(({ state }) => state !== 'enforced'),
      [],
    );
    assert.deepEqual(
      controls.map(({ id, state }) => `${id} ${state}`),
      [
        'zone enforced',
        'plan-first enforced',
        'flags enforced',
        'sign-offs enforced',
        'protected-paths enforced',
        'branches guidance',
        'trail guidance',
        'ai-disclosure guidance',
      ],
    );
    const ids = lines.map(({ id }) => id);
    assert.deepEqual(ids.slice(-6), [
      'pm @maya',
      'approver @erin',
      'approver @paul',
      'approver @acme/home',
      'approver @acme/compliance',
      'engineer @acme/engineers',
    ]);
    for (const line of lines) assert.ok(line.page.startsWith(page.slice(0, page.indexOf('/acme'))), line.page);
    assert.ok(strict.github.server.seen.every(({ method }) => method === 'GET'));
  });

  it('tells a person each line in its state, with the page where it is set', async () => {
    strict.reviews['require_code_owner_review'] = false;
    const text = describeHost(await read()).join('\n');
    assert.match(
      text,
      /^What GitHub holds on main of http:\/\/127\.0\.0\.1:\d+\/acme\/shop, as this token could read it:\n/u,
    );
    assert.match(
      text,
      /✓ enforced by the host {2}“pm-zone \(main\) has to be green”: pm-zone \(main\) is required\.\n/u,
    );
    assert.match(
      text,
      /✗ not set +“Code owners approve what they own”: CODEOWNERS asks for reviews and waits for none\.\n +http\S+\/acme\/shop\/settings\/rules\n/u,
    );
    assert.match(
      text,
      /· guidance only +“Protected paths and data”: Not set: “Code owners approve what they own”\.\n/u,
    );
  });

  describe('says of each weakness what it is', () => {
    const cases: readonly (readonly [string, (host: StrictHost) => void, string, RegExp])[] = [
      [
        'the status is not required',
        ({ checks }) => checks.splice(0, 1, { context: 'build' }),
        'required-status',
        /^not-set: Required are build, and not this one: a red gate stops nobody\.$/u,
      ],
      [
        'no check is required',
        ({ checks }) => checks.splice(0),
        'status-source',
        /^not-set: The status is not required/u,
      ],
      [
        'anyone may post the status',
        ({ checks }) => checks.splice(0, 1, { context: 'pm-zone (main)' }),
        'status-source',
        /^not-set: Anyone who may push can post it/u,
      ],
      [
        'any workflow may post the status',
        ({ checks }) => checks.splice(0, 1, { context: 'pm-zone (main)', integration_id: 15368 }),
        'status-source',
        /^unread: It has to come from GitHub Actions/u,
      ],
      [
        'no approval',
        ({ reviews }) => (reviews['required_approving_review_count'] = 0),
        'author-alone',
        /^not-set: No approval/u,
      ],
      [
        'approvals stay after a push',
        ({ reviews }) =>
          Object.assign(reviews, { dismiss_stale_reviews_on_push: false, require_last_push_approval: false }),
        'author-alone',
        /^not-set: What is pushed after an approval needs no other one\.$/u,
      ],
      [
        'jobs may approve',
        ({ github }) => (github.jobsApprove = true),
        'author-alone',
        /^not-set: A job of GitHub Actions may approve/u,
      ],
      [
        'jobs may approve',
        ({ github }) => (github.jobsApprove = true),
        'jobs-approve',
        /^not-set: They are allowed to\.$/u,
      ],
      [
        'the PM is a person on the bypass list',
        ({ bypass, people }) => bypass.push({ actor_id: people.maya.id, actor_type: 'User', bypass_mode: 'always' }),
        'bypass',
        /^not-set: It may: person number \d+\. Among them: @maya\.$/u,
      ],
      [
        'the PM has a role on the bypass list',
        ({ bypass }) => bypass.push({ actor_id: 4, actor_type: 'RepositoryRole', bypass_mode: 'always' }),
        'bypass',
        /^not-set: It may: everyone with write access\. Among them: @maya\.$/u,
      ],
      [
        'the PM is in a team on the bypass list',
        ({ bypass, github, people }) => {
          bypass.push({ actor_id: 11, actor_type: 'Team', bypass_mode: 'always' });
          github.teams.set('acme/home', [people.erin, people.maya]);
        },
        'bypass',
        /^not-set: It may: team number 11\. Among them: @maya\.$/u,
      ],
      [
        'others are on the bypass list',
        ({ bypass }) =>
          bypass.push({ actor_id: 5, actor_type: 'RepositoryRole' }, { actor_id: 3, actor_type: 'Integration' }),
        'bypass',
        /^enforced: It may: administrators of the repository, app number 3\.$/u,
      ],
      [
        'a team that nobody knows is on the bypass list',
        ({ bypass }) => bypass.push({ actor_id: 99, actor_type: 'Team' }),
        'bypass',
        /^unread: It may: team number 99\. It is not known whether @maya is of “team number 99”/u,
      ],
      [
        'a role of the organization is on the bypass list',
        ({ bypass }) => bypass.push({ actor_id: 99, actor_type: 'RepositoryRole' }),
        'bypass',
        /^unread: /u,
      ],
      [
        'two approvals',
        ({ reviews }) => (reviews['required_approving_review_count'] = 2),
        'approvals',
        /^enforced: 2 approvals are required\.$/u,
      ],
      [
        'many lines of CODEOWNERS are wrong',
        ({ github }) =>
          github.codeownersErrors.set(
            'main',
            [1, 2, 3, 4, 5, 6, 7].map((line) => ({ line, column: 1, kind: 'x', message: 'x', path: 'CODEOWNERS' })),
          ),
        'codeowners-errors',
        /^not-set: 7 lines are not used: CODEOWNERS:1 \(x\), .* and 2 more\.$/u,
      ],
      [
        'a team has two members',
        ({ github, people }) => github.teams.set('acme/home', [people.erin, people.paul]),
        'approver @acme/home',
        /^enforced: It has 2 members and may write\.$/u,
      ],
      [
        'the PM has no account, and people and roles may pass',
        ({ bypass, github }) => {
          github.users.delete('maya');
          bypass.push({ actor_id: 4, actor_type: 'RepositoryRole' }, { actor_id: 8, actor_type: 'User' });
        },
        'bypass',
        /^unread: .* It is not known whether @maya is of “everyone with write access”/u,
      ],
      [
        'somebody whom GitHub gives no number may pass',
        ({ bypass }) => bypass.push({ actor_id: null, actor_type: 'Team' }, { actor_id: null, actor_type: 'User' }),
        'bypass',
        /^unread: It may: team number, person number\. /u,
      ],
      [
        'everybody may push',
        ({ github }) => github.rules.splice(2),
        'pushers',
        /^not-set: Without a pull request may push: everyone with write access\.$/u,
      ],
      [
        'force pushes',
        ({ github }) => github.rules.splice(0, 1),
        'force-pushes',
        /^not-set: Force pushes are allowed\.$/u,
      ],
      [
        'the PM administers the repository',
        ({ github }) => github.permissions.set('maya', 'admin'),
        'pm @maya',
        /^not-set: Their role is “admin”\. They could change the rules\.$/u,
      ],
      [
        'nobody has a handle',
        ({ github }) => github.users.delete('erin'),
        'approver @erin',
        /^not-set: Nobody has this handle/u,
      ],
      [
        'a handle leads to another',
        ({ github }) => github.users.set('erin', { ...github.addUser('erin-two'), login: 'erin-two' }),
        'approver @erin',
        /^not-set: This handle now leads to @erin-two/u,
      ],
      [
        'an approver may only read',
        ({ github }) => github.permissions.set('paul', 'read'),
        'approver @paul',
        /^not-set: Their role is “read”\. An approval by them counts for nothing\.$/u,
      ],
      [
        'a team may only read',
        ({ github }) => github.repositoryTeams.set('home', { id: 11, permission: 'pull' }),
        'approver @acme/home',
        /^not-set: It may not write to the repository/u,
      ],
      [
        'a team is empty',
        ({ github }) => github.teams.set('acme/home', []),
        'approver @acme/home',
        /^not-set: Nobody is in it\.$/u,
      ],
      [
        'a pilot PM is an engineer',
        ({ github, people }) => github.teams.set('acme/engineers', [people.maya]),
        'engineer @acme/engineers',
        /^not-set: A pilot PM is in it: @maya\.$/u,
      ],
      [
        'a pilot PM cannot be looked for',
        ({ github }) => github.users.delete('maya'),
        'engineer @acme/engineers',
        /^unread: Not every pilot PM has an account/u,
      ],
      [
        'CODEOWNERS has errors',
        ({ github }) =>
          github.codeownersErrors.set('main', [
            { line: 1, column: 3, kind: 'Unknown owner', message: 'x', path: 'CODEOWNERS', source: '/src/auth/ @x' },
          ]),
        'codeowners-errors',
        /^not-set: One line is not used: CODEOWNERS:1 \(Unknown owner\)\.$/u,
      ],
    ];
    for (const [name, weaken, id, said] of cases) {
      it(`${name}: ${id}`, async () => {
        weaken(strict);
        assert.match(await lineOf(id), said);
      });
    }
  });

  it('takes the strictest source where the status is required twice', async () => {
    strict.checks.unshift({ context: 'pm-zone (main)' }, { context: 'pm-zone (main)', integration_id: 15368 });
    assert.equal(await lineOf('status-source'), 'enforced: It has to come from the app 99.');
  });

  it('calls nothing a control that rests on something not set, or not read', async () => {
    strict.checks.splice(0);
    assert.match(await controlOf('zone'), /^guidance: Not set: “pm-zone \(main\) has to be green”, “/u);
    strict.github.tokens.set(token, { user: strict.people.omar, rights: new Set(['members']) });
    strict.checks.push({ context: 'pm-zone (main)', integration_id: 99 });
    assert.match(await controlOf('zone'), /^unread: Could not be read: “No pilot PM may pass by the rules”\.$/u);
    assert.match(
      await lineOf('bypass'),
      /^unread: Who may bypass rule set 7 \(the token needs to write .*administration/u,
    );
    assert.match(
      await lineOf('jobs-approve'),
      /^unread: What jobs of GitHub Actions may do \(the token needs to read the repository's administration\): /u,
    );
    assert.match(await lineOf('approver @acme/home'), /^unread: The teams of the repository \(the token needs/u);
  });

  it('rests the sign-offs on everyone whose approval has to count', async () => {
    strict.github.permissions.set('paul', 'read');
    assert.match(
      await controlOf('sign-offs'),
      /^guidance: Not set: “@paul, who signs off or reviews, has an account whose approval counts”\.$/u,
    );
  });

  it('says that members of an organization are told to a token with that right', async () => {
    strict.github.tokens.set(token, { user: strict.people.omar, rights: new Set(['administration']) });
    assert.match(
      await lineOf('engineer @acme/engineers'),
      /^unread: @acme\/engineers: .* Members are told to a token/u,
    );
  });

  it('finds a PM by their handle on the list of a classic protection', async () => {
    strict.github.protection.set('main', {
      required_pull_request_reviews: {
        required_approving_review_count: 1,
        bypass_pull_request_allowances: { users: [strict.people.maya], teams: [], apps: [] },
      },
      enforce_admins: { url: '', enabled: true },
    });
    assert.equal(await lineOf('bypass'), 'not-set: It may: @maya. Among them: @maya.');
  });

  it('names a few of many forbids that nothing backs', async () => {
    const globs = [1, 2, 3, 4, 5, 6, 7].map((at) => `- \`src/f${at}/**\`\n`).join('');
    const zone = `PMs can touch:\n\n- \`src/home/**\`\n\nPMs cannot touch:\n\n${globs}`;
    const { controls } = reportHost(await strict.read(), policyOf(zone, '/x @acme/home\n'), paths);
    assert.match(
      controls.find(({ id }) => id === 'protected-paths')?.said ?? '',
      /backs CLAUDE\.md:9, .* and 2 more\.$/u,
    );
  });

  it('knows what the policy lacks', async () => {
    const { github } = strict;
    const bare = policyOf('PMs can touch:\n\n- `src/home/**`\n\nPMs cannot touch:\n\n- `src/auth/**`\n');
    strict.bypass.push({ actor_id: 5, actor_type: 'RepositoryRole' });
    const { lines, controls } = reportHost(await strict.read(), bare, paths);
    const of = (id: string): string => lines.find((line) => line.id === id)?.said ?? '';
    assert.equal(of('codeowners-errors'), 'There is no CODEOWNERS file.');
    assert.match(of('bypass'), /Who the pilot PMs are is said by no list of PMs\.$/u);
    assert.match(
      controls.find(({ id }) => id === 'protected-paths')?.said ?? '',
      /No line of CODEOWNERS backs CLAUDE\.md:9\.$/u,
    );
    assert.equal(github.faults.length, 0);
  });

  it('knows of a commit without a policy that nobody is named and nothing forbidden', async () => {
    const none = { ref: 'main', commit: undefined, zone: undefined, codeowners: undefined, skill: undefined };
    const { controls } = reportHost(await strict.read(), { tips: [none], preview: false }, paths);
    assert.match(
      controls.find(({ id }) => id === 'protected-paths')?.said ?? '',
      /The policy says of no path that PMs cannot touch it\.$/u,
    );
  });

  it('takes a role of an organization’s own for the right that it is built on, and what it does not know for none', async () => {
    const { github } = strict;
    github.roleNames.set('paul', 'auditor').set('erin', 'builder');
    github.permissions.set('paul', 'superb').set('erin', 'write');
    assert.match(await lineOf('approver @paul'), /^not-set: Their role is “none”/u);
    assert.match(await lineOf('approver @erin'), /^enforced: /u);
  });

  it('tells of a bypass whose number is not said', async () => {
    strict.bypass.push({ actor_id: null, actor_type: 'RepositoryRole' }, { actor_id: null, actor_type: 'Team' });
    assert.match(await lineOf('bypass'), /a role of the organization's own/u);
  });

  it('calls nothing enforced where there are no rules, and nothing protected where nothing is forbidden', async () => {
    strict.github.rules.length = 0;
    assert.equal(await lineOf('bypass'), 'not-set: There is no rule that anybody would have to pass by.');
    const open = policyOf('PMs can touch:\n\n- `src/home/**`\n', '* @acme/engineers\n');
    const { controls } = reportHost(await strict.read(), open, paths);
    assert.match(
      controls.find(({ id }) => id === 'protected-paths')?.said ?? '',
      /The policy says of no path that PMs cannot touch it\.$/u,
    );
  });

  it('wants of somebody whose row is revoked that they may not push', async () => {
    const { zone } = strict.policy.tips[0];
    const [row] = zone?.roster ?? [];
    assert(zone !== undefined && row !== undefined);
    const tip = { ...strict.policy.tips[0], zone: { ...zone, roster: [{ ...row, revoked: true as const }] } };
    strict = { ...strict, policy: { tips: [tip], preview: false } };
    const { readHostFacts } = await import('../../src/controls/read-host-facts.js');
    const place = { kind: 'github', api: strict.github.server.url, repository: 'acme/shop', token } as const;
    const said = async (): Promise<string> => {
      const { lines } = reportHost(await readHostFacts(place, 'main', strict.policy), strict.policy, paths);
      const line = lines.find(({ id }) => id === 'revoked @maya');
      return `${line?.state ?? ''}: ${line?.said ?? ''}`;
    };
    assert.equal(await said(), 'not-set: Their role is “write”. Take it away.');
    strict.github.permissions.set('maya', 'read');
    assert.equal(await said(), 'enforced: Their role is “read”.');
    strict.github.users.delete('maya');
    assert.equal(await said(), 'enforced: Nobody has this handle.');
  });

  it('asks about no more names than there can be', async () => {
    const many = Array.from({ length: 230 }, (_, at) => `@acme/team-${at}`).join(', ');
    const policy = policyOf(`**Engineers:** ${many}\n\nPMs can touch:\n\n- \`src/home/**\`\n`);
    const { readHostFacts } = await import('../../src/controls/read-host-facts.js');
    const place = { kind: 'github', api: strict.github.server.url, repository: 'acme/shop', token } as const;
    const { lines } = reportHost(await readHostFacts(place, 'main', policy), policy, paths);
    assert.equal(lines.at(-1)?.said, 'It names too many: 30 were left out.');
  });

  describe('claims no more than before, and nothing else, where an answer goes wrong:', () => {
    for (const { name } of allFaults('')) {
      it(name, async () => {
        const whole = await read();
        const asked = [...new Set(strict.github.server.seen.map(({ url }) => url.pathname))];
        const fault = allFaults(token).find((each) => each.name === name)?.fault;
        // What says otherwise in the shape of an answer is believed, as far as it goes.
        const isAnswer = /strings in the place|object in the place|left out what/u.test(name);
        for (const path of asked) {
          strict.github.server.fault = (_, { url }) => (url.pathname === path ? fault : undefined);
          // A fault that takes its time must not take ours.
          const report = await read(/^no answer|never ends/u.test(name) ? 150 : undefined);
          assert.ok(!JSON.stringify(report).includes(token), `${name} at ${path}: the token came back`);
          for (const line of [...report.lines, ...report.controls]) {
            const before = [...whole.lines, ...whole.controls].find(({ id }) => id === line.id);
            // Nobody having a handle is an answer too.
            const isNobody = name.startsWith('404') && path.startsWith('/users/');
            const states =
              isAnswer || isNobody ? [before?.state, 'unread', 'not-set', 'guidance'] : [before?.state, 'unread'];
            assert.ok(states.includes(line.state), `${name} at ${path}: ${line.id} ${line.state}: ${line.said}`);
            assert.ok(line.said.length < 1500, line.said);
            if (line.state === 'unread') assert.doesNotMatch(line.said, /<script|Unicorn|SAML/u);
          }
        }
        strict.github.faults.length = 0;
      }).timeout(60_000);
    }
  });
});
