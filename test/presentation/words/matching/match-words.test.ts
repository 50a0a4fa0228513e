import assert from 'node:assert/strict';
import fc from 'fast-check';
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
  ['Delete {name}', 'Delete 7 templates', undefined],
  ['Delete {name}', 'Delete the file', 'filled'],
  ['Welcome back, {name}!', 'back, Somebody', 'filled'],
  ['{place} is there', 'In Berlin is there', 'filled'],
  ['Updated {when} by {name}', '… Updated 3 March b…', 'filled'],
  ['Hello {name}, welcome', 'Hello Anna, wel', 'prefix'],
  ['Hello {name}, welcome back', 'Anna, welcome back', 'part'],
  ['Hello {name}, welcome back', 'lo Anna, welcome', 'part'],
  ['{count} boards in {place}', '3 boards in Berlin', 'exact'],
  ['{count} boards', '12 boards', 'exact'],
  ['{count} boards', 'boards', 'part'],
  ['{count} boards in {place}', '12 boards', 'part'],
  ['{count} boards of the team', '12 boards of the', 'part'],
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
