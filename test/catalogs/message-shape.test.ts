import assert from 'node:assert/strict';

import { parseIcu } from '../../src/parsers/parse-icu.js';
import { compareShapes, describeShapeDifference, findMissingArms } from '../../src/catalogs/compare-shapes.js';
import { fillTokens, type Dialect } from '../../src/catalogs/find-tokens.js';
import { readMessageShape } from '../../src/catalogs/message-shape.js';
import { readCatalog } from '../../src/catalogs/read-catalog.js';

const plural = (arms: readonly string[], kind: 'plural' | 'ordinal' = 'plural') => ({ argument: 'n', kind, arms });

describe('missingArms', () => {
  it('asks for no case of counting where the language is not known, but for exact numbers', () => {
    assert.deepEqual(findMissingArms(plural(['other']), plural(['one', 'other']), undefined, false), []);
    assert.deepEqual(findMissingArms(plural(['other']), plural(['=0', 'one', 'other']), undefined, false), ['=0']);
  });

  it('counts and orders by different rules', () => {
    const german = plural(['one', 'other']);
    assert.deepEqual(findMissingArms(german, german, 'en', false), []);
    assert.deepEqual(
      findMissingArms(plural(['other'], 'ordinal'), plural(['one', 'other'], 'ordinal'), 'en-US', false).toSorted(),
      ['few', 'one', 'two'],
    );
    assert.deepEqual(
      findMissingArms(plural(['other'], 'ordinal'), plural(['one', 'other'], 'ordinal'), 'de', false),
      [],
    );
  });
});

describe('shapeOf', () => {
  const found = (message: string, dialect: Dialect) => {
    const { placeholders, choices, problem } = readMessageShape(message, dialect, parseIcu);
    return [[...placeholders.keys()].join(' '), choices.length, problem === undefined];
  };

  it('reads a plural in a catalog of another dialect, and takes no broken one there for a mistake', () => {
    assert.deepEqual(found('{n, plural, one {x} other {y}}', 'plain'), ['{n}', 1, true]);
    assert.deepEqual(found('{n, plural, one {x}} {a}', 'plain'), ['{x} {a}', 0, true]);
    assert.deepEqual(found('{n, plural, one {x}} {a}', 'icu'), ['{x} {a}', 0, false]);
  });

  it('takes a closing brace by itself for a mistake where braces stand around what is filled in, and there alone', () => {
    for (const dialect of ['braces', 'vue', 'rails', 'numbered', 'quoting', 'icu'] as const) {
      assert.deepEqual(readMessageShape('Hi {name}} you', dialect, parseIcu).problem?.offset, 9, dialect);
      assert.deepEqual(
        readMessageShape('{n, plural, other {x}} {name}}', dialect, parseIcu).problem?.offset,
        29,
        dialect,
      );
      assert.equal(readMessageShape('Hi {name} you', dialect, parseIcu).problem, undefined, dialect);
    }
    assert.equal(readMessageShape('Type } to end the block', 'plain', parseIcu).problem, undefined);
  });

  it('takes no plural for one where ICU is not at hand', () => {
    assert.deepEqual(readMessageShape('{n, plural, one {x} other {y}}', 'icu', undefined).choices, []);
  });

  it('takes what a template of Go asks for no placeholder, and sees where it does not end', () => {
    assert.deepEqual(found('{{ .Count }} {{if lt .Count 20}}a{{ else }}b{{- end -}}', 'braces'), [
      '{{.Count}}',
      0,
      true,
    ]);
    assert.deepEqual(found('{{ if lt .Count 20 }}a{{ else }}b', 'braces'), ['', 0, false]);
    assert.deepEqual(
      found('{{possessive .Donor.Name}} {{- upper .City -}} {{range .All}}{{end}}', 'braces')[0],
      '{{.Donor.Name}} {{.City}}',
    );
    assert.deepEqual(found('{{ name, short }} {{ count .A .B }}', 'braces')[0], '{{name}} {{count}}');
    assert.deepEqual(found('{{start}} to {{end}}', 'braces'), ['{{start}} {{end}}', 0, true]);
  });

  it('takes how often a part of a regular expression may come for no placeholder', () => {
    for (const text of [
      'For example: file[0-9]{1,2}\\.txt',
      '{1,3} matches 1 to 3 signs',
      '{2,} matches 2 and more',
      '\\d{4} and [A-F0-9]{2}',
      '[a-z]{8}-\\w{4,}',
    ])
      assert.deepEqual(found(text, 'numbered'), ['', 0, true], text);
    assert.deepEqual(found('\\d{4} in {0}', 'numbered'), ['{0}', 0, true]);
    for (const text of ['{0} of {1,5}', '{1,-8} {0,10}', '[{0}]{1}', '[a]{1} {0}', '{0:n2}{1}', 'id-{0}{1}'])
      assert.equal(String(found(text, 'numbered')[0]).split(' ').length, 2, text);
    assert.equal(
      fillTokens('[0-9]{4} {0} 50%% {{ if .A }}', 'numbered', () => 'Ann'),
      '[0-9]{4} Ann 50% ',
    );
  });

  it('reads the parts of a path as Laravel fills them in', () => {
    assert.deepEqual(found(':directory/:file', 'colon'), [':directory :file', 0, true]);
    assert.deepEqual(found('https://:host', 'colon'), ['', 0, true]);
  });

  it('takes the ways to print a whole number for one', () => {
    assert.deepEqual(found('%i %u %d %s %%', 'plain'), ['%1$d %2$d %3$d %4$s', 0, true]);
    assert.deepEqual(found('%2$u %1$i', 'plain'), ['%2$d %1$d', 0, true]);
    assert.deepEqual(found('%i %u %hd %s %% %lf', 'printf'), ['%1$d %2$d %3$d %4$s %5$f', 0, true]);
    assert.deepEqual(found('%ld %lli %qu %zd %lx', 'printf'), ['%1$ld %2$ld %3$ld %4$ld %5$lx', 0, true]);
    assert.deepEqual(found('%(n)ld %2$li', 'printf'), ['%(n)ld %2$ld', 0, true]);
    for (const dialect of ['numbered', 'quoting'] as const) {
      assert.deepEqual(found('%2$s %1$s', dialect), ['%2$s %1$s', 0, true]);
      assert.deepEqual(found('%2$.2f %1 %3$', dialect), ['%1 %3 %2$f', 0, true]);
    }
  });
});

describe('compareShapes', () => {
  const [entry] = readCatalog('i18n/en.json', '{"t":"x"}').entries.values();
  const compare = (mine: string, other: string): string => {
    assert.ok(entry);
    const read = (message: string) => readMessageShape(message, 'icu', parseIcu);
    const difference = compareShapes(entry, read(mine), read(other), 'en', false);
    return difference === undefined ? '' : describeShapeDifference(difference);
  };

  it('does not count up the cases of a plural whose number is gone', () => {
    assert.equal(compare('Hi', '{n, plural, one {x} other {y}}'), 'lacks {n}');
  });

  it('shortens what is long, and names six at most', () => {
    assert.equal(compare('Hi', `{${'a'.repeat(80)}}`), `lacks {${'a'.repeat(59)}…`);
    assert.equal(
      compare('{z}', '{h}{g}{f}{e}{d}{c}{b}{a}'),
      'lacks {a}, {b}, {c}, {d}, {e}, {f} and 2 more and has {z} in addition',
    );
  });
});
