import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { cancelLatest, finishLatest } from '../../src/work/finish-latest.js';
import type { OperationOutcome } from '../../src/work/operation-outcome.js';
import { resumeWork } from '../../src/work/resume-work.js';
import type { Work } from '../../src/work/work.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';
import { Killed, withFault, type Fault } from './faults.js';
import { comparable, copyOf, divergedClone, keepOne, openMerge, operations, unfinishedClone } from './interruptible.js';
import { slowest, stateOf, within } from './setup.js';

/** Every call of every operation where this is set; else some of them. */
const every = process.env['PM_ZONE_EVERY_FAULT'] !== undefined;

describe('an operation that is interrupted', function () {
  this.timeout(every ? 3_600_000 : slowest);
  const { repository, origin } = unfinishedClone();
  before(() => keepOne(repository));
  after(() => {
    repository.remove();
    origin.remove();
  });

  for (const [name, act] of operations) {
    it(`${name} leaves the state before or after, and nothing is lost`, () => tryFaults(repository, act));
  }
});

describe('a merge with conflicts that is interrupted', function () {
  this.timeout(every ? 3_600_000 : slowest);
  const { repository, origin } = divergedClone();
  after(() => {
    repository.remove();
    origin.remove();
  });

  it('as it begins', () => tryFaults(repository, openMerge));
  for (const [name, act] of [
    ['as it is finished', finishLatest],
    ['as it is cancelled', cancelLatest],
  ] as const) {
    it(name, async () => {
      const merging = copyOf(repository);
      try {
        const outcome = await within(merging, openMerge);
        assert.deepEqual(outcome.done && outcome.conflicts, ['README.md']);
        merging.write('README.md', '# Both\n');
        await tryFaults(merging, act);
      } finally {
        merging.remove();
      }
    });
  }
});

const faults: readonly Fault[] = ['killed-before', 'killed-after', 'disk-full', 'stays-full', 'git-fails'];

/** Tries faults at calls all over the operation; each at each call where `every` is set. */
async function tryFaults(original: TemporaryRepository, act: (work: Work) => Promise<OperationOutcome>): Promise<void> {
  const before = stateOf(original);
  const copy = copyOf(original);
  let calls = 0;
  let after: unknown;
  try {
    await within(copy, async (work) => {
      const counted = withFault(work, 'git-fails', 0);
      const outcome = await act(counted.work);
      assert.ok(outcome.done, outcome.sentence);
      calls = counted.calls();
    });
    after = comparable(stateOf(copy));
  } finally {
    copy.remove();
  }
  const points = Array.from({ length: calls * faults.length }, (_, number) => number);
  const stride = Math.floor(points.length / 4);
  for (const point of points.filter((number) => every || number % stride === stride - 1)) {
    const [at, fault] = [Math.floor(point / faults.length) + 1, faults[point % faults.length] as Fault];
    await tryFault(original, act, { at, fault, before, after, when: `${fault} at call ${at} of ${calls}` });
  }
}

interface Trial {
  readonly at: number;
  readonly fault: Fault;
  readonly before: unknown;
  readonly after: unknown;
  readonly when: string;
}

async function tryFault(
  original: TemporaryRepository,
  act: (work: Work) => Promise<OperationOutcome>,
  { at, fault, before, after, when }: Trial,
): Promise<void> {
  const victim = copyOf(original);
  try {
    const outcome = await within(victim, (work) => act(withFault(work, fault, at).work).catch(ignoreKilled));
    const resume = (work: Work) => resumeWork(work);
    const resumed = await within(victim, resume, { isAlive: () => false });
    assert.ok(resumed.done, `${when}: ${resumed.sentence}`);
    const state = stateOf(victim);
    const isAfter = isDeepStrictEqual(comparable(state), after);
    if (outcome?.done === true) assert.deepEqual(comparable(state), after, when);
    else if (!isAfter || (outcome !== undefined && outcome.reason !== 'interrupted'))
      assert.deepEqual(state, before, `${when}: ${outcome?.sentence ?? ''}`);
    assert.deepEqual(readdirSync(join(victim.root, '.git', 'pm-zone')), [], when);
  } finally {
    victim.remove();
  }
}

function ignoreKilled(error: unknown): undefined {
  if (!(error instanceof Killed)) throw error;
}
