import assert from 'node:assert/strict';
import { decodeText } from '../../../src/change/files/file-version.js';

describe('decodeText', () => {
  const binary = (...parts: readonly (string | number)[]): Buffer =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.alloc(part))));

  it('keeps of what is no text the lines of plain letters at its beginning and its end', () => {
    const [head, tail] = ['Comment: a picture of the page', 'Written by some program, 2026'];
    assert.deepEqual(decodeText(binary(8, head, 2 ** 19, 'In the middle nobody writes words', 2 ** 19, tail)), {
      unread: 'binary',
      words: `${head}\n${tail}`,
    });
    assert.deepEqual(decodeText(binary(8, 'IHDR tEXt', 8)), { unread: 'binary' });
    assert.deepEqual(decodeText(binary(head, 1)), { unread: 'binary', words: head });
  });

  it('reads text, and says why not', () => {
    assert.deepEqual(decodeText(Buffer.from('Ä')), { text: 'Ä' });
    assert.deepEqual(decodeText(Buffer.from([0xc4])), { unread: 'not-utf-8' });
    assert.deepEqual(decodeText(Buffer.from('\uFEFF"a" = "b";', 'utf16le')), { unread: 'not-utf-8' });
  });

  it('takes for a text what git takes for one, and a NUL far behind for a slip in it', () => {
    const long = 'Ein längerer Text. '.repeat(390);
    assert.ok(Buffer.byteLength(long) < 8000);
    assert.equal(decodeText(Buffer.from(`${long}\0`)).unread, 'binary');
    assert.deepEqual(decodeText(Buffer.from(`${long}${long}\0a0`)), { text: `${long}${long}\0a0` });
    assert.equal(decodeText(Buffer.concat([Buffer.from(long + long), Buffer.from([0xff, 0])])).unread, 'binary');
  });
});
