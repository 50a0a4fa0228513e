import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findUnopened } from '../../src/catalogs/find-unopened.js';

describe('findUnopened', () => {
  it('says where the first brace stands that closes nothing', () => {
    assert.equal(findUnopened('{n, plural, one {x} other {{n} y}}}'), 34);
    assert.equal(findUnopened('{{name}}} is here'), 8);
    assert.equal(findUnopened('name} is here, {name}'), 4);
    assert.equal(findUnopened('Press } then {name}}'), 19);
  });

  it('finds none where each closes one, or stands as text', () => {
    for (const fine of [
      '',
      'no brace',
      '{a} {{b}} {c, plural, other {# {d}}}',
      '{',
      "'}' and '{' here",
      "{'}'}",
      '\\} \\{',
      'Press } and {name} }',
      '} a',
    ])
      assert.equal(findUnopened(fine), undefined, fine);
  });

  it('finds one in what is balanced, once another is put behind it', () => {
    const balanced = fc
      .array(fc.constantFrom('{a}', '{{b}}', ' words ', '%{c}', '{n, plural, other {#}}'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(balanced, (text) => {
        assert.equal(findUnopened(text), undefined);
        assert.equal(findUnopened(`${text}.}`), text.length + 1);
      }),
    );
  });
});
