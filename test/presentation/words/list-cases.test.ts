import assert from 'node:assert/strict';
import fc from 'fast-check';
import { listCases } from '../../../src/presentation/words/list-cases.js';

describe('listCases', () => {
  it('writes the cases of a plural or select as sentences, with their placeholders', () => {
    assert.equal(
      listCases('{count,plural, =1{Send the price} other{Send {count} prices}}'),
      'Send the price / Send {count} prices',
    );
    assert.equal(listCases('{n, plural, one {# file} other {# files}} chosen'), '# file chosen / # files chosen');
    assert.equal(
      listCases('{g, select, a {{n, plural, one {1 a} other {# as}}} b {b} other {c}}'),
      '1 a / # as / b / …',
    );
  });

  it('leaves a message without cases as it is written', () => {
    for (const message of ['', 'Hi {name}, {{count}} and %{x}', '{ open', 'closed }', '{n, plural, one {x', '# 1'])
      assert.equal(listCases(message), message);
    fc.assert(
      fc.property(fc.array(fc.constantFrom('{', '}', '#', ' ', 'a', '{n}', '{{n}}', ', ')), (parts) => {
        const message = parts.join('');
        assert.equal(listCases(message), message);
      }),
    );
  });
});
