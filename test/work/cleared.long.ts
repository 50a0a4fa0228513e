import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cancelLatest, finishLatest } from '../../src/work/finish-latest.js';
import { resumeWork } from '../../src/work/resume-work.js';
import type { Work } from '../../src/work/work.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';
import { besideClearing, reachableIn, type Clearing } from './clearing.js';
import {
  comparable,
  copyOf,
  divergedClone,
  keepOne,
  openMerge,
  operations,
  unfinishedClone,
  type Operation,
} from './interruptible.js';
import { done, refused, slowest, stateOf, within } from './setup.js';

/** How many clearings each operation meets. */
const times = Number(process.env['PM_ZONE_CLEARINGS'] ?? 1);

describe('an operation beside git clearing up', function () {
  this.timeout(slowest * Math.max(1, times / 10));
  const [{ repository, origin }, { repository: diverged, origin: other }] = [unfinishedClone(), divergedClone()];
  let merging: TemporaryRepository;
  before(async () => {
    await keepOne(repository);
    merging = copyOf(diverged);
    const outcome = await within(merging, openMerge);
    assert.deepEqual(outcome.done && outcome.conflicts, ['README.md']);
    merging.write('README.md', '# Both\n');
  });
  after(() => {
    for (const each of [repository, origin, merging, diverged, other]) each.remove();
  });

  for (const [number, [name, act]] of [...operations].entries())
    it(`is whole or not done: ${name}`, () => clearIn(repository, act, number));
  it('is whole or not done: opening a merge', () => clearIn(diverged, openMerge, 0));
  it('is whole or not done: finishing a merge', () => clearIn(merging, finishLatest, 1));
  it('is whole or not done: cancelling a merge', () => clearIn(merging, cancelLatest, 2));

  for (const [name, original, act] of [
    ['a step', () => repository, operations.get('committing') as Operation],
    ['a merge', () => merging, finishLatest],
  ] as const) {
    it(`takes back the commit of ${name} that was lost as git made it, and makes it again`, async () => {
      const never = await meet(original(), act, { looks: 0, removes: 0 });
      const { outcome, state, calls } = await meet(original(), act, { looks: 'commit', removes: 'commit' });
      assert.ok(outcome.done, outcome.sentence);
      assert.ok(calls > never.calls);
      assert.deepEqual(comparable(state), comparable(never.state));
    });
  }
});

describe('a commit whose disk is full once git has made it', function () {
  this.timeout(slowest);

  it('is not done before it is out of the reach of git clearing up, and is taken back where it was lost', async () => {
    const { repository, origin } = unfinishedClone();
    try {
      const before = repository.git('rev-parse', 'HEAD');
      await within(repository, async (work) => {
        const beside = besideClearing(work, repository, { looks: 'commit', removes: 'never' });
        let committed = false;
        const full: Work = {
          ...beside.work,
          run: (args, options) => {
            committed ||= args[0] === 'commit';
            return committed && args.includes('pack-objects')
              ? Promise.resolve({ code: 128, output: Buffer.alloc(0), said: 'fatal: No space left on device' })
              : beside.work.run(args, options);
          },
        };
        const outcome = await (operations.get('committing') as Operation)(full);
        assert.equal(refused(outcome).reason, 'interrupted');
        beside.finish();
      });
      done(await within(repository, (work) => resumeWork(work)));
      assert.equal(repository.git('rev-parse', 'HEAD'), before);
      reachableIn(repository);
    } finally {
      repository.remove();
      origin.remove();
    }
  });
});

async function clearIn(original: TemporaryRepository, act: Operation, first: number): Promise<void> {
  const before = stateOf(original);
  const never = await meet(original, act, { looks: 0, removes: 0 });
  assert.ok(never.outcome.done, never.outcome.sentence);
  for (let number = 0; number < times; number += 1) {
    const clearing = clearingOf(first * 7 + number, never.calls);
    const when = `${JSON.stringify(clearing)} of ${never.calls}`;
    const { outcome, state } = await meet(original, act, clearing, when);
    if (outcome.done) assert.deepEqual(comparable(state), comparable(never.state), when);
    else assert.deepEqual(state, before, `${when}: ${outcome.sentence}`);
  }
}

async function meet(original: TemporaryRepository, act: Operation, clearing: Clearing, when = '') {
  const copy = copyOf(original);
  try {
    return await within(copy, async (work) => {
      const beside = besideClearing(work, copy, clearing);
      const outcome = await act(beside.work);
      beside.finish();
      assert.doesNotThrow(() => reachableIn(copy), `${when}: ${outcome.sentence}`);
      assert.deepEqual(readdirSync(join(copy.root, '.git', 'pm-zone')), [], when);
      return { outcome, calls: beside.calls(), state: stateOf(copy) };
    });
  } finally {
    copy.remove();
  }
}

/** Golden-ratio steps over all pairs: few are spread well, and so are many. */
function clearingOf(seed: number, calls: number): Clearing {
  const part = (factor: number): number => ((seed + 1) * factor) % 1;
  const looks = 1 + Math.floor(part(0.618_033_988_75) * calls);
  return { looks, removes: looks + Math.floor(part(0.754_877_666_25) * (calls - looks + 1)) };
}
