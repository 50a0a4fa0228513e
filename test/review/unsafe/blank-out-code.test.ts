import assert from 'node:assert/strict';
import { blankOutCode } from '../../../src/review/unsafe/blank-out-code.js';

const block = '```html\n<x>\n```';

describe('blankOutCode', () => {
  it('blanks out examples of code, and keeps the lines', () => {
    assert.equal(blankOutCode(`a\n\n${block}\nb`), 'a\n\n\n\n\nb');
    assert.equal(blankOutCode('~~~~\n~~~\n<x>\n~~~~\n'), '\n\n\n\n');
    assert.equal(blankOutCode('The `<x>` of `b`'), 'The `   ` of ` `');
    assert.equal(blankOutCode(`<!-- a -->\n\n${block}`), '<!-- a -->\n\n\n\n');
    assert.equal(blankOutCode(`---\na: b\n---\n\n${block}`), '---\na: b\n---\n\n\n\n');
  });

  for (const text of [
    'a\n```\n<x>\n```',
    '```\n<x>\n``',
    '```\n<x>\n~~~\n\n```b\n<x>',
    '  ```\n<x>\n  ```',
    '```mermaid\nclick <x>\n```',
    '```jsx live\n<x>\n```',
    '<div><pre>\n\n```\n<x>\n```',
    '<!--\n\n```\n<x>\n```',
    '---\na: |\n\n```\n---\n<x>',
    '---\n\n```\n<x>\n```',
    'a ` b\nThe `<x>` tag',
    'a ` b `<x>`',
    'a \\` `<x>` b',
    '<a title="`"> `<x>`',
    'a ``<x>`` b',
  ])
    it(`leaves ${JSON.stringify(text)} as it is`, () => {
      assert.equal(blankOutCode(text), text);
    });

  it('takes time in proportion to the text', () => {
    const started = performance.now();
    for (const each of ['\n```a\n\n', '\n~~~\n\n', '`', '` ', '<!-- ', '\n````\n'])
      blankOutCode(each.repeat(200_000 / each.length));
    assert.ok(performance.now() - started < 2000);
  });
});
