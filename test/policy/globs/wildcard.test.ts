import assert from 'node:assert/strict';
import fc from 'fast-check';

import { matchStars } from '../../../src/policy/globs/match-stars.js';
import { compileWildcard } from '../../../src/policy/globs/wildcard.js';
import { processorTime } from '../../support/processor-time.js';

describe('compileWildcard', () => {
  it('says what an index can look up', () => {
    assert.deepEqual(compileWildcard('a\\*b', false), { kind: 'literal', text: 'a*b' });
    const found = (text: string): unknown => {
      const { kind, ...rest } = compileWildcard(text, true);
      return [kind, 'suffix' in rest ? rest.suffix : undefined, 'prefix' in rest ? rest.prefix : undefined];
    };
    assert.deepEqual(found('*'), ['wildcard', '', undefined]);
    assert.deepEqual(found('**.md'), ['wildcard', '.md', undefined]);
    assert.deepEqual(found('ab*c'), ['wildcard', undefined, 'ab']);
    assert.deepEqual(found('a?c'), ['wildcard', undefined, 'a']);
    assert.deepEqual(found('?c'), ['wildcard', undefined, '']);
  });

  it('agrees with an obvious matcher', () => {
    const sign = fc.constantFrom('a', 'b', '*', '?', '[ab]', '[!a]');
    const slow = (signs: readonly string[], name: string): boolean => {
      const [first, ...rest] = signs;
      if (first === undefined) return name === '';
      if (first === '*') return slow(rest, name) || (name !== '' && slow(signs, name.slice(1)));
      const one = name.charAt(0);
      const fits =
        first === '?' || (first === '[ab]' ? /[ab]/u.test(one) : first === '[!a]' ? one !== 'a' : first === one);
      return name !== '' && fits && slow(rest, name.slice(1));
    };
    fc.assert(
      fc.property(
        fc.array(sign, { maxLength: 7 }),
        fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 }),
        (signs, name) => {
          const compiled = compileWildcard(signs.join(''), true);
          const found =
            compiled.kind === 'literal' ? compiled.text === name : compiled.kind === 'wildcard' && compiled.test(name);
          assert.equal(found, slow(signs, name));
          if (found && compiled.kind === 'wildcard') {
            assert.ok(name.startsWith(compiled.prefix ?? '') && name.endsWith(compiled.suffix ?? ''));
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('takes no long time for any name', () => {
    const start = processorTime();
    for (const text of [`${'a*'.repeat(50)}b`, `${'?*'.repeat(50)}b`, `*${'a'.repeat(50)}?*b`]) {
      const compiled = compileWildcard(text, false);
      assert.equal(compiled.kind === 'wildcard' && compiled.test('a'.repeat(4000)), false);
    }
    assert.ok(processorTime() - start < 1000);
  });
});

describe('matchStars', () => {
  it('does not use a character twice', () => {
    assert.equal(matchStars(['ab', 'bc'])('abc'), false);
    assert.equal(matchStars(['ab', 'bc'])('abbc'), true);
    assert.equal(matchStars(['', 'x', 'x', ''])('x'), false);
    assert.equal(matchStars(['', 'x', 'x', ''])('axbx'), true);
  });
});
