import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findDoubledKey } from '../../src/gate/find-doubled-key.js';

describe('findDoubledKey', () => {
  it('finds a key that one object has twice, however it is written', () => {
    for (const [text, key] of [
      ['{"a": 1, "a": 1}', 'a'],
      ['{"a": {"b": [{"c": 1}, {"c": 2, "\\u0063": 3}]}}', 'c'],
      ['{"a": {}, "b": 1, "a": 2}', 'a'],
      ['{"__proto__": 1, "__proto__": 2}', '__proto__'],
    ] as const)
      assert.equal(findDoubledKey(text), key, text);
  });

  it('finds none in what JSON.stringify wrote', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => findDoubledKey(JSON.stringify(value, null, 1)) === undefined));
    assert.equal(findDoubledKey('{"a": {"a": "a"}, "b": ["a", "a", {"a": 1}, {"a": 1}]}'), undefined);
  });

  it('goes as deep as JSON does', () => {
    assert.equal(findDoubledKey(`${'{"a":['.repeat(100_000)}${']}'.repeat(100_000)}`), undefined);
  });
});
