import assert from 'node:assert/strict';
import { withEarlierCommit } from '../../src/work/commit-reviewed.js';

describe('what several commits of one step came to', () => {
  const commit = (sentence: string, ...changedByHook: readonly string[]) =>
    ({ done: true, sentence, commit: 'c'.repeat(40), changedByHook }) as const;
  const refused = { done: false, reason: 'hook', sentence: 'Refused.', paths: [] } as const;

  it('is said of the last with what a hook changed in one before', () => {
    const { sentence, ...result } = withEarlierCommit(commit('Second.', 'b.txt', 'a.txt'), commit('First.', 'a.txt'));
    assert.equal(sentence, 'First. Second.');
    assert.deepEqual('changedByHook' in result && result.changedByHook, ['a.txt', 'b.txt']);
    assert.deepEqual(withEarlierCommit(refused, commit('First.', 'a.txt')), {
      ...refused,
      sentence: 'First. Refused.',
    });
  });

  it('is that of the last alone where no hook changed anything before', () => {
    for (const earlier of [undefined, commit('First.'), refused])
      assert.equal(withEarlierCommit(commit('Second.'), earlier).sentence, 'Second.');
  });
});
