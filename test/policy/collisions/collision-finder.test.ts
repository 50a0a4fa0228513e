import assert from 'node:assert/strict';
import fc from 'fast-check';

import { createCollisionFinder } from '../../../src/policy/collisions/collision-finder.js';
import { findCollisions } from '../../../src/policy/collisions/find-collisions.js';

const fold = (name: string): string => name.normalize('NFC').toLowerCase();

describe('createCollisionFinder', () => {
  it('names the path that is taken for the one asked for, at its own level or above it', () => {
    const find = createCollisionFinder(['Docs/a.md', 'docs/b.md', 'src/App.ts', 'src/app.ts', 'src/one/x.ts'], fold);
    assert.equal(find('src/app.ts'), 'src/App.ts');
    assert.equal(find('docs/b.md'), 'Docs');
    assert.equal(find('SRC/one/y.ts'), 'src');
    assert.equal(find('src/one/x.ts'), undefined);
    assert.equal(find('src/one/'), undefined);
    assert.equal(find('src/ONE/'), 'src/one');
    assert.equal(find('nowhere/at/all'), undefined);
  });

  it('answers for a path of any depth', () => {
    const find = createCollisionFinder(['Docs/a.md'], fold);
    assert.equal(find(`docs${'/a'.repeat(20_000)}`), 'Docs');
  });

  it('finds a collision exactly where the question for all at once finds one', () => {
    const path = fc
      .array(fc.constantFrom('a', 'A', 'b', 'B', 'c'), { minLength: 1, maxLength: 4 })
      .map((names) => names.join('/'));
    fc.assert(
      fc.property(
        fc.array(path, { maxLength: 10 }),
        fc.array(path, { minLength: 1, maxLength: 4 }),
        (listed, asked) => {
          const all = [...new Set(listed)].sort();
          const find = createCollisionFinder(all, fold);
          for (const each of [...asked, ...asked])
            assert.equal(find(each) !== undefined, findCollisions(all, [each], fold).has(each), each);
        },
      ),
    );
  });
});
