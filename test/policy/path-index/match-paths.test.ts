import assert from 'node:assert/strict';
import fc from 'fast-check';

import { protectedFile, protectedFolder } from '../../../src/policy/standing/protected-files.js';
import { fold } from '../../../src/policy/fold.js';
import { unsafeName } from '../../../src/policy/standing/unsafe-path.js';
import { indexPaths } from '../../../src/policy/path-index/path-index.js';
import type { PathPattern, SegmentPattern } from '../../../src/policy/globs/path-pattern.js';
import { matchPaths, type MatchedIndex } from '../../../src/policy/path-index/match-paths.js';
import type { PathFacts } from '../../../src/policy/path-index/path-facts.js';
import { standingNames } from '../../../src/policy/standing/standing-names.js';

const answers = <T>(indexes: readonly MatchedIndex[], decide: (facts: PathFacts) => T): ((path: string) => T) =>
  matchPaths(indexes, decide, standingNames).find;

const plain = (...names: readonly string[]): PathPattern => ({
  segments: names.map((text) => ({ kind: 'literal', text })),
  self: true,
  below: true,
});

const nameTexts = ['a', 'b', 'AB', 'src', 'docs', 'x.md', 'long-name.test.ts', 'index.ts', 'é', 'con', '.github'];
const wildcard = (
  parts: { readonly suffix?: string; readonly prefix?: string },
  test: (name: string) => boolean,
): SegmentPattern => ({
  kind: 'wildcard',
  ...parts,
  test,
});
const segment: fc.Arbitrary<SegmentPattern> = fc.oneof(
  fc.constantFrom(...nameTexts, 'package.json').map((text): SegmentPattern => ({ kind: 'literal', text })),
  fc.constant<SegmentPattern>({ kind: 'globstar' }),
  fc.constantFrom<SegmentPattern>(
    wildcard({ suffix: '' }, () => true),
    wildcard({ suffix: '.md' }, (name) => name.endsWith('.md')),
    wildcard({ suffix: 'c' }, (name) => name.endsWith('c')),
    wildcard({ prefix: 'in' }, (name) => /^in.*s$/u.test(name)),
    wildcard({ prefix: 'long-nam' }, (name) => /^long-nam.*s$/u.test(name)),
    wildcard({ prefix: '' }, (name) => name.includes('name')),
    wildcard({ prefix: '' }, (name) => name.length === 3),
  ),
);
const pattern: fc.Arbitrary<PathPattern> = fc.record({
  segments: fc.array(segment, { maxLength: 4 }),
  self: fc.boolean(),
  below: fc.boolean(),
});
const name = fc.oneof(
  fc.constantFrom(...nameTexts, 'Package.json', 'filename.go', 'indices', ''),
  fc.integer({ max: 40 }).map((number) => `n${number}.md`),
  fc.string({ unit: 'binary', maxLength: 4 }).map((text) => text.replaceAll('/', '')),
);
const path = fc.array(name, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));
const lists = fc.array(fc.tuple(fc.array(pattern, { maxLength: 8 }), fc.boolean(), fc.constantFrom('all', 'last')), {
  minLength: 1,
  maxLength: 3,
});

/** Answers with what was found, so that it can be compared. */
const decide = (facts: PathFacts): PathFacts => facts;

describe('matchPaths', () => {
  it('finds what the indexes and names say of each path by itself, whatever is asked in between', () => {
    fc.assert(
      fc.property(lists, fc.array(path, { minLength: 1, maxLength: 60 }), fc.boolean(), (patterns, paths, sorted) => {
        const indexes = patterns.map(([each, folds, keep]) => ({ paths: indexPaths(each, keep), folds }));
        const answer = answers(indexes, decide);
        for (const asked of sorted ? paths.toSorted() : paths) {
          const folders = asked.split('/');
          const file = folders.pop() as string;
          const skipped = asked.lastIndexOf('/') === 0 ? [] : folders;
          assert.deepEqual(answer(asked), {
            unsafe: [...skipped, file].map(unsafeName).find((reason) => reason !== undefined),
            protected:
              skipped.map((each) => protectedFolder(fold(each))).find((reason) => reason !== undefined) ??
              protectedFile(fold(file)),
            matching: indexes.map(({ paths: { root, enter, match }, folds }) =>
              match(
                skipped.reduce((state, each) => enter(state, folds ? fold(each) : each), root),
                folds ? fold(file) : file,
              ),
            ),
          });
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('gives paths that are decided alike in a folder the same answer', () => {
    const index = indexPaths([plain('docs'), plain('src', 'a.md'), plain('src', 'known')]);
    const answer = answers([{ paths: index, folds: false }], (facts) => ({ facts }));
    assert.equal(answer('x/one.md'), answer('y/z/two.ts'));
    assert.equal(answer('docs/one.md'), answer('docs/y/two.ts'));
    for (const known of ['src/a.md', 'src/known']) assert.equal(answer(known), answer(known));
    assert.notEqual(answer('src/a.md'), answer('src/b.md'));
  });

  for (const [where, within] of [
    ['everywhere', ''],
    ['in a folder', 'in/'],
  ] as const) {
    it(`finds names among very many that are known ${where}, before and after a filter pays`, () => {
      const inside: readonly SegmentPattern[] = within === '' ? [] : [{ kind: 'literal', text: 'in' }];
      const many = Array.from({ length: 400 }, (_, number): PathPattern => {
        return {
          segments: [...inside, { kind: 'globstar' }, { kind: 'literal', text: `known${number}` }],
          self: true,
          below: true,
        };
      });
      const index = indexPaths(many);
      const answer = answers([{ paths: index, folds: false }], decide);
      for (let number = 0; number < 400; number += 1) {
        assert.deepEqual(answer(`${within}a/other${number}`).matching, [[]]);
        assert.deepEqual(answer(`${within}a/known${number}`).matching, [[number]]);
        assert.deepEqual(answer(`${within}known${number}/b${number}/c`).matching, [[number]]);
      }
    });
  }

  for (const many of [1, 20]) {
    it(`finds names by ${many === 1 ? 'their ending' : 'one of many endings'} alone, before and after a filter pays`, () => {
      const endings = Array.from({ length: many }, (_, number): PathPattern => {
        const suffix = `.e${number}`;
        const ending: SegmentPattern = { kind: 'wildcard', suffix, test: (each) => each.endsWith(suffix) };
        return { segments: [{ kind: 'literal', text: 'in' }, ending], self: true, below: true };
      });
      const answer = answers([{ paths: indexPaths(endings), folds: false }], decide);
      for (let number = 0; number < 40; number += 1) {
        assert.deepEqual(answer(`in/other${number}`).matching, [[]]);
        assert.deepEqual(answer(`in/known${number}.e${number % many}`).matching, [[number % many]]);
      }
    });
  }

  it('takes names for alike by their ending only where nothing else is known of them', () => {
    const ending: SegmentPattern = { kind: 'wildcard', suffix: '.md', test: (each) => each.endsWith('.md') };
    const beginning: SegmentPattern = { kind: 'wildcard', prefix: 'plan', test: (each) => each.startsWith('plan') };
    const index = indexPaths(
      [ending, beginning].map((each): PathPattern => {
        return { segments: [{ kind: 'globstar' }, each], self: true, below: false };
      }),
    );
    const answer = answers([{ paths: index, folds: false }], decide);
    assert.equal(answer('one.md'), answer('two.md'));
    assert.deepEqual(answer('one.md').matching, [[0]]);
    assert.deepEqual(answer('planning.md').matching, [[0, 1]]);
    assert.deepEqual(answer('one.test.md').matching, [[0]]);
    assert.notEqual(answer('claude.md').protected, undefined);
    assert.notEqual(answer('con.md').unsafe, undefined);
    assert.notEqual(answer('one .md ').unsafe, undefined);
    assert.deepEqual(answer('é.md').matching, [[0]]);
  });

  it('gives a name that a later rule overrules the answer of its folder', () => {
    const index = indexPaths(
      [{ segments: [{ kind: 'globstar' }, { kind: 'literal', text: 'a.md' }], self: true, below: true }, plain('docs')],
      'last',
    );
    const answer = answers([{ paths: index, folds: false }], (facts) => ({ facts }));
    assert.equal(answer('docs/a.md'), answer('docs/b.md'));
    assert.notEqual(answer('x/a.md'), answer('x/b.md'));
  });

  it('gives paths that are decided alike one answer in whatever folder they are', () => {
    const star: SegmentPattern = { kind: 'wildcard', prefix: '', test: (each) => each.includes('x') };
    const patterns = ['a', 'b'].map((folder): PathPattern => {
      return { segments: [{ kind: 'literal', text: folder }, { kind: 'globstar' }, star], self: true, below: false };
    });
    const either = answers([{ paths: indexPaths([...patterns, plain('c')]), folds: false }], (facts) => ({ facts }));
    assert.equal(either('a/b/x.md'), either('a/xx'));
    assert.equal(either('a/b/package.json'), either('b/a/tsconfig.json'));
    assert.notEqual(either('a/x.md'), either('b/x.md'));
    assert.equal(either('c/x.md'), either('c/d/e'));
    assert.equal(either('a/y.md'), either('d/e/y.md'));
  });

  it('is right about names and paths that are too long to be cached', () => {
    const answer = answers([{ paths: indexPaths([plain('a'), plain('b', 'c')]), folds: false }], decide);
    const long = 'n'.repeat(300);
    for (let time = 0; time < 2; time += 1) {
      assert.deepEqual(answer(`a/${long}/${long}`).matching, [[0]]);
      assert.deepEqual(answer(`b/${long}`).matching, [[]]);
      assert.deepEqual(answer(`a/${'d/'.repeat(3000)}x`).matching, [[0]]);
      assert.notEqual(answer(`b/${'d/'.repeat(3000)}.git/x`).protected, undefined);
    }
  });

  it('forgets rather than grow without end', () => {
    const indexes = [{ paths: indexPaths([plain('a')]), folds: false }];
    const answer = answers(indexes, (facts) => ({ facts }));
    const first = answer('a/package.json');
    assert.equal(answer('a/package.json'), first);
    for (let number = 0; number < 210_000; number += 1) {
      answer(`b/.${number}`);
    }
    assert.notEqual(answer('a/package.json'), first);
    assert.deepEqual(answer('a/package.json'), first);
  });
});
