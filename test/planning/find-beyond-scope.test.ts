import assert from 'node:assert/strict';
import { findBeyondScope } from '../../src/planning/find-beyond-scope.js';
import { completePlan, parse } from './plan-texts.js';

const own = 'shop/PLANNING.md';
const card = 'shop/templates/card.html';
const german = 'locale/de/LC_MESSAGES/shop.po';

describe('what a plan’s Scope does not name', () => {
  const beyond = (scope: string, ...changed: readonly string[]) => {
    const doc = parse(completePlan().replace('**In:** the greeting', `**In:** ${scope}`));
    return findBeyondScope({ path: own, doc, gaps: [] }, [own, ...changed]);
  };

  for (const scope of [
    '`shop/templates/card.html`',
    'the heading in card.html.',
    'all in shop/templates/',
    '`./shop/templates`',
    '`shop/**/*.html`, and (card.html)',
  ])
    it(`is not what it names: ${scope}`, () => {
      assert.deepEqual(beyond(scope, card), { paths: [], namesSome: true, namesFiles: true });
      assert.deepEqual(beyond(scope, card, german), { paths: [german], namesSome: true, namesFiles: true });
    });

  it('is all of the change where it is in words alone, or names another file', () => {
    for (const [scope, namesFiles] of [
      ['the heading of the card, and card', false],
      ['`other/card.htm`', true],
      ['mycard.html', true],
      ['…', false],
    ] as const)
      assert.deepEqual(beyond(scope, card, german), { paths: [card, german], namesSome: false, namesFiles }, scope);
  });

  it('is what stands under Out', () => {
    const doc = parse(completePlan().replace('everything else', card));
    assert.deepEqual(findBeyondScope({ path: own, doc, gaps: [] }, [card]).paths, [card]);
  });

  it('is nothing where the plan alone is changed, and all where there is no such section', () => {
    assert.deepEqual(beyond('words').paths, []);
    const doc = parse(completePlan().replace('## Scope', '## More'));
    assert.deepEqual(findBeyondScope({ path: own, doc, gaps: [] }, [card]).paths, [card]);
  });
});
