import type { EvidenceRequest } from '../../../src/gate/evidence.js';
import { openGithub, type GithubHost } from '../../../src/hosts/open-github.js';
import { FakeGithub, type FakePull, type FakeUser } from './fake-github.js';

/** A commit's name from a word. */
export function sha(word: string): string {
  return Buffer.from(word).toString('hex').padEnd(40, '0').slice(0, 40);
}

export const zeros = '0'.repeat(40);
export const secret = 'ghp_0123456789abcdefTESTTOKEN';

export interface GoodChange {
  readonly github: FakeGithub;
  readonly host: GithubHost;
  readonly waits: number[];
  readonly pull: FakePull;
  readonly maya: FakeUser;
  readonly erin: FakeUser;
  readonly request: EvidenceRequest;
}

/** The sample's good change on the stand-in: Maya's two commits, her plan brought by another pull request, both DRIs' approvals. */
export async function startGoodChange(prefix = ''): Promise<GoodChange> {
  const github = new FakeGithub();
  const [maya, erin, pat, web] = [
    github.addUser('maya'),
    github.addUser('Erin-Eng'),
    github.addUser('pat-product'),
    github.addUser('web-flow'),
  ];
  github.branches.set('main', sha('main'));
  github.permissions.set('Erin-Eng', 'write').set('pat-product', 'admin').set('maya', 'write');
  github.teams.set('acme/engineers', [erin]);
  github.tokens.set(secret, {
    user: github.addUser('gate[bot]', 'Bot'),
    rights: new Set(['members', 'statuses', 'administration']),
  });

  const approve = (user: FakeUser, commit_id: string, body = '') => ({
    id: github.nextId(),
    user,
    state: 'APPROVED',
    body,
    commit_id,
    submitted_at: '2026-11-20T10:00:00Z',
  });
  const push = (ref: string, actor: FakeUser, type: string, before: string, after: string) => ({
    ref: `refs/heads/${ref}`,
    activity_type: type,
    actor,
    before,
    after,
    timestamp: '2026-11-19T10:00:00Z',
  });
  github.addPull({
    number: 41,
    user: maya,
    state: 'closed',
    merged_at: '2026-11-10T10:00:00Z',
    head: { ref: 'plan', sha: sha('plan'), repo: 'acme/shop' },
    commits: [{ sha: sha('plan'), author: maya, committer: web }],
    reviews: [approve(erin, sha('plan')), approve(pat, sha('plan'))],
  });
  const pull = github.addPull({
    number: 42,
    user: maya,
    head: { ref: 'maya/checkout', sha: sha('two'), repo: 'acme/shop' },
    commits: [
      { sha: sha('one'), author: maya, committer: maya },
      { sha: sha('two'), author: null, committer: null },
    ],
    reviews: [approve(erin, sha('two')), approve(pat, sha('two'))],
  });
  github.activity.set('acme/shop', [
    push('plan', maya, 'branch_creation', zeros, sha('plan')),
    push('maya/checkout', maya, 'branch_creation', zeros, sha('main')),
    push('maya/checkout', maya, 'push', sha('main'), sha('one')),
    push('maya/checkout', maya, 'push', sha('one'), sha('two')),
  ]);
  await github.server.start();
  const waits: number[] = [];
  const host = openGithub(github.server.url + prefix, secret, { wait: (each) => Promise.resolve(waits.push(each)) });
  const request: EvidenceRequest = {
    handles: ['@maya', '@erin-eng', '@pat-product', '@nobody-at-all'],
    teams: ['@acme/engineers'],
    plans: [{ path: 'checkout/PLANNING.md', commit: sha('plan') }],
  };
  return { github, host, waits, pull, maya, erin, request };
}
