import assert from 'node:assert/strict';
import fc from 'fast-check';

import { createJudge, type Judge, type JudgeOptions } from '../../src/policy/judge.js';
import { parseCodeowners } from '../../src/policy/codeowners/parse-codeowners.js';
import type {
  Asking,
  ConditionKind,
  Judgement,
  PolicyTip,
  RosterRow,
  Zone,
  ZoneRule,
} from '../../src/policy/policy.js';
import { compareStandings } from '../../src/policy/standing/join-judgements.js';
import { createSettings } from '../support/review-context.js';

const allows: readonly (readonly [string, ...ConditionKind[]])[] = [
  ['**/*.md'],
  ['**/i18n/*.json'],
  ['**/prompts/*.md'],
  ['**/flags.yaml', 'owned-flags'],
  ['**/analytics/events.ts', 'additions-only'],
  ['**/components/*.tsx', 'feature-folder', 'non-breaking'],
];
const forbids = [
  '**/auth/**',
  '**/payments/**',
  '**/phi/**',
  '**/pii/**',
  '**/café/**',
  '**/ΟΔΟΣ/**',
  'src/ledger/rates.md',
  '.github/workflows/**',
];

const settings = createSettings({ auditLog: ['logs/**'] });

function allow([glob, ...kinds]: readonly [string, ...ConditionKind[]], line: number): ZoneRule {
  const conditions = kinds.map((kind) => ({ kind, text: kind, line }));
  return { effect: 'allow', glob, line, text: `may ${glob}`, conditions };
}

function forbid(glob: string, line: number): ZoneRule {
  return { effect: 'forbid', glob, line, text: `not ${glob}`, conditions: [] };
}

function zone(parts: Partial<Zone> = {}): Zone {
  return {
    file: 'CLAUDE.md',
    line: 1,
    rules: [
      ...allows.map((each, place) => allow(each, place + 10)),
      ...forbids.map((each, place) => forbid(each, place + 30)),
    ],
    prose: [],
    roster: undefined,
    settings,
    problems: [],
    ...parts,
  };
}

function tip(codeowners: string | undefined, parts: Partial<PolicyTip> = {}, path = '.github/CODEOWNERS'): PolicyTip {
  const owners = codeowners === undefined ? undefined : parseCodeowners({ path, text: codeowners });
  return { ref: 'origin/main', commit: 'c', zone: zone(), codeowners: owners, skill: undefined, ...parts };
}

function row(parts: Partial<RosterRow> = {}): RosterRow {
  return {
    pm: 'Maya',
    handles: ['@maya'],
    emails: ['maya@example.com'],
    featureFolders: ['src/checkout'],
    flags: [],
    reviewers: ['@Org/Checkout'],
    engineeringDris: ['@eva'],
    productDris: ['@paul'],
    line: 60,
    ...parts,
  };
}

const anyone: Asking = { kind: 'no-roster', names: [], rows: [] };
const stranger: Asking = { kind: 'not-on-roster', names: ['x'], rows: [] };
const pm = (...rows: readonly RosterRow[]): Asking => ({ kind: 'pilot-pm', names: ['maya'], rows });

function judgeOf(
  tips: PolicyTip | readonly [PolicyTip, ...PolicyTip[]],
  asking = anyone,
  options?: JudgeOptions,
): Judge {
  return createJudge({ tips: 'ref' in tips ? [tips] : tips, preview: false }, asking, options);
}

const said = ({ standing, row: number, because }: Judgement): string =>
  `${standing} ${number} ${because.map(({ file, line }) => `${file}:${line}`).join(' ')}`;

describe('createJudge, by the rows of the table', () => {
  const { judge } = judgeOf(tip('* @all\n/src/search/ @org/search\n/src/search/open.md\n'));
  const rows: readonly (readonly [path: string, said: string])[] = [
    ['docs/a.md', 'editable 7 CLAUDE.md:10'],
    ['.hidden/a.md', 'editable 7 CLAUDE.md:10'],
    ['src/i18n/en.json', 'editable 7 CLAUDE.md:11'],
    ['src/prompts/a.md', 'editable 7 CLAUDE.md:12 CLAUDE.md:10'],
    ['src/flags.yaml', 'editable 7 CLAUDE.md:13'],
    ['src/PLANNING.md', 'editable 6 CLAUDE.md:0 CLAUDE.md:10'],
    ['src/a.ts', 'pair 8 CLAUDE.md:0'],
    ['src/auth/a.ts', 'locked 3 CLAUDE.md:30'],
    ['src/auth/a.md', 'locked 3 CLAUDE.md:30 CLAUDE.md:10'],
    ['src/auth', 'locked 3 CLAUDE.md:30'],
    ['src/phi/pii/PLANNING.md', 'locked 3 CLAUDE.md:32 CLAUDE.md:33 CLAUDE.md:0 CLAUDE.md:10'],
    ['src/search/a.md', 'locked 4 .github/CODEOWNERS:2 CLAUDE.md:10'],
    ['src/search/open.md', 'editable 7 CLAUDE.md:10'],
    ['logs/a.md', 'locked 2 CLAUDE.md:1 CLAUDE.md:10'],
    ['i18n/package.json', 'locked 2 CLAUDE.md:0 CLAUDE.md:11'],
    ['src/auth/package.json', 'locked 2 CLAUDE.md:0 CLAUDE.md:30'],
    ['docs/a\u200b.md', 'locked 1 CLAUDE.md:0 CLAUDE.md:10'],
  ];
  for (const [path, expected] of rows) it(JSON.stringify(path), () => assert.equal(said(judge(path)), expected));

  it('gives the conditions of all allows that match', () => {
    const { judge: other } = judgeOf(
      tip('', {
        zone: zone({
          rules: [allow(['**/*.md', 'free-text'], 1), allow(['docs/**', 'additions-only', 'free-text'], 2)],
        }),
      }),
    );
    assert.deepEqual(
      other('docs/a.md').conditions.map(({ kind }) => kind),
      ['free-text', 'additions-only'],
    );
    assert.deepEqual(
      other('docs/a.txt').conditions.map(({ line }) => line),
      [2, 2],
    );
    assert.deepEqual(other('src/a.txt').conditions, []);
  });

  it('gives the owners whatever the standing', () => {
    assert.deepEqual(judge('docs/a.md').owners, ['@all']);
    assert.deepEqual(judge('src/auth/a.ts').owners, ['@all']);
    assert.deepEqual(judge('src/search/a\\b').owners, ['@org/search']);
    assert.deepEqual(judge('src/search/open.md').owners, []);
    assert.deepEqual(judgeOf(tip('/a/ @a', { zone: undefined })).judge('a/package.json').owners, ['@a']);
  });

  it('shares one object between paths that are judged alike', () => {
    assert.equal(judge('docs/a.md'), judge('docs/b.md'));
    assert.equal(judge('docs/a.md'), judge('docs/deep/down/b.md'));
  });
});

describe('createJudge: nothing fails open', () => {
  const { judge } = judgeOf(tip('/src/search/ @org/search\n'));
  const locked: readonly (readonly [path: string, row: number])[] = [
    ['src/Auth/x.md', 3],
    ['SRC/AUTH/X.MD', 3],
    ['src/auth', 3],
    ['src/ledger/RATES.md', 3],
    ['src/CAFÉ/x.md', 3],
    ['src/cafe\u0301/x.md', 1],
    ['src/οδος/x.md', 3],
    ['src\\auth\\x.md', 1],
    ['src/au\u200bth/x.md', 1],
    ['src/auth./x.md', 1],
    ['AUTH~1/x.md', 1],
    ['claude.md', 2],
    ['docs/AGENTS.md', 2],
    ['docs/.claude/x.md', 2],
    ['.git/x.md', 1],
    ['sub/.GIT/x.md', 1],
    ['i18n/package.json', 2],
    ['I18N/Package.json', 2],
    ['/docs/x.md', 1],
    ['docs/../src/auth/x.md', 1],
    ['docs/./x.md', 1],
    ['docs//x.md', 1],
    ['', 1],
    [`${'a/'.repeat(3000)}x.md`, 1],
    ['src/search/x.md', 4],
  ];
  for (const [path, number] of locked) {
    it(`${JSON.stringify(path).slice(0, 40)} is locked by row ${number}`, () => {
      const judgement = judge(path);
      assert.deepEqual([judgement.standing, judgement.row], ['locked', number]);
      assert.ok((judgement.because[0]?.text ?? '').length > 5);
    });
  }

  it('a forbid with few letters holds in any case of theirs, for folders and files', () => {
    for (const glob of ['**/*ro*/**', '**/*ro*']) {
      const { judge } = judgeOf([
        { ...tip(undefined), zone: zone({ rules: [allow(['**/*.md'], 1), forbid(glob, 2)] }) },
      ]);
      for (const path of ['a/b-ro-c/x.md', 'a/B-RO-C/x.md', 'PRO/x.md']) assert.equal(judge(path).row, 3, path);
      assert.equal(judge('a/R-O/x.md').row, 7);
    }
  });

  it('a symbolic link and a submodule are locked, other modes are not', () => {
    assert.match(judge('docs/a.md', { mode: '120000' }).because[0]?.text ?? '', /symbolic link/u);
    assert.equal(judge('a.md', { mode: '120000' }).row, 1);
    assert.match(judge('docs/a.md', { mode: '160000' }).because[0]?.text ?? '', /submodule/u);
    assert.equal(judge('docs/a.md', { mode: '100755' }).standing, 'editable');
    assert.equal(judge('docs/a.md', {}).standing, 'editable');
  });

  it('a path that another one collides with is locked', () => {
    const { judge: other, judgeFolder } = judgeOf(tip(''), anyone, {
      collides: (path) => (path.startsWith('docs/a') ? 'Docs/a.md' : undefined),
    });
    assert.match(other('docs/a.md').because[0]?.text ?? '', /“Docs\/a\.md”/u);
    assert.equal(other('docs/b.md').standing, 'editable');
    assert.equal(judgeFolder('docs/a').row, 1);
  });

  it('a planning doc elsewhere, or outside her folders, is not hers', () => {
    assert.equal(judge('src/auth/PLANNING.md').standing, 'locked');
    assert.equal(judgeOf(tip(''), pm(row())).judge('src/search/PLANNING.md').standing, 'pair');
    assert.equal(judgeOf(tip(''), pm(row())).judge('src/checkout/PLANNING.md').row, 6);
  });

  it('without a policy nothing is better than pair, and it says so', () => {
    const { judge: other } = judgeOf(tip('/a/ @a', { zone: undefined }));
    assert.equal(said(other('docs/PLANNING.md')), 'pair 8 :0');
    assert.match(other('docs/a.md').because[0]?.text ?? '', /No PM zone policy was found/u);
    assert.equal(other('a/x.md').row, 4);
    assert.equal(other('CLAUDE.md').row, 2);
    assert.equal(judgeOf(tip(undefined, { zone: undefined })).judge('a/x.md').standing, 'pair');
  });

  it('a policy error leaves nothing better than pair, and is the reason', () => {
    const problem = { severity: 'error', message: 'A forbid has no glob.', file: 'CLAUDE.md', line: 7 } as const;
    const { judge: other } = judgeOf(
      tip('', { zone: zone({ problems: [{ ...problem, severity: 'info' }, problem] }) }),
    );
    assert.equal(said(other('docs/a.md')), 'pair 8 CLAUDE.md:7 CLAUDE.md:10');
    assert.equal(said(other('docs/PLANNING.md')), 'pair 8 CLAUDE.md:7 CLAUDE.md:0 CLAUDE.md:10');
    assert.equal(other('src/auth/a.md').standing, 'locked');
    assert.equal(said(other('src/a.ts')), 'pair 8 CLAUDE.md:0');
  });
});

describe('createJudge, by who asks', () => {
  const owners =
    '* @all\n/src/checkout/ @org/checkout\n/src/checkout/api/ @org/api\n/src/checkout/eva.md @EVA @org/api\n/docs/ @org/checkout\n';
  const mine = judgeOf(tip(owners), pm(row())).judge;

  it('row 4 exempts her in her feature folder where an owner is a reviewer or her engineering DRI', () => {
    assert.equal(said(mine('src/checkout/a.md')), 'editable 7 CLAUDE.md:10 .github/CODEOWNERS:2');
    assert.equal(mine('src/checkout/eva.md').standing, 'editable');
    assert.equal(mine('src/checkout/api/a.md').row, 4);
    assert.equal(mine('docs/a.md').row, 4);
    assert.equal(
      judgeOf(tip(owners), pm(row({ engineeringDris: [], reviewers: [] }))).judge('src/checkout/eva.md').row,
      4,
    );
    assert.equal(judgeOf(tip(owners)).judge('src/checkout/a.md').row, 4);
    assert.equal(judgeOf(tip(owners), stranger).judge('src/checkout/a.md').row, 4);
  });

  it('row 4 asks for an answer from each section of GitLab', () => {
    const text = '[A]\n/src/checkout/ @org/checkout\n[B]\n*.tsx @web\n!/src/checkout/free.tsx\n[C]\n* @all\n';
    const { judge } = judgeOf(tip(text, {}, '.gitlab/CODEOWNERS'), pm(row()));
    assert.equal(judge('src/checkout/a.md').standing, 'editable');
    assert.equal(judge('src/checkout/components/a.tsx').row, 4);
    assert.equal(judge('src/checkout/free.tsx').row, 8);
    assert.deepEqual(judge('src/checkout/components/a.tsx').owners, ['@org/checkout', '@web', '@all']);
  });

  it('row 5 pairs what is outside her feature folders, which match whole names as written', () => {
    assert.equal(said(mine('src/a.md')), 'pair 5 CLAUDE.md:60 CLAUDE.md:10');
    assert.match(mine('src/a.md').because[0]?.text ?? '', /of Maya \(src\/checkout\)/u);
    for (const path of [
      'src/checkouts/a.md',
      'src/Checkout/a.md',
      'x/src/checkout/a.md',
      'src/checkout',
      'src/checkout.md',
    ]) {
      assert.equal(mine(path).row, 5, path);
    }
    assert.equal(judgeOf(tip(''), pm(row({ featureFolders: ['/src/checkout/'] }))).judge('src/checkout/a.md').row, 7);
    assert.equal(judgeOf(tip(''), pm(row({ featureFolders: ['/'] }))).judge('src/checkout/a.md').row, 5);
  });

  it('row 5 pairs what demands a feature folder where she has none', () => {
    for (const asking of [pm(row({ featureFolders: [] })), stranger, { ...stranger, kind: 'pilot-pm' } as const]) {
      const { judge } = judgeOf(tip(''), asking);
      assert.equal(judge('src/components/a.tsx').row, 5);
      assert.equal(judge('docs/a.md').row, 7);
    }
    assert.match(
      judgeOf(tip(''), pm(row({ featureFolders: [] }))).judge('a/components/a.tsx').because[0]?.text ?? '',
      /none/u,
    );
    assert.match(
      judgeOf(tip(''), stranger).judge('a/components/a.tsx').because[0]?.text ?? '',
      /Not on the list of PMs/u,
    );
    assert.equal(judgeOf(tip('')).judge('src/components/a.tsx').row, 7);
    assert.equal(judgeOf(tip(''), pm(row())).judge('src/checkout/components/a.tsx').row, 7);
  });

  it('of several PMs the strictest holds', () => {
    const other = row({ pm: 'Noor', featureFolders: ['src/search', 'src/checkout/shared'], line: 61 });
    const { judge } = judgeOf(tip(''), pm(row(), other));
    assert.equal(judge('src/checkout/shared/a.md').standing, 'editable');
    assert.equal(said(judge('src/checkout/a.md')), 'pair 5 CLAUDE.md:61 CLAUDE.md:10');
    assert.equal(said(judge('src/search/a.md')), 'pair 5 CLAUDE.md:60 CLAUDE.md:10');
  });
});

describe('createJudge, with several tips', () => {
  const base = tip('/a/ @base', { ref: 'origin/release' });
  const main = (rules: readonly ZoneRule[]): PolicyTip =>
    tip('/b/ @main', { ref: 'origin/main', zone: zone({ rules }) });

  it('takes the strictest and names its ref', () => {
    const { judge } = judgeOf([base, main([forbid('docs/**', 5), allow(['**/*.md', 'additions-only'], 6)])]);
    assert.equal(said(judge('docs/a.md')), 'locked 3 CLAUDE.md:5 CLAUDE.md:6');
    assert.equal(judge('docs/a.md').because[0]?.text, 'not docs/** (on origin/main)');
    assert.equal(judge('a/a.md').because[0]?.text, '/a/ @base (on origin/release)');
    assert.deepEqual([judge('b/a.md').row, judge('b/a.md').owners], [4, []]);
    assert.equal(judge('i18n/en.json').standing, 'pair');
    assert.deepEqual(
      judge('x/a.md').conditions.map(({ kind }) => kind),
      ['additions-only'],
    );
    assert.deepEqual(
      judge('x/a.md').because.map(({ text }) => text),
      ['may **/*.md (on origin/release)', 'may **/*.md (on origin/main)'],
    );
  });

  it('a tip without a policy closes too', () => {
    assert.equal(judgeOf([base, tip('', { ref: 'origin/main', zone: undefined })]).judge('x/a.md').standing, 'pair');
  });
});

describe('createJudge, by many rules', () => {
  it('names each rule that takes part once, however many there are', () => {
    const many = Array.from({ length: 40 }, (_, place) => forbid(`**/auth/**`, 100 + (place % 20)));
    const judgement = judgeOf(tip(undefined, { zone: zone({ rules: many }) })).judge('src/auth/a.md');
    assert.deepEqual(
      judgement.because.map(({ line }) => line),
      Array.from({ length: 20 }, (_, place) => 100 + place),
    );
  });
});

describe('judgeFolder', () => {
  const owners =
    '* @all\n/src/search/ @org/search\n/src/mixed/ @org/x\n/src/mixed/docs/\n/src/over/ @org/x\n/src/over/*.md @org/y\n/src/checkout/ @org/checkout\n/own/ @org/checkout\n';
  const { judgeFolder } = judgeOf(tip(owners), pm(row()));
  const folders: readonly (readonly [path: string, standing: string, row: number])[] = [
    ['src/auth', 'locked', 3],
    ['src/auth/', 'locked', 3],
    ['Auth/deep', 'locked', 3],
    ['.github', 'locked', 2],
    ['a/.claude/x', 'locked', 2],
    ['logs', 'locked', 2],
    ['au\u200bth', 'locked', 1],
    ['../x', 'locked', 1],
    ['src/search', 'locked', 4],
    ['src/search/deep', 'locked', 4],
    ['src/mixed', 'pair', 5],
    ['src/mixed/docs', 'pair', 5],
    ['src/over', 'locked', 4],
    ['src/checkout', 'pair', 8],
    ['own', 'locked', 4],
    ['own/deep', 'locked', 4],
    ['src', 'pair', 5],
    ['', 'pair', 5],
  ];
  for (const [path, standing, number] of folders) {
    it(JSON.stringify(path), () => {
      const judgement = judgeFolder(path);
      assert.deepEqual([judgement.standing, judgement.row], [standing, number]);
    });
  }

  it('is editable where everything in it is', () => {
    const { judgeFolder: other } = judgeOf(tip('', { zone: zone({ rules: [allow(['docs/**'], 1)] }) }));
    assert.equal(other('docs').standing, 'editable');
  });

  it('of a folder around a feature folder is not locked by owners who answer for her', () => {
    const { judgeFolder: other, judge } = judgeOf(tip('/src/ @org/checkout'), pm(row()));
    assert.equal(judge('src/a.md').row, 4);
    assert.equal(judge('src/checkout/a.md').row, 7);
    assert.equal(other('src').standing, 'pair');
    assert.equal(other('src/x').standing, 'locked');
  });

  it('heeds what a section of GitLab leaves out', () => {
    const text = '[A]\n/a/ @x\n/b/ @x\n!/a/c/\n[B]\n/b/d/ @y\n';
    const { judgeFolder: other } = judgeOf(tip(text, {}, '.gitlab/CODEOWNERS'));
    assert.equal(other('a').standing, 'pair');
    assert.equal(other('b').standing, 'locked');
    assert.equal(other('b/d').standing, 'locked');
  });
});

describe('createJudge, always', () => {
  const name = fc.constantFrom(
    'a',
    'b',
    'Auth',
    'auth',
    'i18n',
    'x.md',
    'x.ts',
    'docs',
    'src',
    'checkout',
    'package.json',
    '.claude',
  );
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
  const glob = fc.constantFrom(
    '**/a/**',
    'src/**',
    '**/*.md',
    'docs/*.md',
    '**/b',
    '*.ts',
    'src/auth/x.md',
    '**/i18n/*',
    'a/**/b',
  );
  const pattern = fc.constantFrom(
    '/a/',
    'a',
    '*.md',
    '/src/*',
    'docs/',
    '/src/checkout/',
    '**/b',
    'src/auth/x.md',
    '/docs/*.md',
  );
  const line = fc.tuple(pattern, fc.constantFrom('@other', '@org/checkout', '@eva', ''));
  const asking = fc.constantFrom(
    anyone,
    stranger,
    pm(row()),
    pm(row({ featureFolders: [] })),
    pm(row(), row({ featureFolders: ['a', 'docs'] })),
  );
  const policy = fc.record({
    allows: fc.array(glob, { maxLength: 4 }),
    forbids: fc.array(glob, { maxLength: 2 }),
    lines: fc.array(line, { maxLength: 4 }),
    gitlab: fc.boolean(),
  });
  type Parts = typeof policy extends fc.Arbitrary<infer T> ? T : never;
  const tipOf = ({ allows: open, forbids: closed, lines, gitlab }: Parts): PolicyTip => {
    const rules = [
      ...open.map((each, place) => allow([each], place + 1)),
      ...closed.map((each, place) => forbid(each, place + 20)),
    ];
    const text = lines.map((each) => each.join(' ')).join('\n');
    return tip(text, { zone: zone({ rules }) }, gitlab ? '.gitlab/CODEOWNERS' : '.github/CODEOWNERS');
  };

  it('a further forbid or owner never opens anything', () => {
    fc.assert(
      fc.property(policy, asking, glob, pattern, path, (parts, who, more, owned, asked) => {
        const before = judgeOf(tipOf(parts), who).judge(asked).standing;
        const forbidden = judgeOf(tipOf({ ...parts, forbids: [...parts.forbids, more] }), who).judge(asked).standing;
        assert.ok(compareStandings(forbidden, before) >= 0);
        const further = judgeOf(tipOf({ ...parts, lines: [...parts.lines, [owned, '@other']] }), who).judge(
          asked,
        ).standing;
        assert.ok(compareStandings(further, before) >= 0);
      }),
      { numRuns: 150 },
    );
  });

  it('a standing does not depend on what was asked before', () => {
    fc.assert(
      fc.property(policy, asking, fc.array(path, { maxLength: 12 }), (parts, who, paths) => {
        const { judge, judgeFolder } = judgeOf(tipOf(parts), who);
        for (const each of paths) {
          judgeFolder(each);
          assert.deepEqual(judge(each), judgeOf(tipOf(parts), who).judge(each));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('every path below a locked folder is locked', () => {
    fc.assert(
      fc.property(policy, asking, path, path, (parts, who, folder, rest) => {
        const { judge, judgeFolder } = judgeOf(tipOf(parts), who);
        if (judgeFolder(folder).standing === 'locked') {
          assert.equal(judge(`${folder}/${rest}`).standing, 'locked');
          assert.equal(judgeFolder(`${folder}/${rest}`).standing, 'locked');
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('no path throws, and each is locked or has plain names', () => {
    const { judge, judgeFolder } = judgeOf(tip('/a/ @x'), pm(row()));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (odd) => {
        for (const { standing, because } of [judge(odd), judge(`a/${odd}/b.md`), judgeFolder(odd)]) {
          assert.ok(standing !== 'editable' && because.length > 0);
        }
      }),
    );
  });

  it('memory stays bounded however many paths are asked for', () => {
    const { judge } = judgeOf(tip('/a/ @x'));
    for (let number = 0; number < 210_000; number += 1) judge(`f${number % 1000}/n${number}.md`);
    assert.equal(judge('f1/n1.md').standing, 'editable');
  });
});
