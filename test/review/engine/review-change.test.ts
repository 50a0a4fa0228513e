import assert from 'node:assert/strict';
import type { Word } from '../../../src/attestations/word.js';
import type { Check, Moment, Outcome, Report } from '../../../src/review/check.js';
import type { Checklist } from '../../../src/policy/read-checklist.js';
import type { ConditionKind } from '../../../src/policy/policy.js';
import { readChecklist } from '../../../src/policy/read-checklist.js';
import { checks } from '../../../src/review/checks/list.js';
import { listRewrites } from '../../../src/review/list-rewrites.js';
import { reviewChange } from '../../../src/review/engine/review-change.js';
import { createReviewContext, type ReviewContextParts } from '../../support/review-context.js';

const never = (): Word => ({ isGiven: false });
const always = (): Word => ({ isGiven: true });

function check(id: string, outcome: Outcome | readonly Report[] | (() => never), more: Partial<Check> = {}): Check {
  return {
    id,
    section: 'Copy',
    severity: 'needs-fix',
    due: 'commit',
    run: () => {
      if (typeof outcome === 'function') return outcome();
      return typeof outcome === 'string' || 'reports' in outcome ? outcome : { reports: outcome };
    },
    ...more,
  };
}

const list = (...items: readonly (readonly [string, string?])[]): Checklist => ({
  items: items.map(([text, id], index) => ({ section: 'Copy', text, check: id, line: index + 1 })),
});

const edited: ReviewContextParts = {
  base: { 'src/home/i18n/en.json': '{"a":"b"}\n' },
  head: { 'src/home/i18n/en.json': '{"a":"c"}\n' },
};

async function review(parts: ReviewContextParts, checklist: Checklist, checks: readonly Check[], word = never) {
  const answer = await reviewChange(
    createReviewContext({ moment: 'push', ...edited, ...parts }),
    checklist,
    checks,
    word,
  );
  const verdicts = Object.fromEntries(answer.items.map((item) => [item.id, item.verdict]));
  return { ...answer, verdicts };
}

/** Security items that no check of this version decides are the engineering DRI's, due on the pull request. */
const byHand = { 'protected-data': 'attest' };

describe('reviewChange', () => {
  it('passes an item whose check has nothing to say', async () => {
    const answer = await review({}, list(['Fine', 'fine']), [check('fine', [])]);
    assert.deepEqual(answer.verdicts, { fine: 'pass', ...byHand });
    assert.equal(answer.verdict, 'ready');
    assert.equal(answer.files, 1);
  });

  it('gives an item the worst of its findings', async () => {
    const checks = [
      check('notes', [{ message: 'n', severity: 'note' }]),
      check('fixes', [{ message: 'n', severity: 'note' }, { message: 'f' }]),
      check('blocks', [{ message: 'f' }, { message: 'b', severity: 'blocker', path: 'a', line: 2, column: 3 }]),
    ];
    const answer = await review({}, list(['N', 'notes'], ['F', 'fixes'], ['B', 'blocks']), checks);
    assert.deepEqual(answer.verdicts, { notes: 'pass', fixes: 'needs-fix', blocks: 'blocker', ...byHand });
    assert.equal(answer.verdict, 'blocked');
    assert.deepEqual(answer.findings.at(-1), {
      check: 'blocks',
      severity: 'blocker',
      message: 'b',
      path: 'a',
      line: 2,
      column: 3,
      because: [],
    });
  });

  it('needs a fix where nothing blocks and something is to fix', async () => {
    assert.equal((await review({}, list(['F', 'fixes']), [check('fixes', [{ message: 'f' }])])).verdict, 'needs-fix');
  });

  it('says a finding once though two items name its check', async () => {
    const answer = await review({}, list(['A', 'fixes'], ['B', 'fixes']), [check('fixes', [{ message: 'f' }])]);
    assert.deepEqual(
      answer.items.slice(0, 2).map((item) => item.verdict),
      ['needs-fix', 'needs-fix'],
    );
    assert.equal(answer.findings.length, 1);
  });

  it('keeps a check that does not apply apart from one that passes', async () => {
    const answer = await review({}, list(['N', 'none']), [check('none', 'not-applicable')]);
    assert.equal(answer.verdicts['none'], 'not-applicable');
  });

  it('records a crash, goes on with the others, and is not ready', async () => {
    const checks = [
      check('broken', () => {
        throw new Error('boom');
      }),
      check('odd', () => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- what is thrown need not be an Error
        throw 'a word';
      }),
      check('fine', []),
    ];
    const answer = await review({}, list(['B', 'broken'], ['O', 'odd'], ['F', 'fine']), checks);
    assert.deepEqual(answer.crashes, [
      { check: 'broken', message: 'boom' },
      { check: 'odd', message: 'a word' },
    ]);
    assert.equal(answer.verdicts['fine'], 'pass');
    assert.equal(answer.verdicts['broken'], 'blocker');
    assert.equal(answer.verdict, 'blocked');
  });

  it('asks for an attestation of an item without a check, and takes it where it holds', async () => {
    const checklist = list(['I read the style guide, all of it, twice']);
    const open = await review({}, checklist, []);
    assert.deepEqual(open.items[0], {
      id: 'i-read-the-style-guide-all',
      section: 'Copy',
      text: 'I read the style guide, all of it, twice',
      check: undefined,
      verdict: 'attest',
      by: 'author',
    });
    assert.equal(open.verdict, 'needs-fix');
    const given = await review({}, checklist, [], always);
    assert.equal(given.items[0]?.verdict, 'attested');
    assert.equal(given.verdict, 'ready');
  });

  it('says of an attestation which commit gives it, and of one that does not count why', async () => {
    const claim = { commit: 'd'.repeat(40), name: 'Maya', address: 'maya@example.com' };
    const claimed = await review({}, list(['Read']), [], () => ({ isGiven: true, claimedBy: claim }));
    assert.deepEqual([claimed.items[0]?.verdict, claimed.items[0]?.claimedBy], ['attested', claim]);
    const setAside = { ...claim, why: 'it merges branches' };
    const open = await review({}, list(['Read']), [], () => ({ isGiven: false, setAside }));
    assert.deepEqual([open.items[0]?.verdict, open.items[0]?.setAside], ['attest', setAside]);
  });

  it('names an item without letters all the same', async () => {
    assert.equal((await review({}, list(['!!!']), [])).items[0]?.id, 'item');
  });

  it('never takes the PM’s attestation for what is the engineering DRI’s to confirm', async () => {
    const answer = await review({ moment: 'pull-request' }, list(['S', 'sign-off']), [], always);
    assert.equal(answer.verdicts['sign-off'], 'attest');
    assert.equal(answer.items[0]?.by, 'engineering DRI');
    assert.equal(answer.verdict, 'needs-fix');
  });

  it('leaves out what does not concern the change', async () => {
    const answer = await review({}, list(['Telemetry', 'telemetry-planned'], ['Copy', 'copy-locales']), []);
    assert.equal(answer.verdicts['telemetry-planned'], 'not-applicable');
    assert.equal(answer.verdicts['copy-locales'], 'attest');
  });

  it('asks nothing by hand of a change of planning docs alone', async () => {
    const answer = await review(
      { base: {}, head: { 'src/home/PLANNING.md': '# PLANNING: X\n' } },
      readChecklist(undefined),
      [],
    );
    assert.deepEqual(
      answer.items.filter((item) => item.verdict === 'attest'),
      [],
    );
    assert.equal(answer.verdict, 'ready');
  });

  it('leaves to the engineering DRI, on the pull request, what a check cannot decide', async () => {
    const unread: Report = {
      message: 'Not read.',
      severity: 'note',
      path: 'src/home/i18n/en.json',
      line: 1,
      key: { name: 'a', kind: 'text' },
      undecided: true,
    };
    const pushed = await review({}, list(['Copy', 'copy']), [check('copy', [unread])]);
    const [item] = pushed.items;
    assert.deepEqual([item?.verdict, item?.by, item?.due], ['attest', 'engineering DRI', 'pull-request']);
    assert.equal(pushed.verdict, 'ready');
    assert.equal(pushed.findings[0]?.message, 'Not read.');
    const sent = await review({ moment: 'pull-request' }, list(['Copy', 'copy']), [check('copy', [unread])]);
    assert.deepEqual([sent.items[0]?.verdict, sent.items[0]?.due, sent.verdict], ['attest', undefined, 'needs-fix']);
    const wrong = await review({}, list(['Copy', 'copy']), [check('copy', [unread, { message: 'Wrong.' }])]);
    assert.equal(wrong.verdicts['copy'], 'needs-fix');
    const zone = check('zone', [{ message: 'locked', path: 'src/home/i18n/en.json' }], { section: 'Scope' });
    const outside = await review({}, list(['Zone', 'zone'], ['Copy', 'copy']), [zone, check('copy', [unread])]);
    assert.equal(outside.verdicts['copy'], 'not-applicable');
  });

  describe('moments', () => {
    const late = check('late', [{ message: 'f' }], { due: 'push' });

    it('has what is not due yet say what is still put right before a commit', async () => {
      const early = () =>
        Promise.resolve([
          { message: 'e', severity: 'blocker' as const },
          { message: 'g', because: [] },
        ]);
      const says = check('says', [{ message: 'f' }], { due: 'push', early });
      const listed = list(['Says', 'says'], ['Again', 'says'], ['By hand']);
      const commit = await review({ moment: 'commit' }, listed, [says]);
      assert.deepEqual(
        commit.findings.map(({ message, severity }) => [message, severity]),
        [
          ['e', 'needs-fix'],
          ['g', 'needs-fix'],
        ],
      );
      assert.deepEqual([commit.items[0]?.verdict, commit.items[0]?.due], ['not-applicable', 'push']);
      assert.equal(commit.verdict, 'needs-fix');
      const push = await review({ moment: 'push' }, listed, [says]);
      assert.deepEqual(
        push.findings.map(({ message }) => message),
        ['f'],
      );
      const thrown = [
        () => {
          throw new Error('broken');
        },
        () => {
          // eslint-disable-next-line @typescript-eslint/only-throw-error -- what is no error is caught too
          throw 'broken';
        },
      ];
      for (const fails of thrown) {
        const broken = check('broken', [], { due: 'push', early: fails });
        const crashed = await review({ moment: 'commit' }, list(['B', 'broken']), [broken]);
        assert.deepEqual([crashed.crashes, crashed.verdict], [[{ check: 'broken', message: 'broken' }], 'blocked']);
      }
      const nobody = { kind: 'not-on-roster', names: ['x'], rows: [] } as const;
      assert.deepEqual((await review({ moment: 'commit', asking: nobody }, listed, [says])).findings, []);
    });

    it('neither runs nor passes what is not due yet', async () => {
      const answer = await review({ moment: 'commit' }, list(['L', 'late']), [late]);
      assert.deepEqual(answer.items[0], {
        id: 'late',
        section: 'Copy',
        text: 'L',
        check: 'late',
        verdict: 'not-applicable',
        due: 'push',
      });
      assert.equal(answer.verdict, 'ready');
      assert.equal((await review({ moment: 'push' }, list(['L', 'late']), [late])).verdict, 'needs-fix');
    });

    const severe: readonly (readonly [Moment, Partial<Check>, Partial<Report>, string])[] = [
      ['commit', {}, {}, 'needs-fix'],
      ['edit', {}, {}, 'needs-fix'],
      ['push', {}, {}, 'blocker'],
      ['commit', { stopsCommit: true }, {}, 'blocker'],
      ['commit', {}, { unparsed: true, severity: 'needs-fix' }, 'blocker'],
      ['commit', { stopsCommit: true }, { severity: 'note' }, 'pass'],
    ];
    for (const [moment, more, report, verdict] of severe) {
      it(`weighs a blocker of ${JSON.stringify({ ...more, ...report })} at ${moment} as ${verdict}`, async () => {
        const one = check('one', [{ message: 'm', ...report }], { severity: 'blocker', ...more });
        const answer = await review({ moment }, list(['One', 'one']), [one]);
        assert.equal(answer.verdicts['one'], verdict);
      });
    }

    it('leaves what nothing here can decide to the engineering DRI, who is asked on the host', async () => {
      const undecided = { message: 'x', undecided: true } as const;
      const open = check('open', [undecided]);
      const push = await review({}, list(['Open', 'open']), [open]);
      const item = push.items.find(({ id }) => id === 'open');
      assert.deepEqual([item?.verdict, item?.by, item?.due], ['attest', 'engineering DRI', 'pull-request']);
      assert.equal(push.verdict, 'ready');
      assert.deepEqual(push.findings, [{ check: 'open', severity: 'note', message: 'x', because: [] }]);
      const host = await review({ moment: 'pull-request' }, list(['Open', 'open']), [open], always);
      assert.equal(host.items.find(({ id }) => id === 'open')?.due, undefined);
      assert.equal(host.verdict, 'needs-fix');
      const worse = await review({}, list(['Open', 'open']), [check('open', [undecided, { message: 'y' }])]);
      assert.equal(worse.verdicts['open'], 'needs-fix');
    });

    it('takes a claim at the push and not on the pull request', async () => {
      const claims = check('claims', { reports: [], claimed: true });
      const push = await review({ moment: 'push' }, list(['C', 'claims']), [claims]);
      assert.equal(push.verdicts['claims'], 'claimed');
      assert.equal(push.verdict, 'ready');
      const kept = list(['C', 'claims'], ['P', 'protected-data'], ['U', 'unsafe-code'], ['D', 'dependencies']);
      const decided = ['protected-data', 'unsafe-code', 'dependencies'].map((id) => check(id, []));
      const pull = await review({ moment: 'pull-request' }, kept, [claims, ...decided]);
      assert.equal(pull.verdict, 'needs-fix');
    });
  });

  describe('controls that no list takes away', () => {
    it('runs a kept check that the list leaves out', async () => {
      const kept = check('zone', [{ message: 'no', severity: 'blocker' }], {
        kept: 'always',
        section: 'Scope',
        stopsCommit: true,
      });
      assert.equal((await review({ moment: 'commit' }, list(), [kept])).verdict, 'blocked');
    });

    it('are all of security, whatever a check declares', async () => {
      const found = [{ message: 'no', severity: 'blocker' as const }];
      for (const security of [
        check('brand-new', found, { section: 'Security and privacy' }),
        check('dependencies', found, { section: 'Configuration' }),
      ]) {
        const answer = await review({ moment: 'commit' }, list(), [security]);
        assert.equal(answer.verdicts[security.id], 'blocker', security.id);
        assert.equal(answer.verdict, 'blocked', security.id);
      }
      const { items } = readChecklist(undefined);
      const { verdicts } = await review({}, list(), checks);
      for (const item of items.filter(({ section }) => section === 'Security and privacy')) {
        assert.ok(item.check !== undefined && item.check in verdicts, item.text);
      }
    });

    it('runs what enforces a condition of a changed path, and only there', async () => {
      const enforcing = check('flag-owned', [{ message: 'no' }], { severity: 'blocker', enforces: 'owned-flags' });
      const path = 'src/home/i18n/en.json';
      const opened = (kind: ConditionKind) =>
        review({ judgements: { [path]: { conditions: [{ kind, text: 't', line: 1 }] } } }, list(), [enforcing]);
      assert.equal((await opened('owned-flags')).verdicts['flag-owned'], 'blocker');
      assert.equal((await opened('additions-only')).verdicts['flag-owned'], undefined);
    });

    it('runs regulated ones under regulated controls only, as blockers', async () => {
      const kept = check('flag-owned', [{ message: 'no' }], { kept: 'regulated' });
      const standard = await review({}, list(), [kept]);
      assert.equal(standard.verdicts['flag-owned'], undefined);
      const regulated = await review({ settings: { controls: 'regulated' } }, list(), [kept]);
      assert.equal(regulated.verdicts['flag-owned'], 'blocker');
      assert.equal(regulated.verdicts['sign-off'], 'attest');
      assert.equal((await review({}, list(['F', 'flag-owned']), [kept])).verdicts['flag-owned'], 'needs-fix');
    });
  });

  it('stops the reviewing of style outside the zone, not that of security and of what does not parse', async () => {
    const path = 'src/home/i18n/en.json';
    const checks = [
      check(
        'zone',
        [
          { message: 'locked', path },
          { message: 'fyi', path: 'other', severity: 'note' },
        ],
        { section: 'Scope', severity: 'blocker' },
      ),
      check('style', [
        { message: 'style', path },
        { message: 'elsewhere', path: 'other' },
        { message: 'all' },
        { message: 'broken', path, unparsed: true },
      ]),
      check('secrets', [{ message: 'key', path }], { section: 'Security and privacy' }),
    ];
    const answer = await review({}, list(['Z', 'zone'], ['S', 'style'], ['K', 'secrets']), checks);
    assert.deepEqual(
      answer.findings.map((finding) => finding.message),
      ['locked', 'fyi', 'elsewhere', 'all', 'broken', 'key'],
    );
  });

  it('is not ready with a file that could not be read', async () => {
    const unread = (unread: 'binary' | 'symbolic-link' | 'submodule') =>
      review({ base: {}, head: { 'a.bin': { mode: '100644', oid: undefined, bytes: 1, unread } } }, list(), []);
    const answer = await unread('binary');
    assert.equal(answer.verdict, 'needs-fix');
    assert.match(
      answer.findings[0]?.message ?? '',
      /^a\.bin could not be reviewed, because it is not text\. Leave it out/,
    );
    // A picture that is open to the PM is the zone's to hand over; one that is not stays unread.
    const png = { 'a.png': { mode: '100644', oid: undefined, bytes: 1, unread: 'binary' as const } };
    assert.deepEqual((await review({ base: {}, head: png }, list(), [])).findings, []);
    const judgements = { 'a.png': { standing: 'pair' as const } };
    assert.equal((await review({ base: {}, head: png, judgements }, list(), [])).findings.length, 1);
    assert.deepEqual((await unread('symbolic-link')).findings, []);
    assert.deepEqual((await unread('submodule')).findings, []);
  });

  it('judges nobody who is not on the roster', async () => {
    const failing = check('zone', [{ message: 'no', severity: 'blocker' }], { kept: 'always' });
    const answer = await review({ asking: { kind: 'not-on-roster', names: ['dana@example.com'], rows: [] } }, list(), [
      failing,
    ]);
    assert.equal(answer.verdict, 'ready');
    assert.ok(answer.items.every((item) => item.verdict === 'not-applicable'));
    assert.deepEqual(answer.findings, []);
  });

  it('is never ready by a preview or by a policy with an error', async () => {
    const plain = createReviewContext(edited);
    const preview = await reviewChange(
      { ...plain, moment: 'push', policy: { ...plain.policy, preview: true } },
      list(),
      [],
      never,
    );
    assert.equal(preview.verdict, 'needs-fix');
    const problems = [{ severity: 'error' as const, message: 'm', file: 'CLAUDE.md', line: 1 }];
    assert.equal((await review({ zone: { problems } }, list(), [])).verdict, 'needs-fix');
  });

  it('is ready with a tip that has no zone where another has', async () => {
    const plain = createReviewContext(edited);
    const bare = { ref: 'x', commit: undefined, zone: undefined, codeowners: undefined, skill: undefined };
    const answer = await reviewChange(
      { ...plain, moment: 'push', policy: { tips: [plain.policy.tips[0], bare], preview: false } },
      list(),
      [],
      never,
    );
    assert.equal(answer.verdict, 'ready');
  });

  describe('conditions that no check decides', () => {
    const condition = (kind: 'non-breaking' | 'owned-flags' | 'additions-only' | 'free-text') => ({
      kind,
      text: `${kind} \`words\``,
      line: 7,
    });
    const withConditions = (path: string, ...kinds: readonly Parameters<typeof condition>[0][]) =>
      review(
        { base: {}, head: { [path]: '{}' }, judgements: { [path]: { conditions: kinds.map(condition) } } },
        list(),
        [],
        always,
      );

    it('are the engineering DRI to confirm, file by file', async () => {
      const answer = await withConditions('src/a.tsx', 'non-breaking', 'free-text', 'additions-only');
      const items = answer.items.filter((item) => item.section === 'Scope');
      assert.deepEqual(
        items.map(({ text, verdict, by, due }) => ({ text, verdict, by, due })),
        ['non-breaking', 'free-text'].map((kind) => ({
          text: `“${kind} words” holds for src/a.tsx`,
          verdict: 'attest',
          by: 'engineering DRI',
          due: 'pull-request',
        })),
      );
    });

    it('are decided for flags in flag files, and nowhere else', async () => {
      assert.equal(
        (await withConditions('src/flags.yaml', 'owned-flags')).items.filter((item) => item.section === 'Scope').length,
        0,
      );
      assert.equal(
        (await withConditions('src/other.yaml', 'owned-flags')).items.filter((item) => item.section === 'Scope').length,
        1,
      );
    });

    it('ask nothing of files that the PM may not edit anyway', async () => {
      const judgements = { 'a.tsx': { standing: 'pair' as const, conditions: [condition('free-text')] } };
      const answer = await review({ base: {}, head: { 'a.tsx': '' }, judgements }, list(), []);
      assert.equal(answer.items.filter((item) => item.section === 'Scope').length, 0);
    });

    it('include the forbids that stand as prose', async () => {
      const prose = [{ file: 'CLAUDE.md', line: 9, text: 'PMs cannot touch `billing`' }];
      const answer = await review({ zone: { prose } }, list(), [], always);
      const item = answer.items.find((each) => each.id === 'policy-words');
      assert.equal(item?.text, 'The change heeds what the PM zone says in words: “PMs cannot touch billing”');
      assert.equal(item.verdict, 'attest');
    });
  });

  describe('of a change with more files than are read', () => {
    const many = Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`docs/${index}.md`, 'x\n']));
    const both = [
      check('reads', () => {
        throw new Error('not to be run');
      }),
      check('looks', [{ message: 'lies badly' }], { readsTexts: false }),
    ];
    const early = check('early', [], {
      due: 'push',
      early: () => Promise.reject(new Error('not to be run')),
    });

    it('looks at where its files lie alone, and says so of all else', async () => {
      const answer = await review({ base: {}, head: many }, list(['R', 'reads'], ['L', 'looks']), both);
      assert.equal(answer.verdict, 'blocked');
      assert.deepEqual(answer.crashes, []);
      assert.deepEqual(answer.verdicts, { reads: 'blocker', looks: 'needs-fix', ...byHand });
      assert.deepEqual(
        answer.findings.map(({ check: id, severity }) => [id, severity]),
        [
          ['size', 'blocker'],
          ['looks', 'needs-fix'],
        ],
      );
      assert.match(answer.findings[0]?.message ?? '', /^This change has 5001 files, and the texts of at most 5000/);
      assert.match(listRewrites(answer)[0]?.message ?? '', /^This change has 5001 files/);
    });

    it('stops the commit, and puts nothing right before it', async () => {
      const answer = await review({ base: {}, head: many, moment: 'commit' }, list(['E', 'early']), [early]);
      assert.equal(answer.verdict, 'blocked');
      assert.deepEqual(answer.crashes, []);
    });

    it('reads on where files are only taken out', async () => {
      const fine = [check('reads', []), check('looks', [])];
      const answer = await review({ base: many, head: {} }, list(['R', 'reads'], ['L', 'looks']), fine);
      assert.equal(answer.verdict, 'ready');
    });
  });
});
