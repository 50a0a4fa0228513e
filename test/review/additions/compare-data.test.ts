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
});
