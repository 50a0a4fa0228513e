import assert from 'node:assert/strict';
import fc from 'fast-check';
import { missingHypothesisParts } from '../../src/planning/missing-hypothesis-parts.js';
import { processorTime } from '../support/processor-time.js';

describe('missingParts', () => {
  const whole = [
    'If we shorten it, then sign-ups rise by 5 %, because people read it.',
    '> **If we** shorten\n> it, **then** sign-ups\n> rise **by** ½, **because** they do.',
    'Because people read it: if the text is short, we expect sign-ups to rise by 5.',
    'If we sort by date, then people find it by 10 s, since dates help.',
    'IF WE cut it THEN it sells BY 2x GIVEN THAT it is cheap',
  ];
  for (const text of whole)
    it(`finds all of ${JSON.stringify(text)}`, () => assert.deepEqual(missingHypothesisParts(text), []));

  const broken: readonly (readonly [string, readonly string[]])[] = [
    ['', ['if we', 'then', 'by', 'because']],
    ['If we , then  by , because .', ['if we', 'then', 'by', 'because']],
    ['If we shorten it, then sign-ups rise, because people read it.', ['by']],
    ['If we shorten it, then sign-ups rise by a lot, because people read it.', ['by']],
    ['If we sort by 3 dates, then it sells, because it is new.', ['by']],
    ['If we shorten it, then sign-ups rise by 5 %.', ['because']],
    ['We shorten it, then sign-ups rise by 5 %, because.', ['if we', 'because']],
    ['Then it is so. If we do it by 5 because so', ['then']],
  ];
  for (const [text, missing] of broken) {
    it(`misses ${missing.join(', ')} in ${JSON.stringify(text)}`, () =>
      assert.deepEqual(missingHypothesisParts(text), missing));
  }

  it('throws on no text and takes little time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => assert.ok(missingHypothesisParts(text).length <= 4)),
    );
    const start = processorTime();
    missingHypothesisParts('if then by because '.repeat(100_000));
    assert.ok(processorTime() - start < 200);
  });
});
