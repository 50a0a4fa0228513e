import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeText } from '../../../src/review/unsafe/decode-text.js';

describe('decodeText', () => {
  const cases: Readonly<Record<string, string>> = {
    'a < b': 'a < b',
    '\\u003cscript\\u003E': '<script>',
    '\\u{3c}a': '<a',
    '\\x3cb>': '<b>',
    '&lt;script&gt;': '<script>',
    '&amp;lt;i&amp;gt;': '<i>',
    '&#60;b&#x3E;': '<b>',
    '&#106avascript&colon;alert&lpar;1)': 'javascript:alert(1)',
    'https:\\/\\/a.io': 'https://a.io',
    'java&Tab;script&#10;:': 'java\tscript\t:',
    '\\074a \\74b \\1': '<a <b \\1',
    '&#0000000000060;&commat;a&period;b': '<@a.b',
    '&#x110000; &copy; \\q': '&#x110000; &copy; \\q',
  };
  for (const [written, read] of Object.entries(cases))
    it(`reads ${written}`, () => {
      assert.equal(decodeText(written), read);
    });

  it('keeps the lines where they are', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('\n', '&#10;', '\\u000a', '\\', '&', 'lt;', 'a', '<')), (parts) => {
        const text = parts.join('');
        assert.equal(decodeText(text).split('\n').length, text.split('\n').length);
      }),
    );
  });
});
