import assert from 'node:assert/strict';
import fc from 'fast-check';
import { identify } from '../../../src/policy/asking.js';
import { createJudge } from '../../../src/policy/judge.js';
import type { Policy } from '../../../src/policy/policy.js';
import { findPolicyErrors } from '../../../src/policy/policy-errors.js';
import { describeProse, readPolicy } from '../../support/read-policy.js';

const table = (...rows: readonly string[]): string =>
  ['| PM | Email | Feature folders | Engineering DRI |', '|---|---|---|---|', ...rows].join('\n');
const maya = '| Maya (@maya) | maya@example.com | `web/menu/**` | @greg |';
const policyOf = (roster: string, words = ''): string =>
  `## PM zone\n\n${roster}\n\n${words}\n\nPMs can touch:\n\n- \`web/**/*.json\`\n\nPMs cannot touch:\n\n- \`api/**\`\n`;

function prose(text: string): readonly string[] {
  const zone = readPolicy(text);
  assert.ok(zone);
  return describeProse(zone);
}

const said = [
  'A PM acts alone only inside the folders assigned.',
  'PMs only work in their feature folders.',
  'Every PM works in the feature folders that stand next to their name.',
  'You may edit only within your own folders.',
  'A PM MUST NOT work unaccompanied outside the feature folders assigned to them in (d).',
  'PMs may not edit files outside of their feature folders.',
  'A list never reaches beyond your own folders.',
  'Rights of 2.2 apply inside your folders of 2.1.',
  'The lists hold only within the folders listed in the table above.',
  'Outside of their folders: with an engineer.',
  'Elsewhere the Engineering DRI of that row works with you.',
  "If you need something in somebody else's, ask their engineering DRI to do it with you.",
];

const more = [
  'A PM acts alone only inside the folders assigned, on weekdays.',
  'PMs only work in their feature folders after a talk with Greg.',
  'PMs only work in their test folders.',
  'A PM must not work inside the feature folders assigned to them.',
  'The lists do not hold within the folders listed in the table above.',
  'The lists hold only within the folders of last year.',
  'Inside your folders: with an engineer.',
  'Legal only works in their feature folders.',
];

describe('a sentence that the list of PMs says as well', () => {
  for (const sentence of said) {
    it(`demands nothing more where each PM has folders, and stays where one has none: ${sentence}`, () => {
      assert.deepEqual(prose(policyOf(table(maya), sentence)), []);
      for (const roster of ['', table(maya, '| Tom (@tom) | tom@example.com | | @greg |')])
        assert.deepEqual(prose(policyOf(roster, sentence)).length, 1, roster);
    });
  }

  for (const sentence of more) {
    it(`stays where it says more: ${sentence}`, () => {
      assert.equal(prose(policyOf(table(maya), sentence)).length, 1);
    });
  }

  it('stays with whatever word is put behind it', () => {
    const word = fc.stringMatching(/^[a-z]{3,12}$/).filter((each) => !['only', 'alone'].includes(each));
    fc.assert(
      fc.property(fc.constantFrom(...said), word, (sentence, added) => {
        assert.equal(prose(policyOf(table(maya), sentence.replace(/\.$/, ` ${added}.`))).length, 1);
      }),
    );
  });
});

describe('a row of the list of PMs that names people so that the host cannot know them', () => {
  const judged = (row: string): readonly [standing: string, errors: number] => {
    const zone = readPolicy(policyOf(table(row)));
    const policy: Policy = {
      tips: [{ ref: 'main', commit: undefined, zone, codeowners: undefined, skill: undefined }],
      preview: false,
    };
    const judge = createJudge(policy, identify(policy, ['maya@example.com']));
    return [judge.judge('web/menu/de.json').standing, findPolicyErrors(policy).length];
  };

  it('closes nothing, and is an error until it is mended', () => {
    assert.deepEqual(judged(maya), ['editable', 0]);
    assert.deepEqual(judged('| Maya | maya@example.com | `web/menu/**` | @greg |'), ['editable', 1]);
    assert.deepEqual(judged('| Maya (@maya) | maya@example.com | `web/menu/**` | @maya |'), ['editable', 1]);
  });

  it('closes what a row opens that does not say plainly who it is about', () => {
    assert.deepEqual(
      judged('| Maya (@maya) | maya@example.com, {max}@example.com | `web/menu/**` | @greg |')[0],
      'pair',
    );
    assert.deepEqual(judged('| Maya (@maya) | maya@example.com | ~~`web/menu/**`~~ | @greg |')[0], 'pair');
  });
});
