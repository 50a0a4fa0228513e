import assert from 'node:assert/strict';
import type { Account, Evidence } from '../../../src/gate/evidence.js';
import { appendixA } from '../../support/pilot-repository.js';
import { accounts, evidenceOf, gateRoster, goodChange, runGate } from '../../support/pull-request.js';
import type { TemporaryRepository } from '../../support/temporary-repository.js';

const { maya, erin, omar, eve } = accounts;
const standard = appendixA + gateRoster;
const revoked = (handle: string): string =>
  standard
    .replace('Product DRI |\n', 'Product DRI | Status |\n')
    .replace('| --- |\n', '| --- | --- |\n')
    .replace(
      /(\| (?:Maya|Max) .*)\|\n/g,
      (row) => `${row.trimEnd()} ${row.includes(handle) ? 'revoked' : 'active'} |\n`,
    );

/** What the commit on the branch says of itself, and who opened and pushed it: everyone but Maya, unless a row says so. */
interface Hidden {
  readonly title: string;
  readonly policy?: string;
  readonly author?: string;
  readonly message?: string;
  readonly opened?: Account | null;
  readonly pushed?: Account | null;
  readonly committed?: Account | null;
  readonly handles?: Evidence['handles'];
  readonly host?: Partial<Evidence['host']>;
  readonly file?: string;
  readonly kind: string;
}

const engineer = 'E <e@x.example>';
const rows: readonly Hidden[] = [
  { title: 'her address in capitals', author: 'M <MAYA@EXAMPLE.COM>', kind: 'pilot-pm' },
  { title: 'her address among others', author: 'M <<maya@example.com>>', kind: 'pilot-pm' },
  { title: 'her address in letters of full width', author: 'M <ｍaya@example.com>', kind: 'pilot-pm' },
  { title: 'a noreply address of her handle', author: 'M <maya@users.noreply.github.com>', kind: 'pilot-pm' },
  { title: 'a noreply address in capitals', author: 'M <9+MAYA@users.noreply.github.com>', kind: 'pilot-pm' },
  {
    title: 'a noreply address of her number under another handle',
    author: 'M <101+somebody@users.noreply.github.com>',
    kind: 'pilot-pm',
  },
  {
    title: 'the same as co-author',
    message: 'Co-authored-by: M <101+somebody@users.noreply.github.com>',
    kind: 'pilot-pm',
  },
  {
    title: 'the same, where the roster has her number alone',
    policy: standard.replace('maya@example.com', '101+maya-then@users.noreply.github.com'),
    author: 'M <101+maya-now@users.noreply.github.com>',
    handles: [{ handle: '@maya', account: maya }],
    kind: 'pilot-pm',
  },
  { title: 'a trailer in capitals', message: 'CO-AUTHORED-BY: M <maya@example.com>', kind: 'pilot-pm' },
  {
    title: 'a co-author who is no trailer',
    message: 'Co-authored-by: M <maya@example.com>\n\nMore.',
    kind: 'pilot-pm',
  },
  { title: 'an account of another handle', pushed: { ...maya, handle: 'maya-private' }, kind: 'pilot-pm' },
  { title: 'a handle in capitals', pushed: { ...eve, handle: 'MAYA' }, kind: 'pilot-pm' },
  { title: 'a handle that looks like hers', pushed: { ...eve, handle: 'ｍａｙａ' }, kind: 'pilot-pm' },
  { title: 'a commit that the host takes to be hers', committed: maya, kind: 'pilot-pm' },
  { title: 'a bot that has her number', pushed: { ...maya, kind: 'bot' }, kind: 'pilot-pm' },
  {
    title: 'under Engineers too',
    policy: `${standard}\n**Engineers:** @org/all, @maya\n`,
    pushed: maya,
    kind: 'pilot-pm',
  },
  { title: 'a row that is revoked', policy: revoked('@maya'), pushed: maya, kind: 'no-zone' },
  {
    title: 'a row that is revoked, by address alone',
    policy: revoked('@maya'),
    author: 'M <maya@example.com>',
    committed: null,
    kind: 'no-zone',
  },
  {
    title: 'the number of the host’s own account on another server',
    policy: `${standard}\n**Engineers:** @org/all\n`,
    committed: { id: '19864447', handle: 'somebody', kind: 'person' },
    host: { url: 'https://github.corp.example' },
    kind: 'nobody-known',
  },
  {
    title: 'a branch of a workflow’s own account',
    policy: `${standard}\n**Engineers:** @org/all\n`,
    opened: { id: '41898282', handle: 'github-actions[bot]', kind: 'bot' },
    kind: 'nobody-known',
  },
  { title: 'a policy change of somebody unknown', file: 'CLAUDE.md', opened: eve, pushed: eve, kind: 'nobody-known' },
];

async function judge(repository: TemporaryRepository, row: Partial<Hidden>): Promise<readonly [number, Gate, string]> {
  const { opened = erin, pushed = erin, committed = erin, handles = [], host } = row;
  const good = evidenceOf(repository);
  const result = await runGate(repository, {
    ...good,
    host: { ...good.host, ...host },
    pullRequest: { ...good.pullRequest, author: opened },
    pushes: (good.pushes ?? []).map((push) => ({ ...push, by: pushed })),
    commits: good.commits.map(({ commit }) => ({ commit, author: committed, committer: committed })),
    handles: [...good.handles.filter(({ handle }) => !handles.some((each) => each.handle === handle)), ...handles],
  });
  const [data] = result.json as [{ gate: Gate }];
  return [result.code, data.gate, result.stdout];
}

interface Gate {
  readonly outcome: string;
  readonly whose: { readonly kind: string; readonly said: string };
  readonly troubles: readonly string[];
  readonly items: readonly { readonly id: string; readonly state: string; readonly waitsFor?: readonly string[] }[];
}

describe('nobody passes as somebody else by', () => {
  for (const row of rows) {
    it(row.title, async () => {
      const repository = goodChange({ policy: row.policy ?? standard });
      repository.git('reset', '-q', '--soft', 'main');
      if (row.file !== undefined) repository.write(row.file, 'Nothing here.\n');
      repository.commit(`Change it\n\n${row.message ?? ''}`, { author: row.author ?? engineer });
      const [code, { whose }, read] = await judge(repository, row);
      assert.equal(whose.kind, row.kind, whose.said);
      assert.notEqual(code, 0, read);
    });
  }
});

describe('a handle that the host gives to another account', () => {
  for (const [title, names] of [
    ['a pilot PM’s', 'maya'],
    ['an engineer’s', 'sam'],
  ] as const) {
    it(`says who nobody is: ${title}`, async () => {
      const repository = goodChange({ policy: `${standard}\n**Engineers:** @org/all, @sam\n` });
      const opened = { ...eve, handle: names };
      const [code, gate] = await judge(repository, {
        opened,
        handles: [
          { handle: '@maya', account: maya },
          { handle: '@sam', account: { ...maya, id: '777', handle: 'sam' } },
        ],
      });
      assert.equal(code, 1);
      assert.ok(
        gate.troubles.some((each) =>
          each.includes(`who @${names} (account ${eve.id}, and the policy’s is another) is`),
        ),
        gate.troubles.join(),
      );
    });
  }
});

describe('who was a pilot PM and is none any more has no zone, though', () => {
  const leave: Readonly<Record<string, (repository: TemporaryRepository) => void>> = {
    'the row is gone': (repository) => {
      repository.write('CLAUDE.md', standard.replace(/\| Maya .*\n/, ''));
    },
    'the roster moved into another file, which lost the row later': (repository) => {
      repository.write('CLAUDE.md', `${appendixA}\n@docs/roster.md\n`);
      repository.write('docs/roster.md', gateRoster);
      repository.commit('Move the roster', { author: 'Erin <erin@example.com>' });
      repository.write('docs/roster.md', gateRoster.replace(/\| Maya .*\n/, ''));
    },
    'the policy moved': (repository) => {
      repository.git('rm', '-q', 'CLAUDE.md');
      repository.write('.claude/CLAUDE.md', standard.replace(/\| Maya .*\n/, ''));
    },
    'it was taken away in a merge': (repository) => {
      repository.git('switch', '-q', '-c', 'revoke');
      repository.write('CLAUDE.md', standard.replace(/\| Maya .*\n/, ''));
      repository.commit('Take it away', { author: 'Erin <erin@example.com>' });
      repository.git('switch', '-q', 'main');
      repository.git('merge', '-q', '--no-ff', '-m', 'Merge', 'revoke');
    },
  };
  for (const [title, change] of Object.entries(leave)) {
    it(title, async () => {
      const repository = goodChange({ policy: standard });
      repository.git('switch', '-q', 'main');
      change(repository);
      repository.commit('End a pilot', { author: 'Erin <erin@example.com>' });
      repository.git('switch', '-q', 'pm/home');
      const [code, { whose }, read] = await judge(repository, { pushed: maya });
      assert.equal(whose.kind, 'no-zone', read);
      assert.match(whose.said, /was a pilot PM and is none any more, so nothing is open to this change/);
      assert.notEqual(code, 0);
    });
  }

  it('a history that is cut short says nothing of it', async () => {
    const whole = goodChange({ policy: standard });
    whole.git('switch', '-q', 'main');
    for (let times = 0; times < 4; times++) whole.commit('Go on', { author: engineer });
    whole.git('rebase', '-q', 'main', 'pm/home');
    const repository = whole.clone('--depth=3', '--no-single-branch', '--branch=pm/home');
    repository.git('branch', '-q', 'main', 'origin/main');
    const good = evidenceOf(repository);
    const result = await runGate(repository, { ...good, pushes: [{ ...(good.pushes ?? [])[0], by: eve }] }, []);
    assert.equal(result.code, 2, result.stdout);
    assert.match(result.stderr, /fetched to a certain depth only/);
  });
});

describe('what judges PMs is changed with its owners’ approval alone', () => {
  const files: Readonly<Record<string, string>> = {
    'CLAUDE.md': '# Notes\n\nNothing.\n',
    'AGENTS.md': '# Agents\n',
    '.github/CODEOWNERS': '* @eve\n',
    '.claude/skills/pm-pr-review/SKILL.md': '# Nothing\n',
    '.github/workflows/gate.yml': 'run: echo pm-zone\n',
    '.gitlab-ci.yml': 'script: pm-zone review\n',
  };
  for (const [path, text] of Object.entries(files)) {
    it(path, async () => {
      const repository = goodChange({ policy: standard });
      repository.git('reset', '-q', '--hard', 'main');
      repository.write(path, text);
      repository.commit('Change it', { author: engineer });
      const [code, gate] = await judge(repository, { opened: eve, pushed: eve, committed: eve });
      assert.equal(code, 3);
      const item = gate.items.find(({ id }) => id === 'policy-change');
      assert.deepEqual(item?.waitsFor, ['@org/all']);
      assert.equal(gate.items.length, 1);
      const own = await judge(repository, { opened: omar, pushed: omar, committed: omar });
      assert.equal(own[0], 3);
    });
  }
});
