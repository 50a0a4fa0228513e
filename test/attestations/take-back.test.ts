import assert from 'node:assert/strict';
import { describeCarried } from '../../src/attestations/carry-words.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';
import { attest, changedClone, countConfirmed, editTexts, gateItems, trailersOf } from './play.js';

describe('pm-zone attest --take-back', () => {
  let clone: TemporaryRepository;
  let remove: () => void;
  beforeEach(() => ({ clone, remove } = changedClone()));
  afterEach(() => remove());

  it('lists what is confirmed, and takes one item back on this computer and on the branch', async () => {
    const none = await attest(clone, '--take-back');
    assert.match(none.stdout, /^Nothing here is confirmed by you for exactly this content\.\nYours to confirm\./);
    await attest(clone, '--all');
    const all = (await gateItems(clone)).length;
    const listed = await attest(clone, '--take-back');
    assert.match(listed.stdout, /^You confirmed these\. Is one no longer true\?/);
    assert.equal(listed.code, 0);
    assert.equal(await countConfirmed(clone), `${all} of ${all}`);
    const [first] = await gateItems(clone);
    const taken = await attest(clone, '--take-back', String(first?.id));
    assert.equal(taken.code, 1, 'one is to be confirmed again');
    assert.match(taken.stdout, /^Taken back:\n {2}\S+ .*\nYours to confirm\./);
    assert.match(taken.stdout, /confirmations? (?:is|are) on your branch, and 1 confirmation is taken back, in commit/);
    assert.equal(trailersOf(clone).filter((line) => line.startsWith('PM-Zone-Takes-Back:')).length, 1);
    assert.equal(await countConfirmed(clone), `${all - 1} of ${all}`);
    const again = await attest(clone, '--take-back', String(first?.id));
    assert.equal(again.code, 2);
    assert.match(again.stderr, /is not an item that you confirmed\. Run pm-zone attest --take-back for the list/);
    await attest(clone, String(first?.id));
    assert.equal(await countConfirmed(clone), `${all} of ${all}`);
    const every = (await attest(clone, '--take-back', '--all', '--format', 'json')).json[0] as Record<
      string,
      unknown[]
    >;
    assert.deepEqual(
      [every['given'], every['takenBack']?.length, every['confirmed'], every['left']?.length],
      [[], all, [], all],
    );
    assert.equal(await countConfirmed(clone), `0 of ${all}`);
    assert.match(
      clone.git('log', '-1', '--format=%B'),
      /^chore: take back a confirmation of this change\n\nThis commit changes no file\. Its author takes back/,
    );
  });

  it('takes back what is confirmed of work that is not committed, which no commit tells of', async () => {
    editTexts(clone, 'Begin here.');
    await attest(clone, '--all');
    const before = clone.git('rev-parse', 'HEAD');
    const taken = await attest(clone, '--take-back', '--all');
    assert.match(taken.stdout, /^Taken back:\n/);
    assert.doesNotMatch(taken.stdout, /on your branch|kept on this computer/);
    assert.equal(clone.git('rev-parse', 'HEAD'), before);
    assert.equal((await attest(clone)).code, 1);
  });

  it('says so where nothing else is on the branch', () => {
    const written = { kind: 'written', commit: '0123456789abcdef', given: 0, takenBack: 2 } as const;
    assert.match(
      describeCarried(written),
      /^2 confirmations are taken back on your branch, in commit 0123456789\. That commit changes no file/,
    );
  });
});
