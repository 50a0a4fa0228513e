import type { EvidenceRequest } from '../../../src/gate/evidence.js';
import { openGitlab, type GitlabHost } from '../../../src/hosts/open-gitlab.js';
import { sha } from '../fake-github/good-change.js';
import { FakeGitlab, type FakeMember, type FakeMergeRequest } from './fake-gitlab.js';

export const secret = 'glpat-0123456789abcdefTEST';

export interface GoodMergeRequest {
  readonly gitlab: FakeGitlab;
  readonly host: GitlabHost;
  readonly mergeRequest: FakeMergeRequest;
  readonly maya: FakeMember;
  readonly erin: FakeMember;
  readonly pat: FakeMember;
  readonly request: EvidenceRequest;
}

/** The sample's good change as a merge request: Maya's commits, her plan by another merge request, both DRIs' approvals. */
export async function startGoodMergeRequest(): Promise<GoodMergeRequest> {
  const gitlab = new FakeGitlab();
  const [maya, erin, pat] = [gitlab.addUser('maya'), gitlab.addUser('Erin-Eng'), gitlab.addUser('pat-product')];
  const gate = gitlab.addUser('project_7_bot_gate');
  gitlab.tokens.set(secret, gate);
  gitlab.branches.set('main', { id: sha('main'), protected: true });
  gitlab.members.set(erin.id, 40).set(pat.id, 30).set(maya.id, 30);
  gitlab.groups.set('acme/engineers', [erin]);
  const mergeRequest: FakeMergeRequest = {
    iid: 42,
    author: maya,
    state: 'opened',
    merged_at: null,
    source_branch: 'maya/checkout',
    target_branch: 'main',
    source_project_id: 7,
    sha: sha('two'),
    commits: [sha('two'), sha('one')],
    approved_by: [
      { user: pat, approved_at: '2026-11-20T11:00:00.000Z' },
      { user: erin, approved_at: '2026-11-20T10:00:00.000Z' },
    ],
    reviewers: [{ user: erin, state: 'approved', created_at: '2026-11-19T10:00:00.000Z' }],
    notes: [
      {
        id: 1,
        body: 'approved this merge request',
        author: erin,
        created_at: '2026-11-20T10:00:00.000Z',
        updated_at: '2026-11-20T10:00:00.000Z',
        system: true,
      },
    ],
    pushedAt: '2026-11-19T12:00:00.000Z',
  };
  gitlab.mergeRequests.set(42, mergeRequest);
  gitlab.mergeRequests.set(41, {
    ...mergeRequest,
    iid: 41,
    state: 'merged',
    merged_at: '2026-11-10T10:00:00.000Z',
    source_branch: 'plan',
    sha: sha('plan'),
    commits: [sha('plan')],
    approved_by: [{ user: erin }],
    reviewers: [],
    notes: [],
    pushedAt: '2026-11-09T12:00:00.000Z',
  });
  const push = (ref: string | null, commit_from: string | null, commit_to: string | null, ref_type = 'branch') => ({
    author: maya,
    created_at: '2026-11-19T12:00:00.000Z',
    push_data: { commit_count: 1, action: 'pushed', ref_type, ref, commit_from, commit_to, commit_title: 'x' },
  });
  gitlab.events.set(7, [
    push('plan', null, sha('plan')),
    push('maya/checkout', null, sha('one')),
    push('v1', null, sha('one'), 'tag'),
    push('maya/checkout', sha('one'), sha('two')),
    push(null, null, null),
    { author: maya, created_at: '2026-11-19T12:00:00.000Z' },
  ]);
  await gitlab.server.start();
  const host = openGitlab(`${gitlab.server.url}/api/v4/`, secret, { wait: () => Promise.resolve() });
  const request: EvidenceRequest = {
    handles: ['@maya', '@erin-eng', '@nobody'],
    teams: ['@acme/engineers'],
    plans: [{ path: 'checkout/PLANNING.md', commit: sha('plan') }],
  };
  return { gitlab, host, mergeRequest, maya, erin, pat, request };
}
