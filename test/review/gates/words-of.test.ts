import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findFlagUse } from '../../../src/review/gates/find-flag-use.js';
import { createMayHold, wordsOf } from '../../../src/review/gates/words-of.js';

describe('the words of a text', () => {
  const forms = [
    (key: string) => `flags.${key}`,
    (key: string) => `Features::${key.toUpperCase()} `,
    (key: string) => `a->features->${key}`,
    (key: string) => `isOn('${key}')`,
    (key: string) => `enabled?(:${key})`,
    (key: string) => `{%-flag ${key} %}`,
    (key: string) => `const { x, ${key} } = useFlags();`,
    (key: string) => `no${key}`,
  ];
  const key = fc.constantFrom('new-home', 'newHome', 'new_home', 'search', 'Home2', 'a.b-c', 'acme:new', 'größe');
  const text = fc
    .array(fc.tuple(fc.constantFrom(...forms), key, fc.string({ maxLength: 6 })), { maxLength: 6 })
    .map((parts) => parts.map(([form, name, between]) => form(name) + between).join(''));

  it('hold each name that is found in it', () => {
    fc.assert(
      fc.property(text, key, (written, name) => {
        if (findFlagUse(written, name) !== undefined) assert.ok(createMayHold(name)(wordsOf(written)));
      }),
      { numRuns: 3000 },
    );
  });

  it('leave out what stands nowhere', () => {
    const words = wordsOf('const a = flags.newHome && b-c;');
    const held = (name: string): boolean => createMayHold(name)(words);
    assert.deepEqual(['new-home', 'new_home', 'home', 'c', 'old.home'].map(held), [true, true, false, false, true]);
    assert.equal(createMayHold('x')(wordsOf('')), false);
  });
});
