import assert from 'node:assert/strict';
import { showCases } from '../../../src/presentation/change-page/show-cases.js';

describe('showCases', () => {
  const one = '{n, plural, one {A home} other {{n} homes}}';

  it('shows each case of a plural on a line of its own', () => {
    assert.deepEqual(showCases(one, one.replace('homes', 'houses')), {
      before: 'A home\n{n} homes',
      after: 'A home\n{n} houses',
    });
    assert.deepEqual(showCases('', one), { before: '', after: 'A home\n{n} homes' });
    assert.deepEqual(showCases(one, ''), { before: 'A home\n{n} homes', after: '' });
  });

  it('shows a text as it is written where its cases do not show all that differs', () => {
    for (const other of [one.replace('one', '=1'), one.replace('one {A home} ', ''), 'Homes']) {
      assert.deepEqual(showCases(one, other), { before: one, after: other });
    }
    assert.deepEqual(showCases('a\nb', 'a\nc'), { before: 'a\nb', after: 'a\nc' });
  });

  it('shows a text of too many cases as it is written', () => {
    const many = '{n, plural, one {a} other {b}}'.repeat(6);
    assert.deepEqual(showCases(many, `${many}!`), { before: many, after: `${many}!` });
  });
});
