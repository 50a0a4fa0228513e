import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { play, type Crowd } from './random-play.js';
import { aloneSteps, crowdedSteps } from './random-steps.js';
import { slowest } from './setup.js';

/** How long each is played. */
const seconds = Number(process.env['PM_ZONE_PLAY_SECONDS'] ?? 5);
/** How many sequences beside a git that clears up, however long they take. */
const crowded = Number(process.env['PM_ZONE_PLAYS'] ?? 3);

describe('whatever the PM and git do in turn', function () {
  this.timeout(seconds * 1000 + slowest * (crowded + 1));

  it('loses no byte that the PM wrote', async () => {
    // What was begun is played to its end, and one is on the slowest machine: fast-check's own limit leaves a play in the middle, which
    // then goes on beside the next test, and fails where not one came to its end.
    const end = Date.now() + seconds * 1000;
    let plays = 0;
    const property = fc.asyncProperty(aloneSteps, async (steps) => {
      if (plays > 0 && Date.now() > end) return;
      await play(steps);
      plays += 1;
    });
    await fc.assert(property, { numRuns: 10_000 });
  });

  it('loses none while git clears up without end, branches go, and another window is at work', async () => {
    let plays = 0;
    const property = fc.asyncProperty(crowdedSteps, async (steps) => {
      await play(steps, clearing);
      plays += 1;
      if (plays % 25 === 0) console.log(`${plays} sequences: nothing lost`);
    });
    await fc.assert(property, { numRuns: crowded, endOnFailure: true });
  });
});

const commands = [
  'gc --quiet --prune=now',
  'prune --expire=now',
  'repack -a -d -q',
  'prune --expire=now',
  'reflog expire --expire=now --expire-unreachable=now --all',
  'prune --expire=now',
  'worktree prune --expire=now',
  'pack-refs --all --prune',
];

/** Every way in which git clears up, over and over again. */
const clearing: Crowd = (repository) => {
  const stop = join(repository.root, '.git', 'stop-clearing');
  const turn = commands.map((command) => `[ -e '${stop}' ] && exit; git ${command}`).join('; ');
  const loop = spawn('sh', ['-c', `while kill -0 ${process.pid}; do ${turn}; done`], {
    cwd: repository.root,
    env: repository.environment,
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => {
    loop.on('close', () => {
      resolve();
    });
  });
  return async () => {
    if (existsSync(join(repository.root, '.git'))) writeFileSync(stop, '');
    await ended;
    repository.remove('.git/stop-clearing');
  };
};
