import assert from 'node:assert/strict';
import { compareRules } from '../../../src/doctor/comparison/compare-rules.js';
import { findWrittenOpenings } from '../../../src/gate/policy-change/find-written-openings.js';
import { identify } from '../../../src/policy/asking.js';
import { createJudge } from '../../../src/policy/judge.js';
import { restOfFolder } from '../../../src/policy/list-items/rest-of-folder.js';
import type { Policy } from '../../../src/policy/policy.js';
import { listRuleFiles } from '../../../src/presentation/policy-file/list-rule-files.js';
import { policyOf } from '../../support/policy-of.js';
import { readSection } from '../../support/read-policy.js';
import { phraseOf } from '../grammar/phrase-of.js';

const items = [
  'the rest of `apps/shop`',
  'all the rest of `apps/shop/**`',
  'everything else in `apps/shop/`',
  'Anything in `apps/shop/` not listed above',
  'All other files in `apps/shop`.',
  'any other `apps/shop/**`',
  '`apps/shop/**` (other than what is listed above)',
  '`apps/shop/**` (apart from the above)',
  '`apps/shop/**`, except for the files listed above',
  '`apps/shop/**` unless listed above',
];

const bodyOf = (item: string): string =>
  `PMs can touch:\n\n- \`apps/shop/content/**\`\n- \`docs/**\`\n- \`**/*.md\`\n\nTogether with an engineer:\n\n- \`apps/shop/nav.ts\`\n\nPMs cannot touch:\n\n- ${item}\n`;

function standings(policy: Policy, ...paths: readonly string[]): readonly string[] {
  const judge = createJudge(policy, identify(policy, []));
  return paths.map((path) => judge.judge(path).standing);
}

describe('a lock of the rest of a folder', () => {
  const paths = [
    'apps/shop/content/a.json',
    'apps/shop/nav.ts',
    'apps/shop/app.ts',
    'apps/shop/README.md',
    'docs/a.md',
  ];
  for (const item of items)
    it(`leaves open what the lists name in it: ${item}`, () => {
      const policy = policyOf(bodyOf(item));
      assert.deepEqual(standings(policy, ...paths), ['editable', 'pair', 'locked', 'locked', 'editable']);
    });

  for (const item of [
    '`apps/shop/**` (other than the texts)',
    '`apps/shop/**` except on Fridays',
    'the rest of `apps/shop` and `docs/**`',
    'the rest of `apps/shop`, and texts everywhere',
    'everything in `apps/shop`',
    '~~the rest of~~ `apps/shop`',
    `the rest of \`apps/${'x'.repeat(300)}\``,
  ])
    it(`is none with other words: ${item.slice(0, 60)}`, () =>
      assert.equal(restOfFolder(phraseOf(item).tokens), undefined));

  it('holds whole where another line locks it', () => {
    const policy = policyOf(`${bodyOf('the rest of `apps/shop`')}- \`apps/shop/content/**\`\n`);
    assert.deepEqual(standings(policy, 'apps/shop/content/a.json'), ['locked']);
  });

  it('answers no sentence on all of the folder', () => {
    const prose = (item: string): readonly string[] =>
      readSection(
        `PMs can touch:\n\n- \`shop/content/**\`\n\nPMs cannot touch:\n\n- ${item}\n\nThe shop is closed.\n`,
      ).prose.map(({ text }) => text);
    assert.deepEqual(prose('the rest of `shop/**`'), ['The shop is closed.']);
    assert.deepEqual(prose('`shop/**`'), []);
  });

  it('is less than a lock of all of it', () => {
    const [whole, rest] = [policyOf(bodyOf('`apps/shop/**`')), policyOf(bodyOf('the rest of `apps/shop/**`'))];
    const gone = (before: Policy, after: Policy): readonly (readonly string[])[] => [
      compareRules(before, after, [], []).map(({ what }) => what),
      findWrittenOpenings(before, after).map(({ message }) => message),
    ];
    assert.deepEqual(
      gone(whole, rest).map(({ length }) => length),
      [1, 1],
    );
    assert.deepEqual(gone(rest, whole), [[], []]);
    assert.deepEqual(gone(rest, rest), [[], []]);
  });

  it('takes nothing back from what is shown of a line that opens', () => {
    const { rules } = readSection(bodyOf('the rest of `apps/shop`'));
    const [first] = rules;
    assert.ok(first);
    const shown = listRuleFiles(first, rules, ['apps/shop/content/a.json']);
    assert.deepEqual(shown, { open: ['apps/shop/content/a.json'], closed: [], more: 0 });
  });

  it('has a glob that can be used', () => {
    const { problems } = readSection(bodyOf('the rest of `../shop`'));
    assert.ok(problems.some(({ severity }) => severity === 'error'));
  });

  it('is read in time', () => {
    const text = (words: string): readonly ReturnType<typeof phraseOf>['tokens'][number][] => [
      { kind: 'text', text: words.repeat(20_000), line: 1, struck: false, bold: false, odd: false },
    ];
    for (const words of ['all the rest of ', 'other files in ', 'anything in '])
      assert.equal(restOfFolder(text(words)), undefined);
  });
});
