import assert from 'node:assert/strict';
import type { Evidence } from '../../src/gate/evidence.js';
import { appendixA } from '../support/pilot-repository.js';
import { accounts, evidenceOf, gateRoster, goodChange, runGate } from '../support/pull-request.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';

const { maya, max, erin, paul, omar, eve, bot } = accounts;
const standard = appendixA + gateRoster;
const withEngineers = `${standard}\n**Engineers:** @org/all\n`;
const regulated = `${standard}\n**Controls:** regulated\n`;

interface Gate {
  readonly outcome: string;
  readonly whose: { readonly kind: string; readonly said: string; readonly unknown: readonly string[] };
  readonly items: readonly { readonly id: string; readonly state: string }[];
  readonly troubles: readonly string[];
}

interface Case {
  readonly title: string;
  readonly policy?: string;
  readonly author?: Evidence['pullRequest']['author'];
  readonly pushers?: readonly Evidence['pullRequest']['author'][] | 'unread';
  readonly commits?: readonly Evidence['pullRequest']['author'][];
  readonly handles?: Evidence['handles'];
  /** The author of the commits, as they name them. */
  readonly by?: string;
  readonly message?: string;
  readonly kind: string;
  readonly code?: number;
  readonly unknown?: readonly string[];
}

const cases: readonly Case[] = [
  { title: 'the host’s author is a pilot PM', kind: 'pilot-pm', by: 'Nobody <nobody@nowhere.example>' },
  { title: 'a noreply address in the commits', kind: 'pilot-pm', by: 'Maya <101+maya@users.noreply.github.com>' },
  {
    title: 'an engineer opens what a pilot PM pushed',
    kind: 'pilot-pm',
    author: erin,
    pushers: [maya],
    by: 'E <e@x.example>',
  },
  {
    title: 'an engineer opens and pushes what a pilot PM committed',
    kind: 'pilot-pm',
    author: erin,
    pushers: [erin],
    commits: [maya],
    by: 'E <e@x.example>',
  },
  {
    title: 'an engineer pushes what names a pilot PM’s address alone',
    kind: 'pilot-pm',
    author: erin,
    pushers: [erin],
    commits: [erin],
  },
  {
    title: 'a pilot PM is named as co-author',
    kind: 'pilot-pm',
    author: erin,
    pushers: [erin],
    commits: [erin],
    by: 'E <e@x.example>',
    message: 'Co-authored-by: M <maya@example.com>',
  },
  { title: 'a handle in another case', kind: 'pilot-pm', author: { ...maya, handle: 'MAYA' }, by: 'E <e@x.example>' },
  {
    title: 'a pilot PM who was renamed, whom the host still finds',
    kind: 'pilot-pm',
    author: { ...maya, handle: 'maya-new' },
    by: 'E <e@x.example>',
    handles: [{ handle: '@maya', account: { ...maya, handle: 'maya-new' } }],
  },
  { title: 'two pilot PMs', kind: 'pilot-pm', pushers: [maya, max] },
  {
    title: 'engineers alone, under Engineers',
    policy: withEngineers,
    kind: 'engineers',
    code: 0,
    author: erin,
    pushers: [omar],
    commits: [erin],
    by: 'E <e@x.example>',
  },
  {
    title: 'an engineering DRI of the roster is known',
    policy: regulated,
    kind: 'engineers',
    code: 0,
    author: erin,
    pushers: [erin],
    commits: [erin],
    by: 'E <e@x.example>',
  },
  {
    title: 'a product DRI is no engineer',
    policy: regulated,
    kind: 'nobody-known',
    code: 1,
    author: erin,
    pushers: [paul],
    commits: [erin],
    by: 'E <e@x.example>',
    unknown: ['@paul'],
  },
  { title: 'a product DRI pushes to a pilot PM’s branch', policy: regulated, kind: 'pilot-pm', pushers: [maya, paul] },
  {
    title: 'somebody unknown under standard controls',
    kind: 'nobody-known',
    code: 0,
    author: eve,
    pushers: [eve],
    commits: [eve],
    by: 'E <e@x.example>',
  },
  {
    title: 'somebody unknown where Engineers is set',
    policy: withEngineers,
    kind: 'nobody-known',
    code: 1,
    author: eve,
    pushers: [eve],
    commits: [eve],
    by: 'E <e@x.example>',
    unknown: ['@eve'],
  },
  {
    title: 'somebody unknown under regulated controls',
    policy: regulated,
    kind: 'nobody-known',
    code: 1,
    author: eve,
    pushers: [eve],
    commits: [eve],
    by: 'E <e@x.example>',
    unknown: ['@eve'],
  },
  {
    title: 'somebody unknown pushes to an engineer’s branch',
    policy: withEngineers,
    kind: 'nobody-known',
    code: 1,
    author: erin,
    pushers: [erin, eve],
    commits: [erin],
    by: 'E <e@x.example>',
    unknown: ['@eve'],
  },
  {
    title: 'somebody unknown pushes to a pilot PM’s branch',
    policy: withEngineers,
    kind: 'pilot-pm',
    code: 1,
    pushers: [maya, eve],
    unknown: ['@eve'],
  },
  {
    title: 'a bot as author is told apart by the policy alone',
    policy: withEngineers,
    kind: 'nobody-known',
    code: 1,
    author: bot,
    pushers: [bot],
    commits: [bot],
    by: 'E <e@x.example>',
    unknown: ['@helper[bot]'],
  },
  {
    title: 'a bot that the policy names',
    policy: `${standard}\n**Engineers:** @org/all, @helper[bot]\n`,
    kind: 'engineers',
    code: 0,
    author: bot,
    pushers: [bot],
    commits: [bot],
    by: 'E <e@x.example>',
    handles: [{ handle: '@helper[bot]', account: bot }],
  },
  {
    title: 'a pilot PM pushes to a bot’s branch',
    kind: 'pilot-pm',
    author: bot,
    pushers: [bot, maya],
    commits: [bot],
    by: 'E <e@x.example>',
  },
  { title: 'a bot commits on a pilot PM’s branch', kind: 'pilot-pm', pushers: [maya, bot], commits: [maya, bot] },
  {
    title: 'a deleted account, where everyone has to be known',
    policy: withEngineers,
    kind: 'nobody-known',
    code: 1,
    author: null,
    pushers: [erin],
    commits: [erin],
    by: 'E <e@x.example>',
    unknown: ['a deleted account, which opened it,'],
  },
  {
    title: 'GitHub’s own committer of web edits is nobody',
    policy: withEngineers,
    kind: 'engineers',
    code: 0,
    author: erin,
    pushers: [erin],
    commits: [{ id: '19864447', handle: 'web-flow', kind: 'person' }],
    by: 'GitHub <noreply@github.com>',
  },
  {
    title: 'a policy without a roster',
    policy: appendixA,
    kind: 'no-roster',
    code: 1,
    author: erin,
    pushers: [erin],
    commits: [erin],
    by: 'E <e@x.example>',
  },
  {
    title: 'a row that is revoked',
    policy: standard
      .replace('| @paul |\n| Max', '| @paul |\n| Max')
      .replace(/Engineering DRI \| Product DRI \|/, 'Engineering DRI | Product DRI | Status |')
      .replace('| --- |\n| Maya', '| --- | --- |\n| Maya')
      .replace(/(@maya.*) \|\n/, '$1 | revoked |\n')
      .replace(/(@max.*) \|\n/, '$1 | active |\n'),
    kind: 'no-zone',
    code: 1,
  },
];

describe('whose change a pull request is', () => {
  for (const each of cases) {
    it(`${each.kind}: ${each.title}`, async () => {
      const repository = goodChange({ policy: each.policy ?? standard });
      if (each.by !== undefined) rewrite(repository, each.by, each.message);
      const { code, gate } = await judge(repository, each);
      assert.equal(gate.whose.kind, each.kind, gate.whose.said);
      assert.deepEqual(gate.whose.unknown, each.unknown ?? []);
      if (each.code !== undefined) assert.equal(code, each.code);
      if (each.kind === 'no-zone') assert.match(gate.whose.said, /is none any more/);
    });
  }

  it('says which team could not be read where that may be why nobody knows somebody', async () => {
    const repository = goodChange({ policy: withEngineers });
    rewrite(repository, 'Omar <omar@example.com>');
    const { gate } = await judge(repository, { author: omar, teams: [{ team: '@org/all', members: null }] });
    assert.deepEqual(gate.troubles, [
      'Nobody says who @omar is. Who is in @org/all could not be read: give the gate a token that may read teams (docs/gate.md, “Inputs, outputs, rights”).',
    ]);
    const known = await judge(repository, { author: eve });
    assert.match(known.gate.troubles[0] ?? '', /An engineer adds them to the list of PMs or to the setting Engineers/);
  });

  it('asks nobody who made what the base has already, though the host lists it', async () => {
    const repository = goodChange({ policy: withEngineers });
    rewrite(repository, 'Omar <omar@example.com>');
    const main = repository.git('rev-parse', 'main');
    const { gate, code } = await judge(repository, {
      author: omar,
      more: [{ commit: main, author: eve, committer: maya }],
    });
    assert.deepEqual([gate.whose.kind, code], ['engineers', 0]);
  });

  it('leaves open who pushed where the host does not say it', async () => {
    const repository = goodChange({ policy: withEngineers });
    rewrite(repository, 'E <e@x.example>');
    const evidence = evidenceOf(repository, {
      pushes: null,
      unread: [{ part: 'pushes', why: 'the token may not read the activity' }],
      commits: [],
    });
    const { code, stdout } = await runGate(
      repository,
      { ...evidence, pullRequest: { ...evidence.pullRequest, author: erin } },
      [],
    );
    assert.equal(code, 3);
    assert.match(stdout, /whoever set the gate up/);
  });

  for (const where of ['CLAUDE.md', 'AGENTS.md']) {
    it(`judges who was on the roster of ${where} before, and is no longer, as a PM with no zone`, async () => {
      const repository = goodChange({ policy: standard });
      repository.git('switch', '-q', 'main');
      if (where === 'AGENTS.md') repository.git('mv', 'CLAUDE.md', 'AGENTS.md');
      repository.write(where, `# Notes\n\n${standard.replace(/\| Maya.*\n/, '')}`);
      repository.commit('End the pilot of Maya', { author: 'Erin <erin@example.com>' });
      repository.git('switch', '-q', 'pm/home');
      const { code, gate } = await judge(repository, {});
      assert.equal(gate.whose.kind, 'no-zone');
      assert.equal(code, 1);
    });
  }

  it('lets who moved from the roster to Engineers through', async () => {
    const repository = goodChange({ policy: standard });
    repository.git('switch', '-q', 'main');
    repository.write('CLAUDE.md', `# Notes\n\n${standard.replace(/\| Maya.*\n/, '')}\n**Engineers:** @maya\n`);
    repository.commit('Maya is an engineer now', { author: 'Erin <erin@example.com>' });
    repository.git('switch', '-q', 'pm/home');
    const { code, gate } = await judge(repository, {});
    assert.deepEqual([gate.whose.kind, code], ['engineers', 0]);
  });

  for (const [title, policy, handles, said] of [
    ['a pilot PM without handle', standard.replace('Max (@max)', 'Max'), undefined, /row of Max names no handle/],
    ['a handle that is nobody’s', standard, [{ handle: '@erin', account: null }], /@erin is the handle of no account/],
    [
      'a handle that somebody else took over',
      standard.replace('maya@example.com', '101+maya@users.noreply.github.com'),
      [{ handle: '@maya', account: { ...eve, handle: 'maya' } }],
      /@maya is the handle of account 901/,
    ],
  ] as const) {
    it(`is an error of the policy: ${title}`, async () => {
      const repository = goodChange({ policy });
      const evidence = evidenceOf(repository);
      const known = evidence.handles.filter(({ handle }) => handles?.every((each) => each.handle !== handle) !== false);
      const { code, stderr } = await runGate(repository, { ...evidence, handles: [...known, ...(handles ?? [])] }, []);
      assert.equal(code, 2);
      assert.match(stderr, said);
    });
  }
});

describe('names of the policy that are no errors', () => {
  it('are a team among the DRIs, and the handle of somebody revoked that is nobody’s any more', async () => {
    const policy = standard
      .replace('| Product DRI |', '| Product DRI | Status |')
      .replace('| --- |\n| Maya', '| --- | --- |\n| Maya')
      .replace('| @erin | @paul |\n| Max', '| @org/all | @paul | active |\n| Max')
      .replace('| @erin | @paul |\n', '| @gone | @gone | revoked |\n');
    assert.match(policy, /@org\/all \| @paul \| active[^]*@gone \| @gone \| revoked/);
    const repository = goodChange({ policy });
    const { code, gate } = await judge(repository, { handles: [{ handle: '@max', account: null }] });
    assert.deepEqual([gate.whose.kind, code], ['pilot-pm', 1], gate.whose.said);
  });
});

describe('a number in an address', () => {
  it('is the account of the host that gave the address, and nobody’s elsewhere', async () => {
    const policy = standard.replace('maya@example.com', '901+maya@users.noreply.github.com');
    const repository = goodChange({ policy });
    rewrite(repository, 'Eve <eve@example.com>');
    const here = await judge(repository, { author: eve });
    assert.match(here.problems, /@maya is the handle of account 101, and the address .* says 901/);
    const elsewhere = await judge(repository, { author: eve, url: 'https://git.acme.example' });
    assert.deepEqual([elsewhere.problems, elsewhere.gate.whose.kind], ['', 'nobody-known']);
  });
});

/** Makes the commits of the branch anew in somebody's name. */
function rewrite(repository: TemporaryRepository, author: string, trailer = ''): void {
  repository.git('reset', '-q', '--soft', 'main');
  repository.commit(`Say what to do first\n\n${trailer}`, { author });
}

async function judge(
  repository: TemporaryRepository,
  {
    author = maya,
    pushers = [author],
    commits = [author],
    handles,
    teams,
    more = [],
    url = 'https://github.com',
  }: Partial<Case> & Partial<Pick<Evidence, 'teams'>> & { readonly more?: Evidence['commits']; readonly url?: string },
): Promise<{ readonly code: number; readonly gate: Gate; readonly problems: string }> {
  const evidence = evidenceOf(repository);
  const head = repository.git('rev-parse', 'HEAD');
  const result = await runGate(repository, {
    ...evidence,
    host: { ...evidence.host, url },
    teams: teams ?? evidence.teams,
    pullRequest: { ...evidence.pullRequest, author },
    pushes:
      pushers === 'unread'
        ? null
        : pushers.map((by) => ({ by, before: null, after: head, at: '2026-01-02T03:00:00Z' })),
    commits: [
      ...more,
      ...evidence.commits.map(({ commit }, index) => {
        const by = commits[index % commits.length] as Evidence['pullRequest']['author'];
        return { commit, author: by, committer: by };
      }),
    ],
    handles: [
      ...evidence.handles.filter(({ handle }) => !handles?.some((each) => each.handle === handle)),
      ...(handles ?? []),
    ],
  });
  const [data] = result.json as [{ readonly gate: Gate }];
  return { code: result.code, gate: data.gate, problems: result.stderr };
}
