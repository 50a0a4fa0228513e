import assert from 'node:assert/strict';
import type { Judgement } from '../../../src/policy/policy.js';
import type { Outcome, ReviewContext } from '../../../src/review/check.js';
import { codeowners } from '../../../src/review/checks/codeowners.js';
import { zone } from '../../../src/review/checks/zone.js';
import { createCommit, createReviewContext, type ReviewContextParts } from '../../support/review-context.js';

const forbid = { file: 'CLAUDE.md', line: 12, text: '`**/auth/**`' };
const locked: Partial<Judgement> = { standing: 'locked', row: 3, because: [forbid] };
const owned: Partial<Judgement> = {
  standing: 'locked',
  row: 4,
  owners: ['@org/pay'],
  because: [{ file: 'CODEOWNERS', line: 3, text: '/pay/ @org/pay' }],
};
const pair: Partial<Judgement> = {
  standing: 'pair',
  row: 8,
  because: [{ file: '', line: 0, text: 'it is outside the PM zone' }],
};
const signed = (value: string, key = 'Co-authored-by') => [createCommit({ trailers: [{ key, value }] })];

const change: ReviewContextParts = { base: { 'src/x.md': 'a\nb\n' }, head: { 'src/x.md': 'a\nc\n' } };

function run(
  check: typeof zone,
  parts: ReviewContextParts,
  more: Partial<ReviewContext> = {},
): Exclude<Outcome, string> {
  const outcome = check.run({ ...createReviewContext({ moment: 'push', ...change, ...parts }), ...more });
  assert.ok(!(outcome instanceof Promise) && outcome !== 'not-applicable');
  return outcome;
}

describe('zone', () => {
  it('has nothing to say of what the PM may edit', () => {
    assert.deepEqual(run(zone, {}), { reports: [], claimed: false });
    assert.deepEqual(run(zone, {}, { judgements: new Map() }).reports, []);
  });

  it('stops a locked path on its first new line, with the rule and whom to ask', () => {
    const [report, ...others] = run(zone, { judgements: { 'src/x.md': locked } }).reports;
    assert.deepEqual(others, []);
    assert.deepEqual(report, {
      severity: 'blocker',
      path: 'src/x.md',
      line: 2,
      column: 1,
      because: [forbid],
      message:
        'src/x.md is locked: CLAUDE.md keeps **/auth/** from PMs. Put it back as it was, and ask @erin to make this part.',
    });
  });

  it('hands a picture that the PM may change to an engineer, and neither a locked one nor another file that is no text', () => {
    const png = { mode: '100644', oid: undefined, bytes: 9, unread: 'binary' } as const;
    const path = 'public/images/hero.png';
    const outcome = run(zone, { base: { [path]: 'x' }, head: { [path]: png } });
    assert.deepEqual(outcome.reports, [
      {
        path,
        severity: 'note',
        message:
          'What the picture public/images/hero.png shows nobody can read here. @erin looks at it, and approves the pull request.',
      },
    ]);
    assert.equal(outcome.claimed, true);
    assert.deepEqual(run(zone, { base: {}, head: { 'docs/a.bin': png } }).reports, []);
    const [lockedOne] = run(zone, { base: {}, head: { [path]: png }, judgements: { [path]: locked } }).reports;
    assert.equal(lockedOne?.severity, 'blocker');
  });

  it('stops a manifest where catalogs lie, and what may be one, and lets texts of that name pass', () => {
    const path = 'src/locales/de/project.json';
    const texts = '{"title": "Projekt"}\n';
    const nx = '{"title": "Projekt", "targets": {"build": {"command": "sh x"}}}\n';
    assert.deepEqual(run(zone, { base: { [path]: '{}\n' }, head: { [path]: texts } }).reports, []);
    for (const [base, head] of [
      [{ [path]: texts }, { [path]: nx }],
      [{ [path]: nx }, { [path]: texts }],
      [{ [path]: nx }, {}],
      [{}, { [path]: '{"title"' }],
    ] as const) {
      const [report] = run(zone, { base, head }).reports;
      assert.match(
        report?.message ?? '',
        /^src\/locales\/de\/project\.json is locked: it lies where texts do, and holds what tools/u,
      );
    }
  });

  it('stops the removal of a locked path, which has no line', () => {
    const [report] = run(zone, { head: {}, judgements: { 'src/x.md': locked } }).reports;
    assert.equal(report?.line, undefined);
    assert.equal(report?.path, 'src/x.md');
  });

  it('stands on line 1 where only the mode changed', () => {
    const file = (mode: string) => ({ mode, oid: 'a'.repeat(40), bytes: 1, text: 'a' });
    const [report] = run(zone, {
      base: { x: file('100644') },
      head: { x: file('100755') },
      judgements: { x: locked },
    }).reports;
    assert.equal(report?.line, 1);
  });

  it('asks for an engineer where an open file is made a program, of which git or the file before it says so', () => {
    const file = (mode: string, oid: string | undefined = 'a'.repeat(40)) => ({ mode, oid, bytes: 1, text: 'a' });
    const untracked = { ...file('100755'), oid: undefined };
    for (const [before, after, asks] of [
      [file('100644'), file('100755'), true],
      [file('100644'), untracked, true],
      [undefined, file('100755'), true],
      [undefined, untracked, false],
      [file('100755'), file('100755', 'b'.repeat(40)), false],
      [file('100755'), file('100644'), false],
    ] as const) {
      const parts = { base: before ? { x: before } : {}, head: { x: after } };
      const { reports } = run(zone, parts);
      assert.equal(reports.length, asks ? 1 : 0);
      if (asks)
        assert.match(reports[0]?.message ?? '', /^x needs an engineer: it can be run as a program now.*chmod -x/);
      assert.equal(run(zone, { ...parts, moment: 'commit' }).reports[0]?.severity, asks ? 'needs-fix' : undefined);
    }
    const moved = { ...createReviewContext({ base: {}, head: { x: file('100755') } }).change };
    const files = moved.files.map((each) => ({ ...each, renamedFrom: 'y' }));
    assert.deepEqual(run(zone, {}, { change: { ...moved, files } }).reports, []);
  });

  it('names an engineer where the roster names no DRI, and gives a reason where none is known', () => {
    const [report] = run(zone, {
      row: { engineeringDris: [] },
      judgements: { 'src/x.md': { ...locked, because: [] } },
    }).reports;
    assert.match(report?.message ?? '', /is locked: no rule opens it\. .* ask an engineer to make/);
  });

  it('judges both ends of a rename', () => {
    const parts = {
      base: { 'auth/x.md': 'a' },
      head: { 'i18n/x.md': 'a' },
      renames: { 'auth/x.md': 'i18n/x.md' },
      judgements: { 'auth/x.md': locked },
    };
    assert.deepEqual(
      run(zone, parts).reports.map((report) => report.path),
      ['auth/x.md'],
    );
  });

  describe('what needs an engineer', () => {
    const severities = { edit: 'needs-fix', commit: 'needs-fix', push: 'blocker', 'pull-request': 'blocker' } as const;
    for (const [moment, severity] of Object.entries(severities)) {
      it(`is a ${severity} at ${moment} without a co-author`, () => {
        const { reports, claimed } = run(zone, {
          moment: moment as keyof typeof severities,
          judgements: { 'src/x.md': pair },
        });
        assert.equal(reports[0]?.severity, severity);
        assert.match(
          reports[0].message,
          /needs an engineer: it is outside the PM zone\. Work on it together with @erin and name them/,
        );
        assert.equal(claimed, false);
      });
    }

    it('is claimed, never passed, with an engineer as co-author', () => {
      const { reports, claimed } = run(zone, {
        judgements: { 'src/x.md': pair },
        commits: signed('Erin <erin@example.com>'),
      });
      assert.equal(claimed, true);
      assert.equal(reports[0]?.severity, 'note');
      assert.match(reports[0].message, /Erin is named as co-author, and your engineering DRI .* proves it/);
    });

    it('names a co-author without a name by the address', () => {
      assert.match(
        run(zone, { judgements: { 'src/x.md': pair }, commits: signed('<erin@example.com>') }).reports[0]?.message ??
          '',
        /\. erin@example\.com is named/,
      );
    });

    const nobody: readonly (readonly [string, string, string?])[] = [
      ['the PM', 'Maya <MAYA@example.com>'],
      ['an assistant', 'Claude <noreply@anthropic.com>'],
      ['an assistant that few know', 'Jules <jules@example.com>'],
      ['an assistant by its address', 'Helper <x@openai.com>'],
      ['an assistant by another address', 'Helper <agent@cursor.com>'],
      ['a bot', 'build[bot] <bot@example.com>'],
      ['somebody without an address', 'Erin'],
      ['somebody with two addresses', 'Erin <a@b> <c@d>'],
      ['a reviewer, who is no co-author', 'Erin <erin@example.com>', 'Reviewed-by'],
    ];
    for (const [who, value, key] of nobody) {
      it(`is not opened by ${who}`, () => {
        assert.equal(run(zone, { judgements: { 'src/x.md': pair }, commits: signed(value, key) }).claimed, false);
      });
    }

    it('is not opened by another pilot PM, nor by who typed the commit', () => {
      const asking = { kind: 'pilot-pm' as const, names: ['zoe@example.com'], rows: [] };
      assert.equal(
        run(zone, { asking, judgements: { 'src/x.md': pair }, commits: signed('Maya <maya@example.com>') }).claimed,
        false,
      );
      const erin = { name: 'Erin', email: 'erin@example.com' };
      const commits = [
        createCommit({ committer: erin, trailers: [{ key: 'Co-authored-by', value: 'Erin <erin@example.com>' }] }),
      ];
      assert.equal(run(zone, { judgements: { 'src/x.md': pair }, commits }).claimed, false);
    });

    it('never opens what is locked', () => {
      const { reports, claimed } = run(zone, {
        judgements: { 'src/x.md': locked },
        commits: signed('Erin <erin@example.com>'),
      });
      assert.equal(claimed, false);
      assert.equal(reports[0]?.severity, 'blocker');
    });
  });
});

describe('codeowners', () => {
  it('stops what another team owns and leaves the rest to the zone', () => {
    const parts = { judgements: { 'src/x.md': owned } };
    assert.equal(
      run(codeowners, parts).reports[0]?.message,
      'src/x.md is locked: it is owned by @org/pay, and PMs do not change what another team owns. Put it back as it was, and ask @org/pay to make this part.',
    );
    assert.deepEqual(run(zone, parts).reports, []);
    assert.deepEqual(run(codeowners, { judgements: { 'src/x.md': locked } }).reports, []);
    assert.deepEqual(run(codeowners, {}, { judgements: new Map() }).reports, []);
  });
});
