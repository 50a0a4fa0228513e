import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { OperationOutcome } from '../../src/work/operation-outcome.js';
import { resumeWork } from '../../src/work/resume-work.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';
import { comparable, copyOf, divergedClone, keepOne, openMerge, operations, unfinishedClone } from './interruptible.js';
import type { Calls, Death, Order } from './killed-child.js';
import { slowest, stateOf, within } from './setup.js';

/** How many deaths each operation dies; all over it where this is set. */
const deaths = Number(process.env['PM_ZONE_DEATHS'] ?? 2);

describe('an operation whose process is killed', function () {
  this.timeout(slowest * Math.max(1, deaths / 10));
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

  for (const [number, name] of [...operations.keys()].entries())
    it(`is as before or after: ${name}`, () => killIn(repository, name, number));
  it('is as before or after: opening a merge', () => killIn(diverged, 'opening a merge', 0));
  it('is as before or after: finishing a merge', () => killIn(merging, 'finishing a merge', 1));
  it('is as before or after: cancelling a merge', () => killIn(merging, 'cancelling a merge', 2));

  it('waits for git that goes on alone, and carries its commit on to its end', async () => {
    const victim = copyOf(repository);
    try {
      mkdirSync(join(victim.root, '.git', 'hooks'), { recursive: true });
      writeFileSync(join(victim.root, '.git', 'hooks', 'pre-commit'), '#!/bin/sh\nsleep 0.7\n', { mode: 0o755 });
      const death: Death = { door: 'git', at: 'commit', after: 200, victims: 'alone' };
      assert.equal(await order(victim, { root: victim.root, operation: 'committing', death }), undefined);
      assert.notEqual(victim.git('log', '-1', '--format=%s'), 'Reviewed');
      const resumed = await within(victim, (work) => resumeWork(work));
      assert.ok(resumed.done, resumed.sentence);
      assert.match(resumed.sentence, /its commit was made/);
      assert.equal(victim.git('log', '-1', '--format=%s'), 'Reviewed');
      assert.equal(victim.git('status', '--porcelain'), 'D  src/home/new.txt', 'what was staged beside stays so');
      assert.deepEqual(readdirSync(join(victim.root, '.git', 'pm-zone')), []);
    } finally {
      victim.remove();
    }
  });
});

interface Ended {
  readonly outcome: OperationOutcome | undefined;
  readonly calls: Calls;
}

/** Kills the operation at calls that are spread over it, each in a copy of its own. */
async function killIn(original: TemporaryRepository, operation: string, first: number): Promise<void> {
  const before = stateOf(original);
  const whole = copyOf(original);
  let [calls, after]: [Calls, unknown] = [{ git: 0, disk: 0 }, undefined];
  try {
    const ended = await order(whole, { root: whole.root, operation, death: undefined });
    assert.ok(ended?.outcome?.done, ended?.outcome?.sentence);
    [calls, after] = [ended.calls, comparable(stateOf(whole))];
  } finally {
    whole.remove();
  }
  for (let number = 0; number < deaths; number += 1) {
    const death = deathOf(first + number * 7, number, calls);
    const victim = copyOf(original);
    try {
      await order(victim, { root: victim.root, operation, death });
      const when = JSON.stringify(death);
      const resumed = await within(victim, (work) => resumeWork(work));
      assert.ok(resumed.done, `${when}: ${resumed.sentence}`);
      const state = stateOf(victim);
      if (!isDeepStrictEqual(comparable(state), after)) assert.deepEqual(state, before, when);
      const ours = join(victim.root, '.git', 'pm-zone');
      if (existsSync(ours)) assert.deepEqual(readdirSync(ours), [], when);
    } finally {
      victim.remove();
    }
  }
}

/** Golden-ratio steps: few of them are spread well, and so are many. */
function deathOf(seed: number, number: number, calls: Calls): Death {
  const door = number % 3 === 2 ? 'disk' : 'git';
  const part = ((seed + 1) * 0.618_033_988_75) % 1;
  return {
    door,
    at: 1 + Math.floor(part * calls[door]),
    after: [2, 0, 1, 4][number % 4] as number,
    victims: number % 2 === 0 ? 'alone' : 'with-git',
  };
}

/** Runs the operation in a process of its own, and gives what came of it; `undefined` where it was killed. */
function order(victim: TemporaryRepository, what: Order): Promise<Ended | undefined> {
  return new Promise((resolve) => {
    const child = fork(join(__dirname, 'killed-child.js'), {
      env: victim.environment,
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    let ended: Ended | undefined;
    child.on('message', (message) => {
      ended = message as Ended;
    });
    child.on('exit', () => {
      resolve(ended);
    });
    child.send(what);
  });
}
