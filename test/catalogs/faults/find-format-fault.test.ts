import assert from 'node:assert/strict';
import fc from 'fast-check';
import { doublesApostrophes, findFormatFault, findUnopened } from '../../../src/catalogs/faults/find-format-fault.js';

describe('findFormatFault', () => {
  it('finds a percent sign by itself beside a placeholder that is written with one', () => {
    const offset = (message: string): number | undefined => findFormatFault(message, 'printf')?.offset;
    assert.equal(offset('%d% of all'), 2);
    assert.equal(offset('100 % of %1$s'), 4);
    assert.equal(offset('%s: 50%'), 6);
    assert.match(findFormatFault('%d%', 'printf')?.message ?? '', /is written “%%”/);
    for (const fine of [
      '100 % of all',
      '%d%% of all',
      '%1$s %2$,d %(n)s %%',
      '%{n} at 5%',
      '%count% at 5%',
      '{n} 5%',
      '',
    ])
      assert.equal(offset(fine), undefined, fine);
  });

  it('finds what Java does not fill in, behind a single apostrophe', () => {
    const offset = (message: string): number | undefined => findFormatFault(message, 'quoting')?.offset;
    assert.equal(offset("L'ami {0}"), 1);
    assert.match(findFormatFault("It's {10}", 'quoting')?.message ?? '', /^“\{10\}”/);
    assert.equal(offset("L''ami d'hier {0,number}"), 8);
    assert.match(findFormatFault("It's {0}", 'quoting')?.message ?? '', /^“\{0\}” stands behind a single apostrophe/);
    for (const fine of ["It''s {0}", "{0} and it's", "so '{0}' stays", "the 'quoted' words of {0}", 'none'])
      assert.equal(offset(fine), undefined, fine);
  });

  it('knows no such fault elsewhere', () => {
    assert.equal(findFormatFault("It's 5% {0} %d%", 'numbered'), undefined);
  });
});

describe('doublesApostrophes', () => {
  it('says how most texts with numbered placeholders are written', () => {
    assert.equal(doublesApostrophes(["It''s {0}"]), true);
    assert.equal(doublesApostrophes(["It''s {0}", "It''s {1}", "It's {0}"]), true);
    assert.equal(doublesApostrophes(["It''s {0}", "It's {0}"]), false);
    assert.equal(doublesApostrophes(["It''s {0}", "{0}, it's", 'x {0}', "It's"]), true);
    assert.equal(doublesApostrophes(["It's {0}", "It''s"]), false);
  });
});

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
