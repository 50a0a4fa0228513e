import assert from 'node:assert/strict';

import { walkNodes, staticKey, treesEqual } from '../../../src/review/additions/syntax-tree.js';
import { breachesOf, programOf } from './program-breaches.js';

describe('plainKey', () => {
  it('reads names, texts and numbers, and nothing that is computed', () => {
    const text = "({ a: 0, 'b c': 0, 1: 0, 0x10: 0, 2n: 0, ['d']: 0, ...e, f() {} });";
    const object = [...walkNodes(programOf(text))].find(({ type }) => type === 'ObjectExpression');
    assert.deepEqual((object?.['properties'] as Parameters<typeof staticKey>[0][]).map(staticKey), [
      'a',
      'b c',
      '1',
      '16',
      undefined,
      undefined,
      undefined,
      'f',
    ]);
  });

  it('lets members with a number for a name be added, and none be replaced', () => {
    assert.deepEqual(breachesOf("const E = { 1: 'a' };", "const E = { 1: 'a', 2: 'b' };"), []);
    assert.deepEqual(breachesOf("const E = { 1: 'a' };", "const E = { 1: 'a', '1': 'b' };"), [
      ['“E.1” stands here twice', "'1': 'b' };"],
    ]);
  });
});

describe('sameTree', () => {
  it('sees no difference in how a name is written, and each in what is meant', () => {
    assert.ok(treesEqual(programOf("a = { 1: 'x', b: `y` }"), programOf('a = {"1":"x",\n\'b\':`y`};')));
    assert.ok(!treesEqual(programOf("a = { 1: 'x' }"), programOf("a = { 2: 'x' }")));
    assert.ok(!treesEqual(programOf('a = `x`'), programOf('a = `y`')));
    assert.ok(!treesEqual(programOf('a = 1n'), programOf('a = 1')));
  });
});
