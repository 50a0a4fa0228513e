import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createTextMemory } from '../../src/text/text-memory.js';

describe('the memory of texts', () => {
  it('answers as if nothing were remembered, however little room there is', () => {
    const few = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'ab', ''), fc.constantFrom('', 'a', 'b', '"', 'ba')));
    fc.assert(
      fc.property(few, fc.integer({ min: 0, max: 4 }), (asked, room) => {
        const remember = createTextMemory(room);
        for (const [what, text] of asked)
          assert.deepEqual(
            remember(what, text, () => [what, text]),
            [what, text],
          );
      }),
    );
  });

  it('computes once for each text and name, also what comes out as nothing', () => {
    const remember = createTextMemory();
    let computed = 0;
    const ask = (what: string, text: string): undefined =>
      remember(what, text, () => {
        computed += 1;
        return undefined;
      });
    ask('one', 'text');
    ask('one', 'text');
    assert.equal(computed, 1);
    ask('two', 'text');
    ask('one', 'other text');
    assert.equal(computed, 3);
  });

  it('forgets what was not asked for the longest', () => {
    const remember = createTextMemory(2);
    const asked: string[] = [];
    const ask = (text: string): void => {
      remember('', text, () => asked.push(text));
    };
    for (const text of ['a', 'b', 'a', 'c', 'a', 'b']) ask(text);
    assert.deepEqual(asked, ['a', 'b', 'c', 'b']);
  });
});
