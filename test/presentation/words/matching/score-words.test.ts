import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseQuery } from '../../../../src/presentation/words/matching/match-words.js';
import { renderVariants } from '../../../../src/presentation/words/matching/render-variants.js';
import { coverOf, filled, scoreWords } from '../../../../src/presentation/words/matching/score-words.js';
import { createVocabulary } from '../../../../src/presentation/words/matching/vocabulary.js';

function both(message: string, typed: string): readonly [score: number, cover: number] {
  const vocabulary = createVocabulary();
  const words = vocabulary.read(renderVariants(message)[0] ?? '');
  const query = parseQuery(typed).words;
  const lengths = query.map(({ length }) => length);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const compared = { lengths, total, likeness: vocabulary.compare(query), lengthOf: vocabulary.lengthOf };
  return [scoreWords(words, 0, words.length, compared), coverOf(words, 0, words.length, compared)];
}

const score = (message: string, typed: string): number => both(message, typed)[0];

describe('scoreWords', () => {
  it('is 1 for the words themselves, and 0 where there is none of them', () => {
    assert.equal(score('Delete the survey', 'delete the survey'), 1);
    assert.equal(score('Delete the survey', 'something else'), 0);
    assert.equal(score('', 'delete'), 0);
  });

  const better: readonly (readonly [typed: string, one: string, other: string])[] = [
    // One letter is wrong.
    ['Passowrd is required', 'Password is required', 'Is required'],
    ['Delete 7 tmeplate', 'Delete {count} template', 'Delete {name}'],
    // Cut off at the edge.
    ['sions set on books will casc', 'Permissions set on books will cascade', 'Sessions set for books'],
    // The order of the words counts, and how many others there are.
    ['create the board', 'Create the bord', 'The bord that you create'],
    ['confirmed spakers', 'Confirmed speakers', 'Only what speakers with a talk that is confirmed have'],
    // What is filled in is no one's.
    ['Deleetd by Priya', 'Deleted by {name}', 'By Priya'],
  ];
  for (const [typed, one, other] of better)
    it(`has “${one}” before “${other}” for “${typed}”`, () => assert.ok(score(one, typed) > score(other, typed)));

  it('is never more than what its words cover, and what is filled in', () => {
    const word = fc.constantFrom('alpha', 'alpah', 'beta', 'gamma', 'gam', '{x}', 'on');
    const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (message, typed) => {
        const [found, cover] = both(message, typed.replaceAll('{x}', 'x'));
        assert.ok(found >= 0 && found <= cover + filled + 1e-9 && found <= 1 + 1e-9, `${found} ${cover}`);
      }),
    );
  });
});
