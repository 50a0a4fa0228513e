import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchRendering, parseQuery } from '../../../../src/presentation/words/matching/match-words.js';
import { preselect } from '../../../../src/presentation/words/matching/preselect.js';
import { renderVariants } from '../../../../src/presentation/words/matching/render-variants.js';
import { createVocabulary } from '../../../../src/presentation/words/matching/vocabulary.js';

function mayFit(message: string, typed: string): boolean {
  const vocabulary = createVocabulary();
  const [rendering = ''] = renderVariants(message);
  const numbers = Int32Array.from(vocabulary.read(rendering));
  return preselect(parseQuery(typed), vocabulary)(numbers, 0, numbers.length);
}

describe('preselect', () => {
  const cases: readonly (readonly [message: string, typed: string, may: boolean])[] = [
    ['Create a board', 'oard', true],
    ['Create a board', 'board creation', false],
    // A word of it is enough where the app fills something in.
    ['{name} has left', 'Anna has gone', true],
    ['{name} has left', 'Anna went', false],
    // Within what was typed.
    ['ate a board', 'Create a board for us', true],
    ['create a board', 'We create a board', true],
    ['a board', 'Nothing of it', false],
    ['', 'Nothing of it', false],
  ];
  for (const [message, typed, may] of cases)
    it(`says that “${message}” ${may ? 'may fit' : 'does not fit'} “${typed}”`, () =>
      assert.equal(mayFit(message, typed), may));

  it('leaves nothing out that fits', () => {
    const word = fc.constantFrom('alpha', 'al', 'pha', 'beta', "don't", 't', 'on', '{x}', '5', 'é', '!', '-');
    const text = fc.array(word, { minLength: 1, maxLength: 8 });
    const pieces = fc.tuple(text, fc.constantFrom(' ', '', ', '), fc.nat(12), fc.nat(12));
    fc.assert(
      fc.property(pieces, text, ([words, between, from, to], typed) => {
        const message = words.join(between);
        for (const query of [typed.join(' '), message.slice(from, from + to), `${typed.join(' ')} ${message} on`]) {
          const [rendering = ''] = renderVariants(message);
          const fit = matchRendering(rendering, parseQuery(query));
          if (fit !== undefined && /[\p{L}\p{N}]/u.test(rendering) && parseQuery(query).words.length > 0)
            assert.ok(mayFit(message, query), `${message} | ${query} | ${fit}`);
        }
      }),
    );
  });

  it('lets a very long text be read to its end', () => {
    assert.ok(mayFit(`${'words '.repeat(400)} and the end`, 'the end'));
  });
});
