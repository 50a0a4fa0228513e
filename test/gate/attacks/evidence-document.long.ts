import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readEvidence } from '../../../src/gate/read-evidence.js';
import type { Evidence } from '../../../src/gate/evidence.js';
import { testGateRows, type GateRow } from '../../support/gate-table.js';
import { accounts, approvedEvidence, confirmAll, goodChange } from '../../support/pull-request.js';

const { eve, erin } = accounts;
type Pull = Evidence['pullRequest'];
const pull =
  (change: (pull: Pull) => Readonly<Record<string, unknown>>): GateRow['evidence'] =>
  (good) => ({ ...good, pullRequest: { ...good.pullRequest, ...change(good.pullRequest) } });
const refused = { code: 2 };
const without = (name: keyof Evidence) => (good: Evidence) =>
  Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));

const rows: readonly GateRow[] = [
  {
    title: 'that lists all commits and says that they were not read',
    evidence: (good) => ({ ...good, unread: [{ part: 'commits', why: 'The host broke off.' }] }),
    code: 3,
    reads: /The host broke off/,
  },
  {
    title: 'about another head',
    evidence: pull(({ head }) => ({ head: { ...head, commit: 'a'.repeat(40) } })),
    reads: /The evidence is about the head aaaaaaaaaaaa/,
    ...refused,
  },
  {
    title: 'about an abbreviated head',
    evidence: pull(({ head }) => ({ head: { ...head, commit: head.commit.slice(0, 12) } })),
    reads: /pullRequest\.head\.commit of the evidence is not as/,
    ...refused,
  },
  {
    title: 'about another base branch',
    evidence: pull(({ base }) => ({ base: { ...base, ref: 'release' } })),
    reads: /The pull request goes to release, and this is judged against main/,
    ...refused,
  },
  {
    title: 'about a base branch whose name ends alike',
    evidence: pull(({ base }) => ({ base: { ...base, ref: 'ain' } })),
    reads: /The pull request goes to ain/,
    ...refused,
  },
  {
    title: 'about a base that moved on on the host',
    evidence: pull(({ base, head }) => ({ base: { ...base, commit: head.commit } })),
    reads: /On the host main is at [0-9a-f]{12}, and here at [0-9a-f]{12}\. Fetch it/,
    ...refused,
  },
  {
    title: 'of another version',
    evidence: (good) => ({ ...good, version: 2 }),
    reads: /version of the evidence/,
    ...refused,
  },
  {
    title: 'with a waiver without a reason',
    evidence: (good) => ({
      ...good,
      reviews: good.reviews.map((each) => ({ ...each, waives: [{ finding: 'secrets-0', reason: ' ' }] })),
    }),
    ...refused,
    reads: /reason/,
  },
  ...['reviews', 'the list of pull requests', 'pushes of somebody'].map((part) => ({
    title: `of which ${part} was not read`,
    evidence: (good: Evidence) => ({ ...good, unread: [{ part, why: 'The host did not answer' }] }),
    code: 3,
    reads: new RegExp(
      `All that is asked of the pull request was read \\(${part}\\): waits for whoever set the gate up`,
    ),
  })),
  ...[
    'waivers of review 7',
    'write access of @eve',
    '@org/home',
    'the name of the fork',
    'the pull request that brought a.md',
    'the merge request that brought a.md',
  ].map((part) => ({
    title: `of which ${part} was not read, which proves nothing that is needed`,
    evidence: (good: Evidence) => ({ ...good, unread: [{ part, why: 'The host did not answer' }] }),
    code: 0,
    reads: /^Ready/,
  })),
  {
    title: 'with a part too many',
    evidence: (good) => ({ ...good, trusted: true }),
    reads: /The evidence is not as .*: it has "trusted", of which the schema knows nothing/,
    ...refused,
  },
  {
    title: 'with a part too many further in',
    evidence: pull(() => ({ approved: true })),
    reads: /pullRequest of the evidence.*it has "approved"/,
    ...refused,
  },
  ...(
    ['pushes', 'reviews', 'commits', 'handles', 'teams', 'plans', 'unread', 'sameHead', 'approvals', 'host'] as const
  ).map((name): GateRow => ({
    title: `without ${name}`,
    evidence: without(name),
    reads: new RegExp(`${name} of the evidence is not as .*: it is`),
    ...refused,
  })),
  { title: 'that is a list', evidence: (good) => [good], reads: /The evidence is not as/, ...refused },
  { title: 'that is a word', evidence: () => 'ready', reads: /The evidence is not as/, ...refused },
  { title: 'that is nothing', evidence: () => null, reads: /The evidence is not as/, ...refused },
  {
    title: 'with a number for an id',
    evidence: pull(() => ({ author: { ...erin, id: 201 } })),
    reads: /pullRequest\.author\.id of the evidence/,
    ...refused,
  },
  {
    title: 'with space around a handle',
    evidence: pull(() => ({ author: { ...eve, handle: ' erin' } })),
    reads: /pullRequest\.author\.handle of the evidence/,
    ...refused,
  },
  {
    title: 'with a time that is none',
    evidence: (good) => ({ ...good, reviews: good.reviews.map((each) => ({ ...each, at: 'later' })) }),
    reads: /reviews\.0\.at of the evidence/,
    ...refused,
  },
  {
    title: 'with an opinion of its own',
    evidence: (good) => ({ ...good, reviews: good.reviews.map((each) => ({ ...each, opinion: 'APPROVED' })) }),
    reads: /reviews\.0\.opinion of the evidence/,
    ...refused,
  },
  {
    title: 'with more than anybody has',
    evidence: (good) => ({ ...good, handles: Array.from({ length: 5001 }, () => good.handles[0]) }),
    reads: /handles of the evidence.*: it is too long/,
    ...refused,
  },
  {
    title: 'with one team told twice',
    evidence: (good) => ({ ...good, teams: [...good.teams, { team: '@ORG/home', members: [eve] }] }),
    reads: /says two things of the team org\/home/,
    ...refused,
  },
  {
    title: 'with one commit told twice',
    evidence: (good) => ({
      ...good,
      commits: [...good.commits, { commit: good.pullRequest.head.commit, author: eve, committer: eve }],
    }),
    reads: /says two things of the commit [0-9a-f]{40}/,
    ...refused,
  },
  {
    title: 'with one plan told twice',
    evidence: (good) => {
      const brought = { number: 1, author: eve, head: 'a'.repeat(40), pushers: [], reviews: [] };
      return {
        ...good,
        plans: [
          { path: 'PLANNING.md', pullRequest: null },
          { path: 'PLANNING.md', pullRequest: brought },
        ],
      };
    },
    reads: /says two things of the plan PLANNING\.md/,
    ...refused,
  },
];

describe('evidence is refused:', () => {
  testGateRows(async () => {
    const repository = goodChange();
    await confirmAll(repository);
    return { repository, good: approvedEvidence(repository) };
  }, rows);

  for (const [title, document] of [
    ['text that is no JSON', '{'],
    ['nothing at all', ''],
    ['what goes deep', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['a prototype', '{"__proto__": {"version": 1}}'],
    ['a prototype beside the rest', '{"version": 1, "__proto__": {"host": {}}}'],
    ['a constructor', '{"constructor": {"prototype": {"version": 1}}}'],
  ] as const) {
    it(title, () => {
      assert.ok('problem' in readEvidence(document));
      assert.equal(({} as Record<string, unknown>)['version'], undefined);
    });
  }

  it('that says a thing twice, whichever of both is the good one', () => {
    const good = JSON.stringify(approvedEvidence(goodChange()));
    assert.ok('evidence' in readEvidence(good));
    for (const [one, other] of [
      ['"unread":[]', '"unread":[{"part":"pushes","why":"?"}],"unread":[]'],
      ['"canWrite":true', '"canWrite":false,"canWrite":true'],
      ['"approvals":', `"approvals":${'['.repeat(100_000)}${']'.repeat(100_000)},"approvals":`],
    ] as const) {
      const read = readEvidence(good.replace(one, other));
      assert.ok('problem' in read && /^The evidence has \w+ twice/.test(read.problem), JSON.stringify(read));
    }
  });

  it('says in one bounded line what is wrong with whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (document) => {
        const read = readEvidence(document);
        assert.ok('problem' in read && read.problem.length < 2000 && !read.problem.includes('\n'), document);
      }),
    );
  });

  it('and of good evidence one part of which is something else', () => {
    const start = approvedEvidence(goodChange()) as unknown as Record<string, unknown>;
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(start)), fc.jsonValue(), (name, value) => {
        const document = JSON.stringify({ ...start, [name]: value });
        const read = readEvidence(document);
        assert.ok('problem' in read || JSON.stringify(read.evidence) === document);
      }),
    );
  });
});
