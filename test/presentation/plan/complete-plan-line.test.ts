import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findFirstGap } from '../../../src/presentation/plan/find-first-gap.js';
import { isFlagLine, completePlanLine } from '../../../src/presentation/plan/complete-plan-line.js';
import type { PlanFacts } from '../../../src/presentation/plan/plan-facts.js';
import { parseLabelLine } from '../../../src/presentation/plan/labels/label-line.js';

const facts: PlanFacts = {
  row: {
    pm: 'Maya',
    handles: [],
    emails: [],
    featureFolders: ['src/home'],
    flags: ['new-home'],
    reviewers: [],
    engineeringDris: ['@erin'],
    productDris: ['@paul'],
    line: 1,
  },
  flags: ['new-home', 'tour'],
  folders: ['src/home'],
  engineeringDris: ['@erin', '@b_o'],
  productDris: ['@paul'],
  today: '2026-01-02',
};

/** What is offered where the bar stands, with the line as it is after each. */
function offered(marked: string, known = facts): readonly (readonly [string, string])[] {
  const character = marked.indexOf('¦');
  const line = marked.replace('¦', '');
  return completePlanLine(line, character, known).map(({ label, insertText, start, end }) => [
    label,
    line.slice(0, start) + insertText + line.slice(end),
  ]);
}

describe('what may stand after a label of a planning doc', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    [
      '**Status:** ¦',
      [
        '**Status:** Draft',
        '**Status:** In Review',
        '**Status:** Approved',
        '**Status:** Shipped',
        '**Status:** Retired',
      ],
    ],
    ['**Level:** co¦', ['copy', 'config', 'prompt', 'front-end', 'feature'].map((level) => `**Level:** ${level}`)],
    ['**Flag:** `ne¦w`', ['**Flag:** `new-home`', '**Flag:** `tour`']],
    ['**Flag:** [flag¦-key]  ', ['**Flag:** `new-home`  ', '**Flag:** `tour`  ']],
    ['Feature folder:¦', ['Feature folder: `src/home`']],
    ['**Eng DRI**: @¦', ['**Eng DRI**: @erin', '**Eng DRI**: @b\\_o']],
    [
      '- **Engineering DRI:** @ann, @e¦, @cy',
      ['- **Engineering DRI:** @ann, @erin, @cy', '- **Engineering DRI:** @ann, @b\\_o, @cy'],
    ],
    ['**Engineering DRI:** [@¦handle]', ['**Engineering DRI:** @erin', '**Engineering DRI:** @b\\_o']],
    ['**Product DRI:** ¦', ['**Product DRI:** @paul']],
    ['| Product DRI | ¦ | x |', ['| Product DRI | @paul | x |']],
    ['**Last updated:** ¦', ['**Last updated:** 2026-01-02']],
    ['**Design DRI:** ¦', []],
    ['**Sta¦tus:** Draft', []],
    ['| Product DRI | @paul | ¦x |', []],
    ['If we do: ¦', []],
    ['nothing ¦here', []],
  ];
  for (const [marked, expected] of cases) {
    it(`is offered at ${marked}`, () => {
      assert.deepEqual(
        offered(marked).map(([, line]) => line),
        expected,
      );
    });
  }

  it('says why, and gives way to what is typed', () => {
    const [own, other] = completePlanLine('**Engineering DRI:** ', 21, facts);
    assert.deepEqual([own?.detail, other?.detail], ['yours, by the list of PMs', 'on the list of PMs']);
    assert.equal(
      completePlanLine('Engineering DRI: ', 17, { ...facts, row: undefined })[0]?.detail,
      'on the list of PMs',
    );
    assert.equal(completePlanLine('Flag: [key]', 8, facts)[0]?.filterText, '[key]');
    assert.equal(completePlanLine('Flag: `n`', 8, facts)[0]?.filterText, '`new-home`');
    assert.equal(completePlanLine('Flag: n', 7, facts)[0]?.filterText, 'new-home');
  });

  it('has the flags of the flag files too, after those of the roster', () => {
    const known = [
      { key: 'tour', path: 'flags.yaml', state: 'on', isOwn: true },
      { key: 'banner', path: 'src/flags.yaml', state: 'off', isOwn: true },
      { key: 'odd `one`\n', path: 'src/flags.yaml', state: 'unknown', isOwn: false },
    ] as const;
    assert.deepEqual(
      completePlanLine('Flag: ', 6, facts, known).map(({ label, detail, insertText }) => [label, detail, insertText]),
      [
        ['new-home', 'a flag of yours, by the list of PMs', '`new-home`'],
        ['tour', 'a flag of yours, by the list of PMs', '`tour`'],
        ['banner', 'a flag of yours, off, in src/flags.yaml', '`banner`'],
        ['odd `one`', 'a flag of others, in src/flags.yaml', "`odd 'one'`"],
      ],
    );
    assert.deepEqual(completePlanLine('Feature folder: ', 16, facts, known).length, 1);
    assert.deepEqual(['**Flag:** x', '| Feature flag | |', 'Status: x', 'no label'].map(isFlagLine), [
      true,
      true,
      false,
      false,
    ]);
  });

  it('throws on no line, and takes the place of nothing beyond it', () => {
    const some = fc.oneof(
      fc.string(),
      fc.constantFrom('\ud800:', 'Ä: é\u2028', '|'.repeat(2000), ' '.repeat(900)),
      fc
        .tuple(fc.constantFrom('**Flag:**', '| Status |', 'Engineering DRI:'), fc.string())
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(some, fc.nat(40), (line, character) => {
        for (const { start, end } of completePlanLine(line, character, facts)) {
          assert.ok(start <= character && character <= end && end <= line.length);
        }
        const cut = parseLabelLine(line);
        if (cut) assert.equal([cut.before, cut.label, cut.between, cut.value, cut.after].join(''), line);
      }),
    );
  });
});

describe('where to go on writing a plan', () => {
  const text =
    '# P: [NAME]\n\n**Flag:** [key]  \n**Level:** copy\n\n## A\n\n<!-- [not this] -->\n- [ ] box\nIf we [this], then\n\n## B\nsaid\n';
  const at = (...lines: readonly number[]): string => {
    const { start, end } = findFirstGap(
      text,
      lines.map((line) => ({ line })),
    );
    assert.equal(start.line, end.line);
    return `${start.line}: ${(text.split('\n')[start.line] ?? '').slice(0, start.character)}¦${(text.split('\n')[start.line] ?? '').slice(start.character, end.character)}`;
  };

  it('is the first placeholder of the first gap, else the end of its line', () => {
    assert.equal(at(), '0: ¦');
    assert.equal(at(6, 3), '2: **Flag:** ¦[key]');
    assert.equal(at(6), '9: If we ¦[this]');
    assert.equal(at(4), '3: **Level:** copy¦');
    assert.equal(at(12), '11: ## B¦');
    assert.equal(at(1), '0: # P: ¦[NAME]');
    assert.equal(at(99), '13: ¦');
  });
});
