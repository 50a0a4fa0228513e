import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { comparison, type Comparison } from './comparison.js';
import { root } from './data-sets.js';
import { timeProgram, type Program, type Spent } from './processes.js';
import { hostEvidence } from './quality/host-evidence.js';
import { reviewRepository } from './review.js';
import { spread, type Spread } from './statistics.js';

/** The whole gate on a change of 20 files, beside the review of the same commits alone, in milliseconds. */
export interface GateCell {
  readonly review: Spread;
  readonly gate: Comparison;
}

const files = '20';

/** Times `review --base` with and without what a host says of the pull request: both DRIs approved it. */
export function measureGate(rounds: number): GateCell {
  const repository = reviewRepository(undefined);
  try {
    const env = repository.environment;
    const git = (...args: readonly string[]): string =>
      execFileSync('git', args, { cwd: repository.root, env, encoding: 'utf8' }).trim();
    repository.stage(files);
    git('commit', '--quiet', '--message', 'Change what is asked for');
    const commits = git('rev-list', '--reverse', 'main..HEAD').split('\n');
    const evidence = join(repository.root, '..', 'evidence.json');
    writeFileSync(evidence, JSON.stringify(hostEvidence(git('rev-parse', 'main'), commits, 'both DRIs')));
    const command = (...args: readonly string[]): Program => ({
      program: process.execPath,
      args: [join(root, 'dist', 'pm-zone.js'), 'review', '--base', 'main', ...args],
      cwd: repository.root,
      env,
    });
    const [alone, whole] = [command(), command('--evidence', evidence)];
    // The first run also fills the caches on disk.
    for (const each of [alone, whole]) timeProgram(each);
    const review: Spent[] = [];
    const gate: Spent[] = [];
    for (let round = 0; round < rounds; round++) {
      review.push(timeProgram(alone));
      gate.push(timeProgram(whole));
    }
    return { review: spread(review.map(({ elapsed }) => elapsed)), gate: comparison(gate, review) };
  } finally {
    repository.remove();
  }
}
