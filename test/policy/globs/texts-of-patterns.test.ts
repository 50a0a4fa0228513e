import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold } from '../../../src/policy/fold.js';
import { indexPaths } from '../../../src/policy/path-index/path-index.js';
import { textsOfPatterns } from '../../../src/policy/globs/texts-of-patterns.js';
import { compileZoneGlob } from '../../../src/policy/globs/zone-glob.js';

describe('textsOfPatterns', () => {
  const textsOf = (...globs: readonly string[]) =>
    textsOfPatterns(globs.flatMap((glob) => compileZoneGlob(glob, 'forbid').patterns));

  for (const [globs, texts] of [
    [['**/flags.{yaml,yml}'], ['flags.yaml', 'flags.yml']],
    [['config/**/*.flags.json'], ['.flags.json']],
    [['**/PLANNING.md', '**/planning.md'], ['planning.md']],
    [['configuration/*'], ['configuration']],
    [['flag-*.yaml'], ['flag-']],
    [['**/flags.yaml', '**/*'], undefined],
    [['**'], undefined],
    [[], []],
  ] as const) {
    it(`of ${globs.join(' and ') || 'no glob'} are ${texts?.join(' and ') ?? 'none'}`, () => {
      assert.deepEqual(textsOf(...globs), texts);
    });
  }

  it('stand in every path that matches', () => {
    const part = fc.constantFrom('a', 'b*', '*c', '**', '*', 'x.y', '{a,*b}', '?a', 'A');
    const name = fc.constantFrom('a', 'b', 'bc', 'c', 'x.y', 'ab', 'A', 'xa');
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 3 }),
        fc.array(name, { minLength: 1, maxLength: 4 }),
        (globs, path) => {
          const { patterns } = compileZoneGlob(globs.join('/'), 'forbid');
          const texts = textsOfPatterns(patterns);
          const names = path.map(fold);
          const index = indexPaths(patterns);
          const folder = names.slice(0, -1).reduce((state, each) => index.enter(state, each), index.root);
          if (index.match(folder, names.at(-1) as string).length === 0) return;
          assert.ok(texts === undefined || texts.some((text) => names.join('/').includes(text)));
        },
      ),
    );
  });
});
