import assert from 'node:assert/strict';

import fc from 'fast-check';

import { parseIcu } from '../../src/parsers/parse-icu.js';

describe('readIcu', () => {
  it('names what the app fills in, and each plural and select', () => {
    assert.deepEqual(
      parseIcu('{a} {n, plural, =0 {x} other {{g, select, m {y} other {#}}}} {r, selectordinal, other {z}}'),
      {
        arguments: new Set(['a', 'r', 'n', 'g']),
        choices: [
          { argument: 'r', kind: 'ordinal', arms: ['other'] },
          { argument: 'n', kind: 'plural', arms: ['=0', 'other'] },
          { argument: 'g', kind: 'select', arms: ['m', 'other'] },
        ],
        always: new Set(['a']),
        counts: new Set(),
      },
    );
    const one = parseIcu('{n, plural, one {{n} of {b}} other {{n} <b>of</b> {c}}} {d, number}');
    assert.deepEqual('always' in one && one.always, new Set(['c', 'd']));
    assert.deepEqual('counts' in one && one.counts, new Set(['n']));
  });

  it('does not read what is too long or too deep', () => {
    assert.deepEqual(parseIcu('a'.repeat(20_001)), { problem: 'it is too long to be checked', offset: 0 });
    assert.ok('arguments' in parseIcu('a'.repeat(20_000)));
    // Where a stack is large enough for this, the next one is not.
    const deep = '{g,select,other{'.repeat(1250);
    const innermost = (): unknown => {
      try {
        return innermost();
      } catch {
        return parseIcu(deep);
      }
    };
    assert.deepEqual(innermost(), { problem: 'it is nested too deeply to be checked', offset: 0 });
  });

  it('throws on no message', () => {
    const part = fc.constantFrom(
      '{',
      '}',
      'n',
      ', plural,',
      ' other ',
      'offset:',
      '=1',
      '#',
      "'",
      '<b>',
      ', number, ::',
    );
    const message = fc.oneof(
      fc.string(),
      fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(message, (text) => {
        const read = parseIcu(text);
        if ('problem' in read) assert.ok(read.offset >= 0 && read.offset <= text.length && read.problem !== '');
      }),
    );
  });
});
