import assert from 'node:assert/strict';
import type { KeyQuestion, SideChoice } from '../../../src/work/conflict-options.js';
import { settleHunks } from '../../../src/work/merge/settle-hunks.js';

describe('settleHunks', () => {
  const settle = async (merged: string, ...answers: readonly (SideChoice | undefined)[]) => {
    const asked: KeyQuestion[] = [];
    const text = await settleHunks(merged, [], (question) => Promise.resolve(answers[asked.push(question) - 1]));
    return { text, asked: asked.map(({ keys, yours, theirs }) => [keys.length, yours, theirs]) };
  };

  it('asks for each place, with what it reads on both sides, and leaves the rest as it is merged', async () => {
    const merged =
      'a\n<<<<<<< yours\nb\n||||||| before\nB\n=======\n>>>>>>> theirs\nc\n<<<<<<< yours\n d\n=======\n D\n>>>>>>> theirs\n';
    assert.deepEqual(await settle(merged, 'yours', 'theirs'), {
      text: 'a\nb\nc\n D\n',
      asked: [
        [0, 'b', undefined],
        [0, 'd', 'D'],
      ],
    });
    assert.equal((await settle(merged, 'theirs', 'yours')).text, 'a\nc\n d\n');
  });

  it('reads the ends of lines that Windows has, and a last line without an end', async () => {
    const windows = 'a\r\n<<<<<<< yours\r\nb\r\n=======\r\nB\r\n>>>>>>> theirs\r\n';
    assert.equal((await settle(windows, 'theirs')).text, 'a\r\nB\r\n');
    assert.equal((await settle('<<<<<<< yours\nb\n=======\nB\n>>>>>>> theirs', 'yours')).text, 'b\n');
  });

  it('ends as the side that is chosen does, where that has no end of its last line', async () => {
    const merged = 'a\n<<<<<<< yours\nmine\n=======\ntheirs\n>>>>>>> theirs\n';
    const settled = (side: SideChoice) =>
      settleHunks(merged, ['a\nmine', 'a\nb', 'a\ntheirs\n'], () => Promise.resolve(side));
    assert.equal(await settled('yours'), 'a\nmine');
    assert.equal(await settled('theirs'), 'a\ntheirs\n');
    const inside = await settleHunks(`${merged}z\n`, ['a\nmine\nz', '', ''], () => Promise.resolve('yours'));
    assert.equal(inside, 'a\nmine\nz\n');
  });

  it('says in which lines of each side a place stands', async () => {
    const merged = 'a\n<<<<<<< yours\nmine\nmore\n=======\ntheirs\n>>>>>>> theirs\nz\n';
    const asked: KeyQuestion[] = [];
    const ask = (question: KeyQuestion) => Promise.resolve<SideChoice>(asked.push(question) === 0 ? 'yours' : 'theirs');
    const sides = ['a\nmine\nmore\nz\n', 'a\nz\n', 'a\nnew\ntheirs\nz\n'] as const;
    await settleHunks(merged, sides, ask);
    assert.deepEqual(asked[0]?.places, {
      yours: { text: sides[0], first: 2, last: 3 },
      theirs: { text: sides[2], first: 3, last: 3 },
    });
    // A last line without its end is none of what git wrote.
    await settleHunks(merged, ['a\nmine\nmore', '', 'a\n'], ask);
    assert.deepEqual([asked[1]?.places?.yours.last, asked[1]?.places?.theirs.last], [0, 0]);
    await settleHunks('<<<<<<< yours\n=======\nb\n>>>>>>> theirs\n', ['', 'a\n', 'b\n'], ask);
    assert.deepEqual([asked[2]?.places?.yours.last, asked[2]?.places?.theirs.last], [0, 1]);
  });

  it('settles nothing where an answer is missing', async () => {
    assert.equal((await settle('<<<<<<< yours\nb\n=======\nB\n>>>>>>> theirs\n', undefined)).text, undefined);
  });

  it('leaves a text alone whose own lines look like marks', async () => {
    const asked = (): never => assert.fail('nothing is asked');
    for (const own of ['a\n=======\nb\n', '<<<<<<< yours', 'x\r\n>>>>>>> theirs\r\n', '||||||| before\n'])
      assert.equal(await settleHunks('a', ['fine\n', own], asked), undefined);
    assert.equal(await settleHunks('a\n', ['======== \n', '<<<<<<< mine\n'], asked), 'a\n');
  });
});
