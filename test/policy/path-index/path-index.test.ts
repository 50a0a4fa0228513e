import assert from 'node:assert/strict';
import fc from 'fast-check';

import type { FolderState } from '../../../src/policy/path-index/path-index.js';
import { indexPaths } from '../../../src/policy/path-index/path-index.js';
import type { PathPattern, SegmentPattern } from '../../../src/policy/globs/path-pattern.js';

const wildcards: readonly SegmentPattern[] = [
  { kind: 'wildcard', suffix: '', test: () => true },
  { kind: 'wildcard', suffix: 'b', test: (name) => name.endsWith('b') },
  { kind: 'wildcard', suffix: '.a', test: (name) => name.endsWith('.a') },
  { kind: 'wildcard', prefix: 'a', test: (name) => /^a.*b$/u.test(name) },
  { kind: 'wildcard', prefix: '', test: (name) => name.includes('b') },
  { kind: 'wildcard', test: (name) => name.length === 2 },
];

const segment = fc.oneof(
  fc.constantFrom('a', 'b', 'ab').map((text): SegmentPattern => ({ kind: 'literal', text })),
  fc.constant<SegmentPattern>({ kind: 'globstar' }),
  fc.constantFrom(...wildcards),
);

const pattern: fc.Arbitrary<PathPattern> = fc.record({
  segments: fc.array(segment, { maxLength: 4 }),
  self: fc.boolean(),
  below: fc.boolean(),
});

const path = fc.array(fc.constantFrom('a', 'b', 'ab', 'x', 'x.a', 'ba'), { minLength: 1, maxLength: 5 });

/** The obvious way, without an index. */
function matches({ segments, self, below }: PathPattern, names: readonly string[]): boolean {
  const ends = (from: number, at: number): readonly number[] => {
    const next = segments[from];
    if (next === undefined) return [at];
    if (next.kind === 'globstar')
      return names
        .slice(at)
        .flatMap((_, more) => ends(from + 1, at + more))
        .concat(ends(from + 1, names.length));
    const name = names[at];
    if (name === undefined) return [];
    return (next.kind === 'literal' ? next.text === name : next.test(name)) ? ends(from + 1, at + 1) : [];
  };
  return ends(0, 0).some((end) => (end === names.length ? self : below));
}

const expected = (patterns: readonly PathPattern[], names: readonly string[]): readonly number[] =>
  patterns.flatMap((each, number) => (matches(each, names) ? [number] : []));

describe('indexPaths', () => {
  it('finds every pattern that matches, whatever is asked in between', () => {
    fc.assert(
      fc.property(
        fc.array(pattern, { maxLength: 8 }),
        fc.array(path, { minLength: 1, maxLength: 8 }),
        (patterns, paths) => {
          const { root, enter, match } = indexPaths(patterns);
          for (const names of paths) {
            const state = names.slice(0, -1).reduce((state, name) => enter(state, name), root);
            assert.deepEqual(match(state, names.at(-1) ?? ''), expected(patterns, names));
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('finds the last pattern that matches', () => {
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 8 }), path, (patterns, names) => {
        const { root, enter, match } = indexPaths(patterns, 'last');
        const found = match(
          names.slice(0, -1).reduce((state, name) => enter(state, name), root),
          names.at(-1) ?? '',
        );
        assert.deepEqual(found, expected(patterns, names).slice(-1));
      }),
      { numRuns: 2000 },
    );
  });

  it('says what holds for all below a folder, and what may still hold for some of it', () => {
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 5 }), path, path, (patterns, folder, rest) => {
        const { root, enter, somePending } = indexPaths(patterns);
        const state = folder.reduce((state, name) => enter(state, name), root);
        const found = expected(patterns, [...folder, ...rest]);
        for (const number of state.below) assert.ok(found.includes(number));
        for (const number of found) {
          assert.ok(state.below.includes(number) || somePending(state, (each) => each === number));
        }
        assert.equal(
          somePending(state, () => false),
          false,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('takes a position for pending that is reached again below the folder it matches', () => {
    const b: SegmentPattern = { kind: 'wildcard', prefix: '', test: (name) => name.includes('b') };
    const { root, enter, somePending } = indexPaths([
      { segments: [{ kind: 'globstar' }, b], self: true, below: false },
      { segments: [{ kind: 'globstar' }, b, { kind: 'literal', text: 'a' }], self: true, below: false },
    ]);
    assert.ok(somePending(enter(root, 'b'), (number) => number === 0));
  });

  it('takes plain paths for what they say', () => {
    const names = fc.array(fc.constantFrom('a', 'b', 'ab', 'x'), { minLength: 1, maxLength: 3 });
    const plain = fc.record({ names, below: fc.boolean() });
    fc.assert(
      fc.property(fc.array(plain, { maxLength: 8 }), fc.array(path, { maxLength: 6 }), (plains, paths) => {
        const whole = plains.map(({ names: each, below }): PathPattern => {
          return { segments: each.map((text) => ({ kind: 'literal', text })), self: !below, below: true };
        });
        for (const keep of ['last', 'all'] as const) {
          const { root, enter, match, somePending } = indexPaths(whole, keep);
          for (const each of paths) {
            const state = each.slice(0, -1).reduce<FolderState>((folder, name) => enter(folder, name), root);
            const found = expected(whole, each);
            assert.deepEqual(match(state, each.at(-1) ?? ''), keep === 'last' ? found.slice(-1) : found);
            for (const number of keep === 'last' ? [] : found) {
              assert.ok(state.below.includes(number) || somePending(state, (other) => other === number));
            }
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('says which folders give every file the same answer', () => {
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 5 }), path, (patterns, names) => {
        for (const keep of ['last', 'all'] as const) {
          const { root, enter, match } = indexPaths(patterns, keep);
          const state = names.slice(0, -1).reduce<FolderState>((folder, name) => enter(folder, name), root);
          if (state.fixed) assert.deepEqual(match(state, names.at(-1) ?? ''), state.files);
        }
      }),
    );
  });

  it('shares the state of folders whose names no pattern knows', () => {
    const { root, enter } = indexPaths([
      { segments: [{ kind: 'globstar' }, { kind: 'literal', text: 'a' }], self: true, below: true },
    ]);
    assert.equal(enter(root, 'x'), enter(enter(root, 'y'), 'z'));
    const inA = enter(root, 'a');
    assert.equal(enter(enter(inA, 'x'), 'y'), inA);
  });

  it('has no trouble with many patterns that begin alike', () => {
    const stars = Array.from({ length: 200 }, (): SegmentPattern[] => [
      { kind: 'globstar' },
      { kind: 'literal', text: 'a' },
    ]).flat();
    const { root, enter, match } = indexPaths([{ segments: stars, self: true, below: false }]);
    const state = Array.from({ length: 400 }, () => 'a').reduce<FolderState>(
      (folder, name) => enter(folder, name),
      root,
    );
    assert.deepEqual(match(state, 'a'), [0]);
    assert.deepEqual(match(state, 'b'), []);
  });
});
