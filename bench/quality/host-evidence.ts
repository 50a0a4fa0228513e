import type { Account, Evidence } from '../../src/gate/evidence.js';

const maya: Account = { id: '101', handle: 'maya-rivera', kind: 'person' };
const erin: Account = { id: '201', handle: 'erin-okafor', kind: 'person' };
const paul: Account = { id: '202', handle: 'paul-adeyemi', kind: 'person' };

/** What a host would say of a case's branch: Maya opened and pushed it, and the DRIs that are given approved its head. */
export function hostEvidence(base: string, commits: readonly string[], approvedBy: 'nobody' | 'both DRIs'): Evidence {
  const head = commits.at(-1) ?? base;
  const by = approvedBy === 'nobody' ? [] : [erin, paul];
  return {
    version: 1,
    host: { kind: 'github', url: 'https://github.com', repository: 'harbor/app' },
    readAt: '2025-04-10T12:00:00Z',
    pullRequest: {
      number: 7,
      author: maya,
      base: { ref: 'main', commit: base },
      head: { ref: 'change', commit: head, repository: 'harbor/app' },
      retargetedAt: null,
    },
    sameHead: [],
    commits: commits.map((commit) => ({ commit, author: maya, committer: maya })),
    pushes: [{ by: maya, before: null, after: head, at: '2025-04-10T10:00:00Z' }],
    reviews: by.map((account) => ({
      id: `r-${account.handle}`,
      by: account,
      opinion: 'approved',
      commit: head,
      at: '2025-04-10T11:00:00Z',
      canWrite: true,
      waives: [],
    })),
    approvals: 'name-commit',
    handles: [maya, erin, paul].map((account) => ({ handle: `@${account.handle}`, account })),
    teams: [{ team: '@harbor/growth', members: [paul] }],
    plans: [],
    unread: [],
  };
}
