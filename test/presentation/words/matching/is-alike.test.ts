import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bitsIn, isAlike, lettersIn } from '../../../../src/presentation/words/matching/is-alike.js';

const alike = (one: string, other: string): boolean => isAlike(one, lettersIn(one), other, lettersIn(other));

describe('isAlike', () => {
  const pairs: readonly (readonly [string, string, boolean])[] = [
    ['boards', 'bords', true],
    ['boards', 'boadrs', true],
    ['boards', 'boords', true],
    ['boards', 'bboards', true],
    ['boards', 'broads', false],
    ['boards', 'brds', false],
    ['collaboration', 'colaboratoin', true],
    ['collaboration', 'kollabaretiom', false],
    ['cat', 'cot', false],
    ['cat', 'cat', true],
    ['to', 'to', false],
    ['passowrd', 'password', true],
  ];
  for (const [one, other, expected] of pairs)
    it(`${expected ? 'takes' : 'does not take'} “${one}” for “${other}”`, () => {
      assert.equal(alike(one, other), expected);
      assert.equal(alike(other, one), expected);
    });

  it('takes any word for itself with two neighbours swapped, or one letter left out', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zé]{5,12}$/), fc.nat(20), (word, at) => {
        const place = at % (word.length - 1);
        const swapped = word.slice(0, place) + word.charAt(place + 1) + word.charAt(place) + word.slice(place + 2);
        assert.ok(alike(word, swapped));
        assert.ok(alike(word, word.slice(0, place) + word.slice(place + 1)));
      }),
    );
  });

  it('counts bits', () => assert.equal(bitsIn(0b10110), 3));
});
