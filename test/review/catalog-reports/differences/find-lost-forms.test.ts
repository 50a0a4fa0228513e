import assert from 'node:assert/strict';
import { findLostForms } from '../../../../src/review/catalog-reports/differences/find-lost-forms.js';

describe('findLostForms', () => {
  for (const [before, after, ...lost] of [
    ['Pay {n, number, ::currency/EUR}', 'Pay {n}', '{n, number, ::currency/EUR}'],
    ['On {d, date, short}', 'On {d, date, full}', '{d, date, short}'],
    ['Pay {{n, currency}}', 'Pay {{n}}', '{{n, currency}}'],
    ['Pay {0:C}', 'Pay {0:N}', '{0:C}'],
    ['Say {n!r}', 'Say {n}', '{n!r}'],
    ['Pay %.2f', 'Pay %.9f', '%.2f'],
    ['Pay %1$05d', 'Pay %1$d', '%1$05d'],
    ['Pay { NUMBER($n, style: "currency") }', 'Pay { $n }', '{ NUMBER($n, style: "currency") }'],
    ['{n, plural, offset:1 one {a} other {b}}', '{n, plural, one {a} other {b}}', 'offset:1'],
    ['{0,choice,0#no files|1#one|1<{0} files}', '{0,choice,0#no files|1<{0} files}', '1#'],
    ['{0} none|{1} one|[2,*] many', '{0} none|[2,*] many', '{1}'],
    ['[0,1] a|[2,*] b', '[0,5] a|[2,*] b', '[0,1]'],
    ['@string/terms', 'Terms', '@string/terms'],
    ['%Y-%m-%d', '%d.%m.', '%Y'],
  ] as const)
    it(`finds ${lost.join()} gone from ${before}`, () => {
      assert.deepEqual(findLostForms(before, after), lost);
      assert.deepEqual(findLostForms(before, `${before} `.replaceAll(', ', ',').trim()), []);
    });

  it('says nothing of words, order, blanks, and names by themselves', () => {
    for (const [before, after] of [
      ['Save 50% now', 'Now save'],
      ['Save 50%-discount', 'Save'],
      ['Hi {name}, %s and %d', 'Hello {name}, %s'],
      ['{a, date} of {b, date}', '{b,date} out of {a,date}'],
      ['{n, number} of {{m, number}}', '{n} of {{m}}'],
      ['%lld of %1$lld', '%d of %1$d'],
      ['{0} of us', 'We'],
      ['{1} a|[2,*] b', 'c'],
      ['{n, plural, one {x} other {y}}', '{n, plural, one {z} other {y}}'],
      ['%1$s of %2$s', '%2$s, %1$s'],
      ['Home | Settings', 'Home'],
      ['Mail a@b.example', 'Write'],
    ] as const)
      assert.deepEqual(findLostForms(before, after), [], before);
  });

  it('takes time in proportion to the text', () => {
    for (const each of [
      '{',
      '{a,',
      '{a:',
      '%0',
      ',choice,',
      '|',
      '|[',
      ', choice , 1',
      '{ NUMBER(',
      '%Y',
      '@',
      '{0}|',
      '1#',
    ]) {
      const text = each.repeat(100_000 / each.length);
      const started = performance.now();
      findLostForms(text, '');
      assert.ok(performance.now() - started < 2000, `${each} ${performance.now() - started}`);
    }
  });
});
