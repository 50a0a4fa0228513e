import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renderVariants } from '../../../../src/presentation/words/matching/render-variants.js';
import { processorTime } from '../../../support/processor-time.js';

/** `_` stands for what the app fills in. */
const cases: readonly (readonly [string, readonly string[]])[] = [
  ['Create a board', ['create a board']],
  ['Hello {name}!', ['hello _!']],
  ['Hello {{name}}, {{- html}}', ['hello _, _']],
  ['%s of %1$d, %(count)s, 50% off, 100%', ['_ of _, _, 50% off, 100%']],
  ['Hi %{name} and #{other} and ${third}', ['hi _ and _ and _']],
  ['See $t(common.help) or @:nav.home at $COUNT$', ['see _ or _ at _']],
  ['{count, plural, one {One step to go} other {# steps to go}}', ['one step to go', '_ steps to go']],
  [
    'You have {n, plural, offset:1 =0 {none} other {# of {total}}} in {where, select, a {A} other {B}}',
    ['you have none in a', 'you have none in b', 'you have _ of _ in a', 'you have _ of _ in b'],
  ],
  ['{place, selectordinal, one {#st} other {#th}} place', ['_st place', '_th place']],
  ['<b>Bold</b> and <0>link</0><br/>next &amp; last&hellip; it&#39;s', ["bold and link next & last... it's"]],
  ['a < b and c > d', ['a < b and c > d']],
  ['an {open brace', ['an {open brace']],
  ['a } stray # sign {x}', ['a } stray # sign _']],
  ['{n, plural, one {broken}', ['{n, plural, one _']],
  ['{n, plural, }', ['_']],
  ['{n, plural, one}', ['_']],
  ['{date, date, short} – {a}{b}', ['_ - _']],
  ['\0 {x}', ['_']],
];

describe('renderingsOf', () => {
  for (const [message, expected] of cases) {
    it(`reads “${message.replaceAll('\0', 'NUL')}”`, () => {
      assert.deepEqual(
        renderVariants(message).map((each) => each.replaceAll('\0', '_')),
        expected,
      );
    });
  }

  it('holds on to few of very many', () => {
    const one = '{n, plural, one {a} two {b} few {c} other {d}} ';
    assert.equal(renderVariants(one.repeat(10)).length, 24);
  });

  it('does not follow nesting to its end', () => {
    const open = '{n, plural, other {'.repeat(40);
    assert.ok(renderVariants(`${open}x${'}}'.repeat(40)}`).every((each) => !each.includes('x')));
  });

  it('throws on no message, and takes little time for what never closes', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (message) => renderVariants(message).length > 0));
    const signs = fc.constantFrom('{', '}', 'n, plural, ', 'one {', '#', '<b', '>', '%s', ' ', "'");
    fc.assert(fc.property(fc.array(signs, { maxLength: 100 }), (parts) => renderVariants(parts.join('')).length > 0));
    const start = processorTime();
    for (const sign of ['{', '<', '%', '&', '{n, plural, other {', '$t(', '@:a.']) renderVariants(sign.repeat(2000));
    assert.ok(processorTime() - start < 1000);
  });
});
