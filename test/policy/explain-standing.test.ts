import assert from 'node:assert/strict';
import { describeCondition, renderExplanation } from '../../src/policy/explain-standing.js';
import type { Asking, Condition, Judgement, Zone } from '../../src/policy/policy.js';
import { describeReason } from '../../src/policy/describe-reason.js';
import { createReviewContext, createRosterRow } from '../support/review-context.js';

const judgement = (more: Partial<Judgement>): Judgement => ({
  standing: 'editable',
  row: 7,
  conditions: [],
  owners: [],
  because: [{ file: 'CLAUDE.md', line: 3, text: '`**/*.md`  (docs)' }],
  ...more,
});
const condition = (kind: Condition['kind']): Condition => ({ kind, text: 'its words', line: 1 });
const maya: Asking = { kind: 'pilot-pm', names: [], rows: [createRosterRow()] };
const nobody: Asking = { kind: 'no-roster', names: [], rows: [] };

function lines(more: Partial<Judgement>, asking: Asking = maya): string[] {
  return renderExplanation('a.md', judgement(more), { policy: createReviewContext().policy, asking });
}

describe('explain', () => {
  it('says what the PM may edit, on what condition, and who approves it', () => {
    assert.deepEqual(lines({ conditions: [condition('owned-flags'), condition('free-text')], owners: ['@org/a'] }), [
      'a.md is yours to edit: CLAUDE.md lets PMs edit **/*.md (docs).',
      '  CLAUDE.md:3  `**/*.md` (docs)',
      '  It holds as long as only flags on your row of the list of PMs are changed, and “its words”, which your engineering DRI confirms.',
      'Go ahead; @org/a will be asked to approve it.',
      'Judged by the policy of origin/main at aaaaaaaaaa.',
    ]);
    assert.ok(lines({}).includes('Go ahead.'));
    const text = `\`i18n/{${Array.from({ length: 20 }, (_, at) => `l${at}`).join(',')}}.json\``;
    assert.equal(
      lines({ because: [{ file: 'CLAUDE.md', line: 3, text }] })[0],
      'a.md is yours to edit: CLAUDE.md lets PMs edit i18n/{l0, l1, l2 and 17 more}.json.',
    );
  });

  it('says what the engineering DRI is asked about on every change of what is open', () => {
    const { policy } = createReviewContext();
    const [tip] = policy.tips;
    const words = (...texts: readonly string[]) => {
      const prose = texts.map((text, at) => ({ file: 'CLAUDE.md', line: at + 1, text }));
      const tips = [{ ...tip, zone: { ...(tip.zone as Zone), prose } }] as const;
      return (more: Partial<Judgement>) =>
        renderExplanation('a.md', judgement(more), { policy: { ...policy, tips }, asking: maya });
    };
    const asked = '  On every change your engineering DRI is asked whether it heeds what the policy says in words: ';
    assert.equal(words('Put `PM:` before it.')({})[2], `${asked}“Put PM: before it”.`);
    assert.equal(words('A.', 'B.', 'B.', 'C.', 'D.', 'E.')({})[2], `${asked}“A”, “B”, “C” and 2 more sentences.`);
    assert.equal(words('A.', 'B.', 'C.', 'D.')({})[2], `${asked}“A”, “B”, “C” and 1 more sentence.`);
    assert.ok(!words('A.')({ standing: 'pair' }).join().includes('On every change'));
  });

  for (const [item, named] of [
    ['`docs/**` and', 'docs/**'],
    ['`docs/**`, or', 'docs/**'],
    ['`docs/**` (texts),', 'docs/** (texts)'],
    ['`docs/**`: texts.', 'docs/**: texts'],
    ['`docs/**` (texts, …)', 'docs/** (texts, …)'],
    ['texts, pictures ...', 'texts, pictures ...'],
  ] as const)
    it(`ends “${item}” as the sentence goes on`, () => {
      const because = [{ file: 'CLAUDE.md', line: 3, text: item }];
      assert.equal(describeReason(judgement({ because })), `CLAUDE.md lets PMs edit ${named}`);
      assert.equal(describeReason(judgement({ row: 3, because })), `CLAUDE.md keeps ${named} from PMs`);
    });

  it('quotes a sentence that keeps something from PMs', () => {
    const because = [{ file: 'AGENTS.md', line: 3, text: 'Never touch the generated docs under `api/`.' }];
    assert.equal(
      describeReason(judgement({ row: 3, because })),
      'AGENTS.md says “Never touch the generated docs under api/”',
    );
    const item = [{ file: 'CLAUDE.md', line: 3, text: 'Billing and invoices in `src/billing/**`' }];
    assert.equal(
      describeReason(judgement({ row: 3, because: item })),
      'CLAUDE.md keeps Billing and invoices in src/billing/** from PMs',
    );
    const long = [{ file: 'AGENTS.md', line: 3, text: `A ${'b c '.repeat(200_000)}` }];
    const start = performance.now();
    describeReason(judgement({ row: 3, because: long }));
    assert.ok(performance.now() - start < 1000);
  });

  it('says whom to ask for what is not', () => {
    const owned = lines({
      standing: 'locked',
      row: 4,
      owners: ['@org/a'],
      because: [{ file: 'CODEOWNERS', line: 2, text: 'a @org/a' }],
    });
    assert.deepEqual(owned.slice(0, 1).concat(owned[2] ?? ''), [
      'a.md is locked for PMs: it is owned by @org/a.',
      'To have it changed, ask @org/a.',
    ]);
    assert.ok(lines({ standing: 'locked' }).includes('To have it changed, ask @erin.'));
    assert.ok(lines({ standing: 'locked' }, nobody).includes('To have it changed, ask an engineer.'));
    assert.ok(
      lines({ standing: 'pair' }).includes(
        'To change it, work on it together with @erin, who is named as co-author of the commit.',
      ),
    );
  });

  it('leaves out what stands in no line, and names a preview', () => {
    const { policy } = createReviewContext();
    const preview = {
      preview: true,
      tips: [{ ...policy.tips[0], ref: 'the working copy', commit: undefined }] as const,
    };
    const told = renderExplanation(
      'a.md',
      judgement({ row: 8, standing: 'pair', because: [{ file: '', line: 0, text: 'Outside the PM zone.' }] }),
      { policy: preview, asking: nobody },
    );
    assert.deepEqual(told, [
      'a.md is yours to edit only together with an engineer (pair): outside the PM zone.',
      'To change it, work on it together with an engineer, who is named as co-author of the commit.',
      'Judged by the policy of the working copy (a preview: the branch that everybody works from has no PM zone yet).',
    ]);
    assert.equal(
      renderExplanation('a.md', judgement({ because: [] }), { policy, asking: nobody })[0],
      'a.md is yours to edit: no rule opens it.',
    );
  });

  it('names the sentence that holds for what no rule names', () => {
    const { policy } = createReviewContext();
    const [tip] = policy.tips;
    const saysOfRest = { file: 'CLAUDE.md', line: 12, text: 'Everything else needs an engineer.' };
    const tips = [{ ...tip, zone: { ...(tip.zone as Zone), saysOfRest } }] as const;
    const outside = {
      row: 8,
      standing: 'pair',
      because: [{ file: '', line: 0, text: 'Outside the PM zone.' }],
    } as const;
    const told = (more: Partial<Judgement>): readonly string[] =>
      renderExplanation('a.md', judgement(more), { policy: { ...policy, tips }, asking: nobody });
    assert.equal(told(outside)[1], '  CLAUDE.md:12  Everything else needs an engineer.');
    assert.ok(!told({}).join().includes('Everything else'));
    assert.ok(
      !told({ ...outside, row: 1, standing: 'locked' })
        .join()
        .includes('Everything else'),
    );
  });

  it('has words for each condition', () => {
    const kinds = [
      'owned-flags',
      'additions-only',
      'non-breaking',
      'feature-folder',
      'design-system',
      'no-protected-data',
      'free-text',
    ] as const;
    assert.equal(new Set(kinds.map((kind) => describeCondition(condition(kind)))).size, kinds.length);
  });

  it('shows no mark of Markdown of a condition', () => {
    const code = { kind: 'free-text', text: 'with `theme` set', line: 1 } as const;
    assert.equal(describeCondition(code), '“with theme set”, which your engineering DRI confirms');
  });
});

describe('reasonWords', () => {
  const cases: readonly (readonly [Judgement['row'], string, string])[] = [
    [1, 'It is a symbolic link.', 'it is a symbolic link'],
    [2, 'Audit log: src/audit/** (on origin/main)', 'Audit log: src/audit/** (on origin/main)'],
    [3, '`**/auth/**`', 'CLAUDE.md keeps **/auth/** from PMs'],
    ['3a', '`src/x/**`', 'CLAUDE.md names it in src/x/**, which does not plainly open it'],
    [5, 'Outside the feature folders of Maya (a)', 'outside the feature folders of Maya (a)'],
    [6, 'Planning docs', 'Planning docs'],
    [8, 'Outside the PM zone. (on origin/main)', 'outside the PM zone (on origin/main)'],
  ];
  for (const [row, text, words] of cases) {
    it(`says row ${row} as “${words}”`, () => {
      assert.equal(describeReason({ row, owners: [], because: [{ file: 'CLAUDE.md', line: 1, text }] }), words);
    });
  }
});
