import type { Evidence } from '../src/gate/evidence.js';

const account = (id: string, handle: string) => ({ id, handle, kind: 'person' as const });
const maya = account('1001', 'maya-rivera');
const erin = account('1002', 'erin-okafor');
const paul = account('1003', 'paul-adeyemi');
const people = [maya, erin, paul, account('1004', 'jonas-weber'), account('1005', 'priya-nair')];

/** The commits of a pull request, oldest first, the last one its head. */
export interface SentCommits {
  readonly base: string;
  readonly commits: readonly string[];
}

/** What GitHub would say of Maya's pull request: opened and pushed by Maya, approved by both DRIs at `approvedAt` if that is given. */
export function hostWords({ base, commits }: SentCommits, approvedAt?: string): Evidence {
  const head = commits.at(-1) as string;
  return {
    version: 1,
    host: { kind: 'github', url: 'https://github.com', repository: 'harbor/boards' },
    readAt: '2025-05-08T10:00:00Z',
    pullRequest: {
      number: 112,
      author: maya,
      base: { ref: 'main', commit: base },
      head: { ref: 'onboarding/friendlier-empty-state-2', commit: head, repository: 'harbor/boards' },
      retargetedAt: null,
    },
    sameHead: [],
    commits: commits.map((commit) => ({ commit, author: maya, committer: maya })),
    pushes: [{ by: maya, before: null, after: head, at: '2025-05-08T09:00:00Z' }],
    reviews: [erin, paul].flatMap((by) =>
      approvedAt === undefined
        ? []
        : [
            {
              id: by.id,
              by,
              opinion: 'approved' as const,
              commit: approvedAt,
              at: '2025-05-08T09:30:00Z',
              canWrite: true,
              waives: [],
            },
          ],
    ),
    approvals: 'name-commit',
    handles: people.map((each) => ({ handle: `@${each.handle}`, account: each })),
    teams: [],
    plans: [],
    unread: [],
  };
}
