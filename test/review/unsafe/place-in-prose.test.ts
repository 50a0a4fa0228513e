import assert from 'node:assert/strict';
import { placesInProse } from '../../../src/review/unsafe/place-in-prose.js';

/** Whether the line that holds `<x>` stands in the same place in both texts. */
function isSame(one: string, other: string): boolean {
  const [was, is] = [one, other].map((text) => {
    const at = text.split('\n').findIndex((line) => line.includes('<x>'));
    return placesInProse(text)[at];
  });
  return was === is;
}

describe('placesInProse', () => {
  it('is the same whatever words stand around', () => {
    for (const [one, other] of [
      ['a\n<x>\n', 'b\n\nc\n<x>\n'],
      ['a\n<!-- b -->\n<x>\n', 'a\n<x>\n'],
      ['- a\n  <x>\n', '- b\n  <x>\n'],
    ] as const)
      assert.ok(isSame(one, other), other);
  });

  it('is another in a comment, behind a fence, in an example or in a directive', () => {
    for (const [one, other] of [
      ['<!--\n<x>\n-->', '<x>'],
      ['- ```\n  <x>', '- a\n  <x>'],
      ['a\n\n    <x>', 'a\n    <x>'],
      ['a\n\n\t<x>', 'a\n\n<x>'],
      ['.. code-block:: rst\n\n   <x>', '   <x>'],
      ['<pre>\n<x>', '<x>'],
      ['----\n<x>', '<x>'],
      ['{% raw %}\n<x>', '<x>'],
      ['- ```\n- ~~~\n<x>', '- ~~~\n- ```\n<x>'],
    ] as const)
      assert.ok(!isSame(one, other), one);
  });
});
