import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createFuzzyMatcher } from '../../../../src/presentation/words/matching/match-fuzzily.js';
import { matchRendering, parseQuery } from '../../../../src/presentation/words/matching/match-words.js';
import { renderVariants } from '../../../../src/presentation/words/matching/render-variants.js';

function fit(message: string, typed: string): string | undefined {
  const [rendering = ''] = renderVariants(message);
  return matchRendering(rendering, parseQuery(typed));
}

const cases: readonly (readonly [string, string, string | undefined])[] = [
  ['No boards', 'no boards', 'exact'],
  ['No boards yet.', 'No boards yet', 'exact'],
  ['No boards', 'No boards…', 'exact'],
  ['No boards', 'no bo', 'prefix'],
  ['There are no boards', 'no boards', 'part'],
  ['Create a board for the team', 'team board', 'words'],
  ['Create a board', 'oard', 'part'],
  ['Create a dashboard', 'board create', undefined],
  ['Create a board', 'Click on Create a board to go on', 'within'],
  ['Save', 'Save the file', undefined],
  ['Hello {name}', 'Hello Anna', 'exact'],
  ['Hello {name}', 'hello', 'prefix'],
  ['Hello {name}, welcome', 'Hello Anna, wel', 'prefix'],
  ['Hello {name}, welcome back', 'Anna, welcome back', 'part'],
  ['Hello {name}, welcome back', 'lo Anna, welcome', 'part'],
  ['{count} boards in {place}', '3 boards in Berlin', 'exact'],
  ['{count} boards', '12 boards', 'exact'],
  ['{count} boards', 'boards', 'part'],
  ['{a} and then {b} go home', 'Anna and then', 'part'],
  ['{name}', 'anything at all', undefined],
  ['{a}, {b}', 'one, two', undefined],
  ['Hello {name}!', 'Hello Anna! How are you?', undefined],
  ['Hi {name}, of our team', 'Hi , of our team', 'exact'],
  ['Dear {name}, thank you', `Dear ${'x'.repeat(90)}, thank you`, undefined],
  ['One {a} two {b} three', `One ${'x'.repeat(90)} two y three`, undefined],
  ['One {a} two', `One ${'x'.repeat(90)}`, undefined],
];

describe('fitOf', () => {
  for (const [message, typed, expected] of cases) {
    it(`takes “${typed.slice(0, 40)}” for ${expected ?? 'no fit'} of “${message}”`, () =>
      assert.equal(fit(message, typed), expected));
  }

  it('fits every text exactly to itself, and to itself with any word in a gap', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 8 }), word, fc.nat(7), (words, filled, at) => {
        assert.equal(fit(words.join(' '), words.join(' ')), 'exact');
        const place = at % words.length;
        const found = fit(words.with(place, '{x}').join(' '), words.with(place, filled).join(' '));
        const rest = words.join('').length - (words[place]?.length ?? 0);
        if (rest > 40) assert.equal(found, 'exact');
      }),
    );
  });

  it('throws on nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (message, typed) => {
        fit(message, typed);
      }),
    );
  });
});

describe('findAlike', () => {
  const alike = (text: string, typed: string): boolean => createFuzzyMatcher(parseQuery(typed))(text);
  const mistyped: readonly (readonly [string, string, boolean])[] = [
    ['welcome tour', 'wellcome tuor', true],
    ['a short tour', 'short tour', true],
    ['no boards yet', 'bords', true],
    ['no boards yet', 'boadrs', true],
    ['no boards yet', 'broads', false],
    ['no boards yet', 'brds', false],
    ['collaboration space', 'colaboratoin', true],
    ['collaboration space', 'kollabaretiom', false],
    ['the cat sat', 'cot', false],
    ['the cat sat', 'cat', true],
    ['one of the four words here', 'four words here missing', true],
    ['one of the four', 'four words here missing', false],
    ['to be', 'to be', false],
    ['ab', '%%', false],
  ];
  for (const [text, typed, expected] of mistyped) {
    it(`${expected ? 'finds' : 'does not find'} “${typed}” in “${text}”`, () =>
      assert.equal(alike(text, typed), expected));
  }

  it('compares a word once', () => {
    const isAlike = createFuzzyMatcher(parseQuery('boards'));
    assert.equal(isAlike('bords'), true);
    assert.equal(isAlike('bords'), true);
  });
});
