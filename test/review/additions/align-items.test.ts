import assert from 'node:assert/strict';
import fc from 'fast-check';

import { alignItems } from '../../../src/review/additions/align-items.js';

const align = (old: string, now: string, byPlace = false): ReturnType<typeof alignItems<string>> =>
  alignItems(Array.from(old), Array.from(now), (was, is) => was === is, byPlace);

const nothing = { changed: [], lost: [], added: [], isMoved: false };

describe('alignItems', () => {
  it('finds what was put in, wherever it stands', () => {
    assert.deepEqual(align('', ''), nothing);
    assert.deepEqual(align('', 'a'), { ...nothing, added: [['a', 0]] });
    assert.deepEqual(align('bd', 'abcde').added, [
      ['a', 0],
      ['c', 2],
      ['e', 4],
    ]);
  });

  it('tells what is gone, what says something else at its place, and another order', () => {
    assert.deepEqual(align('abc', 'ac'), { ...nothing, lost: ['b'] });
    assert.deepEqual(align('abc', ''), { ...nothing, lost: ['a', 'b', 'c'] });
    assert.deepEqual(align('abc', 'axc'), { ...nothing, changed: [['b', 'x', 1]] });
    assert.deepEqual(align('abc', 'bcd'), { ...nothing, lost: ['a'], added: [['d', 2]] });
    assert.deepEqual(align('abc', 'acb'), { ...nothing, isMoved: true });
    assert.deepEqual(align('aab', 'aba'), { ...nothing, isMoved: true });
  });

  it('compares each item with the one at its place, where places mean something', () => {
    assert.deepEqual(align('', 'a', true), { ...nothing, added: [['a', 0]] });
    assert.deepEqual(align('ac', 'abc', true), { ...nothing, changed: [['c', 'b', 1]], added: [['c', 2]] });
    assert.deepEqual(align('abc', 'ab', true), { ...nothing, lost: ['c'] });
  });

  it('compares by place what is another list altogether and very long', () => {
    const [old, now] = ['x', 'y'].map((sign) => Array.from({ length: 1001 }, (_, at) => `${sign}${at}`));
    const { changed, lost, added } = alignItems(old ?? [], now ?? [], (was, is) => was === is, false);
    assert.deepEqual([changed.length, lost, added], [1001, [], []]);
  });

  it('takes for additions alone exactly what leaves the old list in its order', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 });
    fc.assert(
      fc.property(letters, letters, (old, now) => {
        let found = 0;
        for (const letter of now) if (letter === old[found]) found += 1;
        const { changed, lost, isMoved } = align(old.join(''), now.join(''));
        assert.equal(changed.length === 0 && lost.length === 0 && !isMoved, found === old.length);
      }),
    );
  });

  it('loses no item of either list out of sight', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 });
    fc.assert(
      fc.property(letters, letters, fc.boolean(), (old, now, byPlace) => {
        const { changed, lost, added } = align(old.join(''), now.join(''), byPlace);
        assert.equal(old.length - lost.length, now.length - added.length);
        assert.ok(changed.every(([was, is, index]) => was !== is && is === now[index]));
      }),
    );
  });
});
