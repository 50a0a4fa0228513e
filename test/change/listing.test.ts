import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseListing, unwatched } from '../../src/change/listing.js';

const oid = 'a'.repeat(40);

describe('parseListing', () => {
  for (const [name, output] of [
    ['ls-files --stage', `100644 ${oid} 0\ta b\u0000120000 ${oid} 0\tl\n\0`],
    ['ls-files --stage -v', `H 100644 ${oid} 0\ta b\0s 120000 ${oid} 0\tl\n\0`],
    ['ls-tree -r', `100644 blob ${oid}\ta b\u0000120000 blob ${oid}\tl\n\0`],
  ] as const) {
    it(`reads ${name}`, () => {
      const listing = parseListing(Buffer.from(output));
      assert.deepEqual(listing.paths(), ['a b', 'l\n']);
      assert.deepEqual(listing.find('l\n'), { mode: '120000', oid });
      assert.equal(listing.find('nope'), undefined);
    });
  }

  it('names a file in conflict once, and a path that is not UTF-8 with what could not be read', () => {
    const stages = [1, 2, 3].map((stage) => `100644 ${oid} ${stage}\tx\0`).join('');
    assert.deepEqual(parseListing(Buffer.from(stages)).paths(), ['x']);
    const odd = Buffer.concat([Buffer.from(`100644 ${oid} 0\tn`), Buffer.from([0xff, 0])]);
    assert.deepEqual(parseListing(odd).paths(), ['n\ufffd']);
  });

  it('takes a folder of ls-tree for no file', () => {
    assert.equal(parseListing(Buffer.from(`040000 tree ${oid}\ta\0`)).find('a'), undefined);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const listing = parseListing(Buffer.from(bytes));
        assert.ok(listing.paths().every((path) => !path.includes('\0')));
        listing.find('a');
        unwatched(Buffer.from(bytes));
      }),
    );
  });
});

describe('unwatched', () => {
  it('finds what git was told not to look at', () => {
    const output = `H 100644 ${oid} 0\ta\0h 100644 ${oid} 0\tb\0S 100644 ${oid} 0\tc\0s 100644 ${oid} 0\td\0M 100644 ${oid} 2\te\0h odd`;
    assert.deepEqual(
      unwatched(Buffer.from(output)).map(({ name, mayBeAbsent }) => [name.toString(), mayBeAbsent]),
      [
        ['b', false],
        ['c', true],
        ['d', true],
      ],
    );
    assert.deepEqual(unwatched(Buffer.from('h odd\0')), []);
  });
});
