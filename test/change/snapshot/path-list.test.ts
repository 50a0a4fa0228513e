import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pathNamer, readPathList } from '../../../src/change/snapshot/path-list.js';

describe('readPathList', () => {
  const listOf = (...paths: readonly string[]) => readPathList(Buffer.from(paths.map((path) => `${path}\0`).join('')));

  it('gives every path, one in conflict once and one that is not UTF-8 with what could not be read', () => {
    const list = readPathList(
      Buffer.concat([Buffer.from('a b\0x\0x\0x\0n'), Buffer.from([0xff, 0]), Buffer.from('cut')]),
    );
    assert.deepEqual(list.all(), ['a b', 'x', 'n\ufffd']);
    assert.equal(list.all(), list.all());
    assert.deepEqual(list.named(['x', 'cut']), ['x', 'n\ufffd']);
  });

  it('leaves the tags of git away, and searches none of them', () => {
    const list = readPathList(Buffer.from('H a\0S b/H\0M c\0M c\0'), true);
    assert.deepEqual(list.all(), ['a', 'b/H', 'c']);
    assert.deepEqual(list.named(['b/h']), ['b/H']);
  });

  for (const [name, texts, found] of [
    ['in any case of its letters', ['flags.y'], ['App/FLAGS.yml', 'flags.yaml/x']],
    ['in folders and at both ends', ['app/', '.JSON'], ['App/FLAGS.yml', 'z.json']],
    ['once where it holds several, in order', ['yaml', 'flags', 'z'], ['App/FLAGS.yml', 'flags.yaml/x', 'z.json']],
    ['never over the end of one', ['ymlf', 'ib'], []],
    ['none of no text', [], []],
    ['all of the empty text', [''], ['App/FLAGS.yml', 'b', 'flags.yaml/x', 'z.json']],
  ] as const) {
    it(`finds what holds a text ${name}`, () => {
      assert.deepEqual(listOf('App/FLAGS.yml', 'b', 'flags.yaml/x', 'z.json').named(texts), found);
    });
  }

  it('gives all paths where very many texts are asked for', () => {
    const texts = Array.from({ length: 501 }, (_, at) => `none${at}`);
    assert.deepEqual(listOf('a', 'b').named(texts), ['a', 'b']);
    assert.deepEqual(listOf('a', 'b').named(texts.slice(1)), []);
  });

  it('gives what is not in ASCII whatever is asked for', () => {
    const list = listOf('a', 'b/ﬂags.yaml', 'c', 'flag\u212a', 'ä/ö/ü');
    assert.deepEqual(list.named(['zz']), ['b/ﬂags.yaml', 'flag\u212a', 'ä/ö/ü']);
    assert.deepEqual(list.named(['ö']), ['b/ﬂags.yaml', 'flag\u212a', 'ä/ö/ü']);
    assert.deepEqual(list.named(['c']), ['b/ﬂags.yaml', 'c', 'flag\u212a', 'ä/ö/ü']);
  });

  it('finds just what a search through all of them finds', () => {
    const name = fc.string({
      unit: fc.constantFrom('a', 'A', 'b', '.', '/', 'ä', 'İ', 'K'),
      minLength: 1,
      maxLength: 6,
    });
    const text = fc.string({ unit: fc.constantFrom('a', 'B', '.', '/'), maxLength: 2 });
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 20 }), fc.array(text, { maxLength: 3 }), (paths, texts) => {
        const expected = paths.filter(
          (path) => /[^\0-\x7f]/.test(path) || texts.some((each) => path.toLowerCase().includes(each.toLowerCase())),
        );
        assert.deepEqual(listOf(...paths).named(texts), expected);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (bytes, text) => {
        const list = readPathList(Buffer.from(bytes));
        const all = new Set(list.all());
        assert.ok(list.named([text]).every((path) => all.has(path)));
      }),
    );
  });
});

describe('pathNamer', () => {
  it('tells what the list would give, and gives up on many fragments', () => {
    const isNamed = pathNamer(['Flags.', 'app/']);
    assert.deepEqual(
      ['x/FLAGS.yml', 'App/x', 'x/é', 'app', 'flags'].map((path) => isNamed?.(path)),
      [true, true, true, false, false],
    );
    assert.equal(pathNamer([])?.('x'), false);
    assert.equal(pathNamer(Array.from({ length: 51 }, String)), undefined);
  });
});
