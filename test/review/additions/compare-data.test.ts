import assert from 'node:assert/strict';

import { parseYaml } from '../../../src/parsers/parse-yaml.js';
import { compareData } from '../../../src/review/additions/compare-data.js';

const said = (before: string, after: string): readonly (readonly [string, number, number])[] =>
  compareData(parseYaml(before).root, parseYaml(after).root).map(({ message, at }) => [
    message.replace(/, .*$/s, ''),
    at.line,
    at.column,
  ]);

describe('compareData', () => {
  it('takes everything for an addition where nothing was said', () => {
    assert.deepEqual(said('', 'a: {b: 1}\nc: [1]'), []);
    assert.deepEqual(said('# nothing yet\n', ''), []);
  });

  it('names what is gone and stands at what held it', () => {
    assert.deepEqual(said('a: 1', ''), [['“what this file said” is gone', 1, 1]]);
    assert.deepEqual(said('a: {b: 1}\nc: 1', 'c: 1\na: {d: 1}'), [['“a.b” is gone', 2, 4]]);
    assert.deepEqual(said('a: [1, 2]', 'a: [1]'), [['“a[1]” is gone', 1, 4]]);
  });

  it('names what says something else, in either reading of YAML', () => {
    assert.deepEqual(said('a: 1', '[a]'), [['“what this file said” is not what it was', 1, 1]]);
    assert.deepEqual(said('a: {b: 1}', 'a:\n  b: 2'), [['“a.b” is not what it was', 2, 6]]);
    assert.deepEqual(said('a: "on"', 'a: on'), [['“a” is not what it was', 1, 4]]);
    for (const other of ['1e2', '100.0', '+100', '0x64', '"100"'])
      assert.deepEqual(said('a: 100', `a: ${other}`), [['“a” is not what it was', 1, 4]], other);
    assert.deepEqual(said('a: 100\nb: ~', 'a:   100\nb: null'), []);
  });

  it('lets names and maps be put anywhere into a list, and other values at its end', () => {
    assert.deepEqual(said('a: [b, d]', 'a: [0x, b, c, d, e]'), []);
    assert.deepEqual(said('- n: a\n- n: c\n  l: [1, {k: ~}]', '- n: b\n- n: a\n- l: [1, {k: ~}]\n  n: c'), []);
    assert.deepEqual(said('a: [1, 5]', 'a: [1, 2, 5]'), [['“a[1]” is not what it was', 1, 8]]);
    assert.deepEqual(said('a: [1, 5]', 'a: [1, 5, 9]'), []);
  });

  it('names what is gone from a list, and one of another order once', () => {
    assert.deepEqual(said('a: [b, c, d]', 'a: [b, d]'), [['“a: c” is gone', 1, 4]]);
    assert.deepEqual(said('a: [{n: b}, {n: c}]', 'a: [{n: c}]'), [['“a[0]” is gone', 1, 4]]);
    assert.deepEqual(said('a: [b, c, d]', 'a: [b, d, c]'), [['“a (the order of its items)” is not what it was', 1, 4]]);
    assert.deepEqual(said('a: [{n: b}, x]', 'a: [{n: b, o: c}, x]'), []);
    assert.deepEqual(said('a: [{n: b}, x]', 'a: [{n: b, o: 1}, x]'), [['“a[0].o” changes “a[0]”', 1, 12]]);
    for (const other of ['{n: c}', '{o: b}', '{n: b, o: 1}', 'b', '{n: [b]}'])
      assert.equal(said('a: [{n: b}, x]', `a: [x, ${other}]`).length, 1, other);
    for (const other of ['[1]', '[1, 3]', '1', '{b: 1}'])
      assert.equal(said('a: [{n: [1, 2]}, x]', `a: [x, {n: ${other}}]`).length, 1, other);
  });

  it('calls an event of a list by its name', () => {
    const events = (type: string, name = 'key'): string =>
      `a: [{type: x, ${name}: user.id}, {${name}: b.c, type: ${type}}]`;
    for (const name of ['id', 'key', 'name', 'event'])
      assert.deepEqual(said(events('int', name), events('text', name))[0]?.[0], '“b.c.type” is not what it was', name);
    assert.deepEqual(said(events('int'), 'a: [{type: x, key: user.id}]')[0]?.[0], '“a: b.c” is gone');
    for (const odd of ['[d]', '""'])
      assert.match(
        String(said(`a: [{key: ${odd}, type: x}]`, `a: [{key: ${odd}, type: y}]`)[0]?.[0]),
        /^“a\[0\]\.type”/,
      );
  });

  it('names what demands more of what is sent today', () => {
    assert.deepEqual(said('required: [plan]', 'required: [plan, source]'), [
      ['“required: source” is a new part of an existing event and may not be left out', 1, 18],
    ]);
    assert.deepEqual(said('e: {dependentRequired: {a: [b]}}', 'e: {dependentRequired: {a: [c, b]}}'), [
      ['“e.dependentRequired.a: c” is a new part of an existing event and may not be left out', 1, 29],
    ]);
    for (const more of ['pattern: x', 'format: date', 'const: a'])
      assert.match(said('plan: {type: string}', `plan: {type: string, ${more}}`).join(), /demands more/, more);
    // Among events without a type it is one of them.
    assert.deepEqual(said('opened: string', 'opened: string\nformat: string'), []);
    assert.deepEqual(said('notRequired: [a]', 'notRequired: [a, b]'), []);
  });

  it('refuses an event that is there already', () => {
    for (const [before, after] of [
      ['[a, b]', '[a, b, a]'],
      ['[{name: a, pii: false}]', '[{name: a, pii: true}, {name: a, pii: false}]'],
      ['[{key: a}]', '[{key: a}, {key: a, name: b}]'],
    ] as const)
      assert.match(said(before, after).join(), /again/, after);
    for (const [before, after] of [
      ['[a, a]', '[a, a, b]'],
      ['[{name: a, event: c}]', '[{name: a, event: c}, {name: a, event: d}]'],
      ['[{x: 1}]', '[{x: 1}, {x: 1}, {name: [a]}, {name: [a]}]'],
      ['[[a], 1]', '[[a], 1, [a], 1]'],
    ] as const)
      assert.deepEqual(said(before, after), [], after);
  });
});
