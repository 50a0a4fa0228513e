import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { startOpening, type OpeningPilot } from '../test/opening/opening-pilot.js';
import { root } from './data-sets.js';
import type { Spent } from './processes.js';
import { childrenProcessorTime } from './processor-time.js';
import { mean, spread, type Spread } from './statistics.js';

/** `pm-zone pr` from its start to the opened pull request, on this computer, in milliseconds. */
export interface OpeningCell {
  readonly opened: Spread;
  /** The push alone, which it holds. */
  readonly push: Spread;
  /** What is left of it without the push, round by round. */
  readonly besides: Spread;
  /** That a processor worked for that; NaN where nothing counts it. */
  readonly processor: number;
}

/** Opens one pull request a round on a stand-in for GitHub, and pushes the same commits beside it by git alone. */
export async function measureOpening(rounds: number): Promise<OpeningCell> {
  const pilot = await startOpening();
  try {
    const opened: Spent[] = [];
    const pushed: Spent[] = [];
    // The first run also fills the caches on disk.
    await open(pilot);
    for (let round = 0; round < rounds; round++) {
      pilot.github.pulls.clear();
      pilot.work.git('push', '-q', 'origin', ':refs/heads/pm/home');
      pushed.push(await time(pilot, 'git', ['push', '-q', 'origin', `HEAD:refs/heads/alone-${round}`]));
      opened.push(await open(pilot));
    }
    const besides = opened.map((each, round) => each.elapsed - (pushed[round]?.elapsed ?? NaN));
    return {
      opened: spread(opened.map(({ elapsed }) => elapsed)),
      push: spread(pushed.map(({ elapsed }) => elapsed)),
      besides: spread(besides),
      processor: mean(opened.map(({ processor }, round) => processor - (pushed[round]?.processor ?? NaN))),
    };
  } finally {
    await pilot.close();
  }
}

async function open(pilot: OpeningPilot): Promise<Spent> {
  const spent = await time(pilot, process.execPath, [join(root, 'dist', 'pm-zone.js'), 'pr']);
  if (pilot.pulls().length !== 1) throw new Error(`There are ${pilot.pulls().length} pull requests.`);
  return spent;
}

/** The stand-in answers in this process, so nothing may block it. */
async function time({ work, environment }: OpeningPilot, program: string, args: readonly string[]): Promise<Spent> {
  const before = childrenProcessorTime();
  const start = process.hrtime.bigint();
  const child = spawn(program, args, {
    cwd: work.root,
    env: { ...work.environment, ...environment },
    stdio: 'ignore',
  });
  const code = await new Promise((fulfil, reject) => child.on('close', fulfil).on('error', reject));
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
  if (code !== 0) throw new Error(`${[program, ...args].join(' ')} ended with ${String(code)}`);
  return { elapsed, processor: childrenProcessorTime() - before };
}
