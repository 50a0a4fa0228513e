import assert from 'node:assert/strict';
import { readMarkup, withoutEscapesOfCss } from '../../../src/catalogs/running/read-markup.js';

describe('readMarkup', () => {
  it('reads what stands for signs as those signs', () => {
    for (const [written, read] of [
      ['url(x)', 'url(x)'],
      ['u&#114;l&lpar;x&rpar;', 'url(x)'],
      ['&#x6A;s&COLON;', 'js:'],
      ['&nothing; &#x110000; &#9999999;', '&nothing;  '],
    ] as const)
      assert.equal(readMarkup(written), read);
  });
});

describe('withoutEscapesOfCss', () => {
  it('undoes escapes and leaves comments out', () => {
    for (const [written, read] of [
      ['\\75rl(', 'url('],
      ['\\75 rl(', 'url('],
      ['u\\rl(', 'url('],
      ['u/* x */rl(', 'url('],
      ['a\\110000b', 'ab'],
    ] as const)
      assert.equal(withoutEscapesOfCss(written), read);
  });
});
