import assert from 'node:assert/strict';
import { createStandingBadges } from '../../../src/presentation/my-zone/standing-badge.js';
import type { Judgement, Standing } from '../../../src/policy/policy.js';

const judgements = new Map<Standing, Judgement>(
  (['locked', 'pair', 'editable'] as const).map((standing) => [
    standing,
    { standing, row: 3, conditions: [], owners: [], because: [] },
  ]),
);

/** `src/auth` and `src/auth/deep` are locked as wholes, `src/a.ts` is for both, the rest is editable. */
function badges() {
  const asked: string[] = [];
  const folders = new Set(['', 'src', 'src/auth', 'src/auth/deep', 'docs']);
  const standing = (path: string): Standing =>
    path.startsWith('src/auth/') ? 'locked' : path === 'src/a.ts' ? 'pair' : 'editable';
  const badgeOf = createStandingBadges({
    judge: (path) => {
      asked.push(path);
      return judgements.get(standing(path)) as Judgement;
    },
    isFolder: (path) => folders.has(path),
  });
  return { badgeOf, asked };
}

describe('standing badge', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['an editable file', 'docs/a.md', '', 'editable'],
    ['a file for both', 'src/a.ts', '', 'pair'],
    ['a folder that is not locked', 'src', '', 'none'],
    ['the topmost locked folder', 'src/auth', '', 'locked'],
    ['a file in it', 'src/auth/a.ts', '', 'locked, covered'],
    ['a folder in it', 'src/auth/deep', '', 'locked, covered'],
    ['a file in both', 'src/auth/deep/a.ts', '', 'locked, covered'],
    ['the root', '', '', 'none'],
    ['the folder that is opened', 'src/auth', 'src/auth', 'none'],
    ['a file where the locked folder is opened', 'src/auth/a.ts', 'src/auth', 'locked'],
    ['a folder where the locked folder is opened', 'src/auth/deep', 'src/auth', 'locked'],
    ['a file in that folder', 'src/auth/deep/a.ts', 'src/auth', 'locked, covered'],
    ['a file where the folder above is opened', 'src/auth/a.ts', 'src', 'locked, covered'],
    ['a file at the root', 'README.md', '', 'editable'],
  ];
  for (const [what, path, top, expected] of cases) {
    it(`marks ${what} as ${expected}`, () => {
      const badge = badges().badgeOf(path, top);
      const words = badge === undefined ? 'none' : `${badge.judgement.standing}${badge.isCovered ? ', covered' : ''}`;
      assert.equal(words, expected);
    });
  }

  it('judges each folder once', () => {
    const { badgeOf, asked } = badges();
    for (let number = 0; number < 50; number += 1) badgeOf(`src/auth/${number}.md`, '');
    assert.equal(asked.filter((path) => path === 'src/').length, 1);
    assert.equal(asked.filter((path) => path === 'src/auth/').length, 1);
  });

  it('judges no folder for a file that is not locked', () => {
    const { badgeOf, asked } = badges();
    badgeOf('docs/a.md', '');
    assert.deepEqual(asked, ['docs/a.md']);
  });

  it('forgets folders when there are too many, and judges them again alike', () => {
    const { badgeOf, asked } = badges();
    badgeOf('src/auth/a.ts', '');
    for (let number = 0; number < 20_001; number += 1) badgeOf(`src/auth/${number}/a.md`, 'src/auth');
    assert.equal(badgeOf('src/auth/a.ts', '')?.isCovered, true);
    assert.equal(asked.filter((path) => path === 'src/auth/').length, 2);
  });
});
