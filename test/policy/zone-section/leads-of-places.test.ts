import assert from 'node:assert/strict';
import { describeProse, describeRules, readSection } from '../../support/read-policy.js';

const rules = (body: string): string[] => describeRules(readSection(`${body}\n`));

describe('a lead that names its folder', () => {
  it('opens what lies in it, and nothing else', () => {
    assert.deepEqual(rules('In `apps/shop` PMs may change:\n\n- `apps/shop/copy/**`\n- `docs/**`'), [
      '+ apps/shop/copy/**',
      '~ docs/**',
    ]);
    assert.deepEqual(
      rules('PM: Greta\n\nUnder `apps/shop/`, Greta can touch, once Legal agrees:\n\n- `apps/shop/copy/**`'),
      ['+ apps/shop/copy/** ["once legal agrees"]'],
    );
  });

  for (const lead of [
    'In `apps/shop` engineers may change:',
    'In `apps/shop` and `docs` PMs may change:',
    'Not in `apps/shop` PMs may change:',
    'In ~~`apps/shop`~~ PMs may change:',
    'In `apps/shop` PMs may not change:',
    'In `apps/shop`:',
    '`apps/shop` PMs may change:',
    'In apps/shop PMs may change:',
  ])
    it(`opens nothing otherwise: ${lead}`, () =>
      assert.deepEqual(
        rules(`${lead}\n\n- \`apps/shop/copy/**\``).filter((rule) => rule.startsWith('+')),
        [],
      ));
});

describe('more than one path in an item', () => {
  it('is read also where one is all that lies in a folder', () => {
    assert.deepEqual(rules('PMs can touch:\n\n- `README.md` and everything in `docs/` (copy only)'), [
      '+ README.md ["copy only"]',
      '+ docs/ ["copy only"]',
    ]);
    assert.deepEqual(rules('PMs cannot touch:\n\n- `a.md` and all files under `x/`'), ['- a.md', '- x/']);
    assert.ok(!rules('PMs can touch:\n\n- `a.md` and nothing in `x/`').join().includes('+ x/'));
    assert.ok(!rules('PMs can touch:\n\n- `a.md` and something in `x/`').join().includes('+ x/'));
  });

  it('has what is left out of its contents as a condition', () => {
    assert.deepEqual(rules('PMs can touch:\n\n- `locales/*.json`, except the keys under `leaflet.`'), [
      '+ locales/*.json ["not the keys under `leaflet.`"]',
    ]);
    assert.deepEqual(rules('PMs can touch:\n\n- `locales/*.json`, except the keys in `locales/legal.json`'), [
      '+ locales/*.json',
      '- locales/legal.json',
    ]);
  });
});

describe('a permission that points below', () => {
  it('leads the list with sentences beside it, which are kept', () => {
    const zone = readSection('PMs may edit the files below. Legal reads what a pull request changes.\n\n- `docs/**`\n');
    assert.deepEqual(describeRules(zone), ['+ docs/**']);
    assert.deepEqual(describeProse(zone), ['Legal reads what a pull request changes.']);
  });
});

describe('what holds in doubt, and how a section stands', () => {
  const kept = (text: string): string[] => describeProse(readSection(`PMs can touch:\n\n- \`docs/**\`\n\n${text}\n`));

  it('demands nothing', () => {
    for (const text of [
      'If in doubt, it is closed.',
      'In doubt, everything counts as locked.',
      'Status: in use since 2 March.',
    ])
      assert.deepEqual(kept(text), [], text);
    for (const text of [
      'If in doubt, the docs wait.',
      'In doubt, the docs are closed.',
      'Status: in use until 2 March.',
    ])
      assert.deepEqual(kept(text), [text], text);
  });
});
