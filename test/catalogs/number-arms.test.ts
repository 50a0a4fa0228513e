import assert from 'node:assert/strict';

import { compareShapes, describeShapeDifference } from '../../src/catalogs/compare-shapes.js';
import { readMessageShape } from '../../src/catalogs/message-shape.js';

describe('an arm of a plural that leaves the number out', () => {
  /** What the form in place `last` of a text lacks of “%(count)s items”. */
  const lacks = (last: string | number, locale: string | undefined, sameLocale: boolean): string => {
    const [shape, other] = ['items', '%(count)s items'].map((text) => readMessageShape(text, 'printf', undefined));
    assert.ok(shape !== undefined && other !== undefined);
    const difference = compareShapes({ path: ['items', last] }, shape, other, locale, sameLocale);
    return difference === undefined ? '' : describeShapeDifference(difference);
  };

  it('may be that for one, and not that for many', () => {
    for (const last of [0, 'one', 'item_one']) assert.equal(lacks(last, 'de', true), '', String(last));
    for (const last of [1, 2, 'other', 'few']) assert.equal(lacks(last, 'de', true), 'lacks %(count)s', String(last));
    assert.equal(lacks(1, undefined, true), 'lacks %(count)s');
    assert.equal(lacks(1, 'pl', true), 'lacks %(count)s');
    assert.equal(lacks(1, 'pl', false), '');
    for (const last of [2, 'many']) assert.equal(lacks(last, 'pl', false), 'lacks %(count)s', String(last));
    assert.equal(lacks('many', undefined, false), '');
    assert.equal(lacks('few', 'ar', false), 'lacks %(count)s');
    assert.equal(lacks(1, 'de', false), 'lacks %(count)s');
  });

  it('is the only one where a language has no other, which words for any number may fill', () => {
    assert.equal(lacks(0, 'ja', true), 'lacks %(count)s');
    assert.equal(lacks(0, 'ja', false), '');
  });

  it('may be any where a language has words for none, which stand first or last', () => {
    assert.equal(lacks(2, 'lv', true), '');
    assert.equal(lacks(1, 'ar', false), '');
  });
});
