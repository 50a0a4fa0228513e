import assert from 'node:assert/strict';
import { isLockedSentence, isPairSentence } from '../../../src/policy/zone-section/prose/path-sentences.js';
import { describeRules, readSection } from '../../support/read-policy.js';
import { phraseOf } from '../grammar/phrase-of.js';

describe('isPairSentence', () => {
  for (const text of [
    'Components in `src/ui` need an engineer.',
    'PMs change `a/**` and `b/**` only with an engineer from the team.',
    'Together with an engineer they may also change `a/**`.',
    'PMs may edit `a/**` together with an engineer.',
  ])
    it(`is one that says no more than that: ${text}`, () => assert.ok(isPairSentence(phraseOf(text))));

  for (const text of [
    'Components in `src/ui` and all others need an engineer.',
    '~~Components~~ in `src/ui` need an engineer.',
    'PMs change `a/**` and texts only with an engineer.',
    'PMs change `a/**` only with an engineer and Legal.',
  ])
    it(`is no other: ${text}`, () => assert.ok(!isPairSentence(phraseOf(text))));
});

describe('a path that belongs to others', () => {
  const rulesOf = (sentence: string): readonly string[] =>
    describeRules(readSection(`PMs can touch:\n\n- \`copy/*.json\`\n\n${sentence}\n`));

  it('is changed together with an engineer', () => {
    for (const whom of ['Legal', 'the Risk team', '@acme/legal'])
      assert.deepEqual(rulesOf(`Disclaimers are in \`copy/legal.json\` and belong to ${whom}.`), [
        '+ copy/*.json',
        '~ copy/legal.json',
      ]);
  });

  it('also where a list opens it by its name', () => {
    const rules = describeRules(
      readSection('PMs can touch:\n\n- `copy/legal.json`\n\n`copy/legal.json` belongs to Legal.\n'),
    );
    assert.deepEqual(rules, ['+ copy/legal.json', '~ copy/legal.json']);
  });

  it('and not where it belongs to PMs', () => {
    for (const whom of ['PMs', 'Product'])
      assert.deepEqual(rulesOf(`Texts in \`copy/legal.json\` belong to ${whom}.`), ['+ copy/*.json']);
  });
});

describe('isLockedSentence', () => {
  it('is one that says no more than that', () => {
    for (const text of [
      '`a/**` and `b/**` are not for PMs.',
      '`a/**` is locked.',
      '`a/**`, `b/**` or `c` are off limits for PMs.',
      'Please keep out of `a/**` and `b/**`, and out of `c`.',
      'Leave `a/**` and `b/**` alone.',
    ])
      assert.ok(isLockedSentence(phraseOf(text)), text);
    for (const text of [
      '`a/**` is locked, texts too.',
      '`a/**` is locked on Fridays.',
      '~~`a/**`~~ is locked.',
      'Please keep out of `a/**`, and out of docs in May.',
      'Leave `a/**` alone until May.',
    ])
      assert.ok(!isLockedSentence(phraseOf(text)), text);
  });

  it('locks, and is asked about no more', () => {
    const zone = readSection('PMs can touch:\n\n- `docs/**`\n\n`infra/**` and `Makefile` are not for PMs.\n');
    const locked = zone.rules.flatMap(({ effect, glob }) => (effect === 'forbid' ? [glob] : []));
    assert.deepEqual(locked.toSorted(), ['Makefile', 'infra/**']);
    assert.deepEqual(zone.prose, []);
  });
});
