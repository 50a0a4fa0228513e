import { readHostFacts } from '../../src/controls/read-host-facts.js';
import type { HostFacts } from '../../src/controls/host-facts.js';
import type { Policy } from '../../src/policy/policy.js';
import { FakeGithub, type FakeUser } from '../hosts/fake-github/fake-github.js';
import { policyOf } from '../support/policy-of.js';

export const token = 'ghp_0123456789abcdefTESTTOKEN';

export interface StrictHost {
  readonly github: FakeGithub;
  readonly people: Readonly<Record<'maya' | 'erin' | 'paul' | 'omar', FakeUser>>;
  readonly policy: Policy;
  /** The parameters of the rule for pull requests, to weaken. */
  readonly reviews: Record<string, unknown>;
  /** The checks that are required, to weaken. */
  readonly checks: Record<string, unknown>[];
  /** The bypass list, to weaken. */
  readonly bypass: object[];
  /** Waits for an answer no longer than this. */
  read(milliseconds?: number): Promise<HostFacts>;
}

const body = `**Engineers:** @acme/engineers
**Compliance sign-off:** @acme/compliance

PMs can touch:

- \`src/home/**\`

PMs cannot touch:

- \`src/auth/**\`

| PM | Email | Reviewers | Engineering DRI | Product DRI |
| --- | --- | --- | --- | --- |
| Maya (@maya) | maya@example.com | @acme/home | @erin | @paul |
`;

const owners = '/src/auth/ @acme/engineers\n/CLAUDE.md @acme/engineers\n/CODEOWNERS @acme/engineers\n';

/** A repository on GitHub where everything is set as docs/gate-binding.md has it, and a token that may read all of it. */
export async function startStrictHost(): Promise<StrictHost> {
  const github = new FakeGithub();
  const people = {
    maya: github.addUser('maya'),
    erin: github.addUser('erin'),
    paul: github.addUser('paul'),
    omar: github.addUser('omar'),
  };
  for (const login of Object.keys(people)) github.permissions.set(login, 'write');
  github.branches.set('main', '1'.repeat(40));
  for (const [team, id] of [
    ['home', 11],
    ['engineers', 12],
    ['compliance', 13],
  ] as const) {
    github.teams.set(`acme/${team}`, [people.erin]);
    github.repositoryTeams.set(team, { id, permission: 'push' });
  }
  github.codeownersErrors.set('main', []);
  github.tokens.set(token, {
    user: github.addUser('reader'),
    rights: new Set(['members', 'administration']),
  });
  const source = { ruleset_source_type: 'Repository', ruleset_source: 'acme/shop', ruleset_id: 7 };
  const reviews: Record<string, unknown> = {
    required_approving_review_count: 1,
    require_code_owner_review: true,
    dismiss_stale_reviews_on_push: true,
    require_last_push_approval: true,
    required_review_thread_resolution: false,
  };
  const checks: Record<string, unknown>[] = [{ context: 'pm-zone (main)', integration_id: 99 }];
  const bypass: object[] = [];
  github.rules.push(
    { type: 'non_fast_forward', ...source },
    {
      type: 'required_status_checks',
      parameters: { required_status_checks: checks, strict_required_status_checks_policy: true },
      ...source,
    },
    { type: 'pull_request', parameters: reviews, ...source },
  );
  const ruleset = { id: 7, name: 'main', source: 'acme/shop', enforcement: 'active' };
  github.rulesets.set(7, { ...ruleset, bypass_actors: bypass });
  await github.server.start();
  const policy = policyOf(body, owners);
  const place = { kind: 'github', api: github.server.url, repository: 'acme/shop', token } as const;
  const limits = { wait: () => Promise.resolve(), bytes: 2_000_000 };
  const read = (milliseconds = 5000): Promise<HostFacts> =>
    readHostFacts(place, 'main', policy, { ...limits, milliseconds });
  return { github, people, policy, reviews, checks, bypass, read };
}
