import assert from 'node:assert/strict';
import { completePushes, pushersOf, type BranchUpdate } from '../../src/hosts/evidence/complete-pushes.js';

describe('who pushed to a branch', () => {
  const maya = { id: '1', handle: 'maya', kind: 'person' } as const;
  /** `a>b`: the branch went from a to b; nothing before or after the sign: it came into being, or went. */
  const updates = (text: string): BranchUpdate[] =>
    text.split(' ').map((each) => {
      const [before = '', after = ''] = each.split('>');
      return { by: maya, before: before === '' ? null : before, after: after === '' ? null : after, at: each };
    });
  const pushes = (text: string, head: string, commits: string) =>
    completePushes(updates(text), head, new Set(commits.split('')))
      ?.map(({ at }) => at)
      .join(' ');

  for (const [what, text, head, commits, expected] of [
    ['from its beginning', '>m m>a a>b', 'b', 'ab', '>m m>a a>b'],
    ['made with its commits', '>b', 'b', 'ab', '>b'],
    ['rewritten', '>a a>x x>b', 'b', 'b', '>a a>x x>b'],
    ['older than what the host still tells, but not its commits', 'm>a a>b', 'b', 'ab', 'm>a a>b'],
    ['pushed to after its pull request was merged', '>a a>b b>c', 'b', 'ab', '>a a>b'],
    ['removed after it was merged', '>a a>b b>', 'b', 'ab', '>a a>b'],
    ['restored: who had pushed the commits counts', '>a a>b b> >b', 'b', 'ab', '>a a>b >b'],
    ['of a name that was used before', '>x x>y y> >a a>b', 'b', 'ab', '>a a>b'],
    ['set back and forth', '>a a>b b>a a>b', 'b', 'ab', '>a a>b b>a a>b'],
    ['without its latest push', '>a', 'b', 'ab', undefined],
    ['without a push between', '>a b>c', 'c', 'abc', undefined],
    ['without a rewritten push between', '>a x>c', 'c', 'c', undefined],
    ['without its first pushes', 'a>b', 'b', 'ab', undefined],
    ['of which nothing is told', 'b>', 'b', 'ab', undefined],
  ] as const) {
    it(`that is ${what}`, () => assert.equal(pushes(text, head, commits), expected));
  }

  it('are each account once, and nobody is named where one of them is gone', () => {
    const [push] = completePushes(updates('>a'), 'a', new Set(['a'])) ?? [];
    assert(push !== undefined);
    assert.deepEqual(pushersOf([push, push]), [maya]);
    assert.equal(pushersOf([push, { ...push, by: null }]), null);
  });
});
