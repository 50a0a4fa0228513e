import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hasMarkedEntries, parseListing, parseMarkedEntries } from '../../src/git/parse-listing.js';

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
      assert.deepEqual([...listing.special()], [['l\n', '120000']]);
    });
  }

  it('names a file in conflict once, and a path that is not UTF-8 with what could not be read', () => {
    const stages = [1, 2, 3].map((stage) => `100644 ${oid} ${stage}\tx\0`).join('');
    assert.deepEqual(parseListing(Buffer.from(stages)).paths(), ['x']);
    const odd = Buffer.concat([Buffer.from(`100644 ${oid} 0\tn`), Buffer.from([0xff, 0])]);
    assert.deepEqual(parseListing(odd).paths(), ['n\ufffd']);
  });

  it('finds nothing in what has no paths', () => {
    for (const output of [`100644 ${oid} 0\0`, `100644 ${oid} 0\ta\0broken\0`]) {
      assert.equal(parseListing(Buffer.from(output)).find('broken'), undefined);
    }
  });

  it('gives the modes of links and submodules, also of one in conflict', () => {
    const rows = [
      `160000 ${oid} 2\tm`,
      `160000 ${oid} 3\tm`,
      `100755 ${oid} 0\trun`,
      `040000 tree ${oid}\td`,
      'odd\tx',
    ];
    const listing = parseListing(Buffer.from(rows.map((row) => `${row}\0`).join('')));
    assert.deepEqual([...listing.special()], [['m', '160000']]);
    assert.equal(listing.special(), listing.special());
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
        listing.special();
        parseMarkedEntries(Buffer.from(bytes));
      }),
    );
  });
});

describe('hasMarkedEntries', () => {
  it('says whether any path has another tag than the usual one', () => {
    for (const output of ['', 'H a\0', 'H a\0H h\0'])
      assert.equal(hasMarkedEntries(Buffer.from(output)), false, output);
    for (const output of ['h a\0', 'H a\0S b\0', 'H a\0M b\0H c\0'])
      assert.equal(hasMarkedEntries(Buffer.from(output)), true, output);
  });
  it('ends on any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => void hasMarkedEntries(Buffer.from(bytes))));
  });
});

describe('readMarked', () => {
  it('finds what git was told not to look at, and what is in conflict', () => {
    const entries = ['H 0 a', 'h 0 b', 'S 0 c', 's 0 d', 'M 2 e', 'M 3 e'].map((each) => {
      const [tag, stage, name] = each.split(' ');
      return `${tag} 100644 ${oid} ${stage}\t${name}\0`;
    });
    const { unwatched, inConflict } = parseMarkedEntries(Buffer.from(`${entries.join('')}h odd\0h cut`));
    assert.deepEqual(
      unwatched.map(({ name, mayBeAbsent }) => [name.toString(), mayBeAbsent]),
      [
        ['b', false],
        ['c', true],
        ['d', true],
      ],
    );
    assert.deepEqual(inConflict.map(String), ['e', 'e']);
  });
});
