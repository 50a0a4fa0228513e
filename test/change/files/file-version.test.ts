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
  });
});
