import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findCollisions } from '../../../src/policy/collisions/find-collisions.js';

const fold = (name: string): string => name.normalize('NFC').toLowerCase();
const found = (all: readonly string[], asked: readonly string[]): Record<string, string> =>
  Object.fromEntries(findCollisions(all, asked, fold));

describe('findCollisions', () => {
  const cases: readonly [string, readonly string[], readonly string[], Record<string, string>][] = [
    ['a file by case', ['a/B.md', 'a/b.md'], ['a/b.md'], { 'a/b.md': 'a/B.md' }],
    ['a file that is not there yet', ['README.md'], ['readme.md'], { 'readme.md': 'README.md' }],
    ['a file by how its accent is composed', ['caf\u00e9.md'], ['cafe\u0301.md'], { 'cafe\u0301.md': 'caf\u00e9.md' }],
    ['a folder', ['auth/x.ts', 'b/y.ts'], ['Auth/z.ts'], { 'Auth/z.ts': 'auth' }],
    ['a folder deeper', ['a/Auth/x/y.ts'], ['a/auth/x/y.ts'], { 'a/auth/x/y.ts': 'a/Auth' }],
    [
      'a folder with an accent',
      ['\u00c9t\u00e9/a.md', 'z/b.md'],
      ['e\u0301te\u0301/c.md'],
      { 'e\u0301te\u0301/c.md': '\u00c9t\u00e9' },
    ],
    [
      'a folder that is asked for besides what lies in it',
      ['Auth'],
      ['auth/x.ts', 'auth/'],
      { 'auth/': 'Auth', 'auth/x.ts': 'Auth' },
    ],
    ['a file and a folder', ['docs/a.md'], ['Docs'], { Docs: 'docs' }],
    ['a folder that is asked for', ['auth/x.ts'], ['Auth/'], { 'Auth/': 'auth' }],
    ['nothing in another that is merely asked for', [], ['a', 'A'], {}],
    [
      'nothing in a listed one because another is asked for',
      ['docs/a.md'],
      ['docs/a.md', 'Docs/b.md'],
      { 'Docs/b.md': 'docs' },
    ],
    ['nothing', ['a/b', 'a/c', 'd'], ['a/b', 'a/new', 'd/e'], {}],
    ['nothing in the same name elsewhere', ['x/a.md'], ['y/A.md'], {}],
    ['nothing at all', [], [], {}],
  ];
  for (const [name, all, asked, expected] of cases)
    it(`finds ${name}`, () => assert.deepEqual(found(all, asked), expected));

  it('takes no name for another that has the same hash by chance', () => {
    const both = ['bubdft', 'ekxthx'];
    for (const asked of [both, ['ekxthx'], ['bubdft/x']])
      assert.deepEqual([...findCollisions(both, asked, fold, 0)], [], asked.join());
  });

  it('agrees with comparing each with each, in any order', () => {
    const path = fc
      .array(fc.constantFrom('a', 'A', 'b', 'B', 'c'), { minLength: 1, maxLength: 4 })
      .map((segments) => segments.join('/'));
    const nodes = (of: string): string[] => of.split('/').map((_, index, all) => all.slice(0, index + 1).join('/'));
    fc.assert(
      fc.property(fc.array(path, { maxLength: 12 }), fc.array(path, { maxLength: 4 }), (all, asked) => {
        const every = all.flatMap(nodes);
        const expected = asked.filter((each) =>
          nodes(each).some((node) => every.some((other) => other !== node && fold(other) === fold(node))),
        );
        assert.deepEqual([...findCollisions(all, asked, fold).keys()].sort(), [...new Set(expected)].sort());
      }),
      { numRuns: 500 },
    );
  });

  it('says of a list among itself what it says of the same paths among it', () => {
    const name = fc.constantFrom('a', 'A', 'b', '\u00e9', 'E\u0301', 'c');
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
    fc.assert(
      fc.property(fc.array(path, { maxLength: 12 }), (all) => {
        assert.deepEqual([...findCollisions(all, all, fold).keys()], [...findCollisions(all, [...all], fold).keys()]);
      }),
    );
  });
});
