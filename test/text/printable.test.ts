import assert from 'node:assert/strict';
import fc from 'fast-check';
import { printable, printableWords } from '../../src/text/printable.js';

describe('printable', () => {
  it('shows what a terminal would obey or nobody would see, and nothing else', () => {
    for (const code of [...Array(0x10000).keys(), 0x1d173, 0x1f600, 0xe0001]) {
      const character = String.fromCodePoint(code);
      const isPlain = !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(character);
      assert.equal(printable(character), isPlain ? character : `\\u{${code.toString(16)}}`);
    }
  });

  it('shows each of many by itself', () => {
    assert.equal(printable('a\u202e“b” – ü\u200b\ud800'), 'a\\u{202e}“b” – ü\\u{200b}\\u{d800}');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (line) => {
        assert.equal(printable(line), Array.from(line, (each) => printable(each)).join(''));
      }),
    );
  });

  it('leaves the joiners of a product’s own words', () => {
    assert.equal(printableWords('می\u200cخواهم \u202e 👩\u200d💻'), 'می\u200cخواهم \\u{202e} 👩\u200d💻');
    assert.equal(printableWords(''), '');
  });
});
