import assert from 'node:assert/strict';
import { findPairing } from '../../src/review/find-pairing.js';
import type { Commit } from '../../src/change/change.js';
import { createCommit, createReviewContext } from '../support/review-context.js';

const maya = { name: 'Maya Lin', email: 'maya@example.com' };

function coAuthors(...values: readonly string[]): readonly string[] {
  const trailers = values.map((value) => ({ key: 'Co-authored-by', value }));
  return findPairing(
    createReviewContext({
      row: { emails: ['maya@example.com'], handles: ['@maya-lin'] },
      commits: [createCommit({ author: maya, committer: maya, trailers })],
    }),
  ).all;
}

describe('findPairing', () => {
  for (const own of [
    'Maya Lin <maya@example.com>',
    'Somebody <maya+work@example.com>',
    'Somebody <MAYA+a+b@example.com>',
    'Somebody <maya-lin@users.noreply.github.com>',
    'Somebody <12345+maya-lin@users.noreply.github.com>',
    'Somebody <12345-maya-lin@users.noreply.gitlab.com>',
    'Somebody <maya@elsewhere.example>',
    'Maya Lin <other@example.com>',
    'maya-lin <other@example.com>',
    '@maya-lin <other@example.com>',
    'M\u00e1ya Lin <maya.lin@example.com>',
  ]) {
    it(`does not count ${own}`, () => assert.deepEqual(coAuthors(own), []));
  }

  it('counts an engineer, by name or by address alone', () => {
    assert.deepEqual(
      coAuthors('Erin Okafor <erin@example.com>', '<sam+git@example.com>', 'Mayara Linde <mayara@example.com>'),
      ['Erin Okafor', 'sam+git@example.com', 'Mayara Linde'],
    );
  });

  it('counts neither assistants and robots nor what is no person', () => {
    assert.deepEqual(coAuthors('Claude <noreply@anthropic.com>', 'x[bot] <x@example.com>', 'Erin', 'Erin <erin>'), []);
  });

  describe('of a commit that somebody made themselves', () => {
    const erin = { name: 'Erin Okafor', email: 'erin@example.com' };
    const files = [{ path: 'src/x.ts', oid: 'e'.repeat(40) }];
    const row = { emails: ['maya@example.com'], handles: ['@maya-lin'] };
    const own = createCommit({ author: maya, committer: maya, files: [{ path: 'src/y.ts', oid: undefined }] });
    const find = (...commits: readonly Commit[]): ReturnType<typeof findPairing> =>
      findPairing(createReviewContext({ row, commits: [own, ...commits] }));

    it('counts its author, for what it changes alone', () => {
      const { all, of } = find(createCommit({ author: erin, committer: maya, files }));
      assert.deepEqual([all, of('src/x.ts'), of('src/y.ts')], [['Erin Okafor'], ['Erin Okafor'], []]);
      assert.deepEqual(find(createCommit({ author: { ...erin, name: '' }, files })).all, ['erin@example.com']);
    });

    it('counts the author for what they changed, and where another commit names them', () => {
      const trailers = [{ key: 'Co-authored-by', value: 'Erin Okafor <erin@example.com>' }];
      const { of } = find(createCommit({ author: erin, files }), createCommit({ author: maya, trailers }));
      assert.deepEqual([of('src/x.ts'), of('src/y.ts')], [['Erin Okafor'], ['Erin Okafor']]);
    });

    it('counts of a merge what it changes itself', () => {
      const merge = createCommit({ author: erin, files, madeByMerge: [{ path: 'src/z.ts', oid: undefined }] });
      assert.deepEqual([find(merge).of('src/x.ts'), find(merge).of('src/z.ts')], [[], ['Erin Okafor']]);
    });

    for (const [who, commit] of [
      ['who has the PM’s name', createCommit({ author: { name: 'maya lin', email: 'x@y.example' }, files })],
      ['an assistant', createCommit({ author: { name: 'Claude', email: 'noreply@anthropic.com' }, files })],
      ['a robot', createCommit({ author: { name: 'build[bot]', email: 'x@y.example' }, files })],
      ['one of two authors', createCommit({ author: erin, files, mentions: ['Sam <sam@example.com>'] })],
      ['who committed it alone', createCommit({ author: maya, committer: erin, files })],
    ] as const)
      it(`does not count ${who}`, () => assert.deepEqual(find(commit).all, []));

    it('counts nobody by the name that the PM asks by, before it is committed', () => {
      const asking = { kind: 'pilot-pm', names: ['maya@home.lan'], rows: [] } as const;
      const commits = [createCommit({ author: { name: 'M', email: 'maya@home.lan' }, files })];
      assert.deepEqual(findPairing(createReviewContext({ kind: 'staged', asking, commits })).all, []);
    });

    it('counts nobody where there is no roster', () => {
      const policy = createReviewContext({ tip: { zone: undefined } }).policy;
      const context = createReviewContext({ policy, commits: [own, createCommit({ author: erin, files })] });
      assert.deepEqual(findPairing(context).all, []);
    });
  });
});
