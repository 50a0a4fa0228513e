import assert from 'node:assert/strict';
import { readWords, type CommitWithWords } from '../../src/attestations/read-words.js';
import { formatStatement, statementKey } from '../../src/attestations/statement.js';
import { createCommit } from '../support/review-context.js';

const content = 'a'.repeat(64);
const say = (oid: string, ...given: readonly boolean[]): CommitWithWords =>
  createCommit({
    oid,
    trailers: given.map((isGiven) => {
      const [key = '', value = ''] = formatStatement({ key: statementKey('docs', content), isGiven }).split(': ');
      return { key, value };
    }),
  });
const noise = (oid: string, count: number): CommitWithWords =>
  createCommit({
    oid,
    trailers: Array.from({ length: count }, (_, index) => ({
      key: 'PM-Zone-Confirms',
      value: statementKey('noise', String(index).padStart(64, '0')),
    })),
  });
/** The commit whose word counts, or that of the one set aside in brackets. */
function decide(commits: readonly CommitWithWords[], stranger: readonly string[] = []): string {
  const wordFor = readWords(commits, ({ oid }) => (stranger.includes(oid) ? 'it is a stranger’s' : undefined));
  const word = wordFor('docs', content);
  assert.equal(word.isGiven, word.claimedBy !== undefined);
  return word.claimedBy?.commit ?? (word.setAside === undefined ? '' : `(${word.setAside.commit})`);
}

describe('readWords', () => {
  it('lets the newest word that counts decide', () => {
    assert.equal(decide([]), '');
    assert.equal(decide([say('1', true), say('2'), say('3', true)]), '3');
    assert.equal(decide([say('1', true), say('2', false)]), '');
    assert.equal(decide([say('1', false), say('2', true)]), '2');
    assert.equal(decide([say('1', true, false)]), '');
    assert.equal(decide([say('1', false, true)]), '1');
  });

  it('keeps what does not count where nothing else does', () => {
    assert.equal(decide([say('1', true), say('2', true)], ['1', '2']), '(2)');
    assert.equal(decide([say('1', true), say('2', true), say('3', false)], ['2', '3']), '1');
    assert.equal(decide([say('1', true), say('2', false)], ['1']), '(1)');
    assert.equal(decide([say('1', false)], ['1']), '');
  });

  it('is bound to the item and to the content', () => {
    const wordFor = readWords([say('1', true)], () => undefined);
    assert.equal(wordFor('docs', content).isGiven, true);
    for (const [item, other] of [
      ['tests', content],
      ['docs', `b${content.slice(1)}`],
    ] as const)
      assert.deepEqual(wordFor(item, other), { isGiven: false });
  });

  it('reads ten thousand statements, the newest', () => {
    assert.equal(decide([say('1', true), noise('2', 9999)]), '1');
    assert.equal(decide([say('1', true), noise('2', 5000), noise('3', 5000)]), '');
    assert.equal(decide([noise('1', 20_000), say('2', true)]), '2');
  });
});
