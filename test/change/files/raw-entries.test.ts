import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseRawEntries } from '../../../src/change/files/raw-entries.js';

const none = '0'.repeat(40);
const one = '1'.repeat(40);
const long = '2'.repeat(64);

describe('parseRawEntries', () => {
  it('reads each side, and paths in their bytes', () => {
    const output = Buffer.concat([
      Buffer.from(`:000000 100644 ${none} ${one} A\0a b\n"c".md\0`),
      Buffer.from(`:100644 000000 ${one} ${none} D\0`),
      Buffer.from([0x66, 0xff, 0]),
      Buffer.from(`:100644 120000 ${long} ${'0'.repeat(64)} T\0l\0:100644 100755 ${one} ${one} R100\0x\0`),
    ]);
    const entries = parseRawEntries(output);
    assert.deepEqual(entries, [
      { status: 'A', name: 'a b\n"c".md', before: undefined, after: { mode: '100644', oid: one } },
      { status: 'D', name: 'f\u00ff', before: { mode: '100644', oid: one }, after: undefined },
      { status: 'T', name: 'l', before: { mode: '100644', oid: long }, after: { mode: '120000', oid: undefined } },
      { status: 'R', name: 'x', before: { mode: '100644', oid: one }, after: { mode: '100755', oid: one } },
    ]);
  });

  for (const [name, output] of [
    ['nothing', ''],
    ['half an entry', `:000000 100644 ${none} ${one} A\0a`],
    ['something else', 'hello\0world\0'],
    ['a very long line', `${':'.repeat(500)}\0a\0`],
  ] as const) {
    it(`finds none in ${name}`, () => assert.deepEqual(parseRawEntries(Buffer.from(output)), []));
  }

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => Array.isArray(parseRawEntries(Buffer.from(bytes)))),
    );
  });
});
