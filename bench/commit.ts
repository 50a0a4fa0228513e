import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWithoutSecrets } from './bundle-without-secrets.js';
import { comparison, type Comparison } from './comparison.js';
import { realDataSets, generatedDataSet, root } from './data-sets.js';
import type { GitRepository } from './git-repository.js';
import { asPrograms, timeFloor, timeProgram, withEmptyScript, type Program, type Spent } from './processes.js';
import { realGit, recordGit } from './record-git.js';
import { reviewRepository, smallName } from './review.js';
import { spread, type Spread } from './statistics.js';

/** What the guard adds to a commit of 20 files over hooks that do nothing, in milliseconds. */
export interface CommitCell {
  readonly repository: string;
  /** The commit with hooks that do nothing. */
  readonly plain: Spread;
  /** Node starting an empty script, and the git commands that the guard runs by themselves. */
  readonly floor: Spread;
  readonly without: Comparison;
  readonly withSecrets: Comparison;
}

const files = '20';

/** Times `git commit` with the guard and with a shell hook that does nothing; `report` receives each cell once it is measured. */
export async function measureCommits(
  rounds: number,
  report: (cell: CommitCell) => void,
): Promise<readonly CommitCell[]> {
  const large = realDataSets().find(({ name }) => name.startsWith('definitelytyped')) ?? generatedDataSet(64_000, 8000);
  const bundle = await bundleWithoutSecrets();
  try {
    return [[smallName, undefined] as const, [large.name, large] as const].map(([name, set]) => {
      const repository = reviewRepository(set);
      try {
        const cell = measure(repository, name, bundle.script, rounds);
        report(cell);
        return cell;
      } finally {
        repository.remove();
      }
    });
  } finally {
    bundle.remove();
  }
}

function measure(repository: GitRepository, name: string, lighter: string, rounds: number): CommitCell {
  repository.stage(files);
  const home = join(repository.root, '..');
  const env = { ...repository.environment, XDG_DATA_HOME: home };
  const nothing = join(home, 'hooks-that-do-nothing');
  mkdirSync(nothing);
  for (const hook of ['pre-commit', 'commit-msg'])
    writeFileSync(join(nothing, hook), '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: repository.root, env, encoding: 'utf8' }).trim();
  const before = git('rev-parse', 'HEAD');
  const commit = (...settings: readonly string[]): Spent => {
    const args = [...settings, 'commit', '--quiet', '--message', 'Change what is asked for'];
    const spent = timeProgram({ program: realGit(), args, cwd: repository.root, env });
    if (git('rev-parse', 'HEAD~1') !== before) throw new Error('The commit was not made.');
    git('update-ref', 'HEAD', before);
    return spent;
  };
  const judge = (script: string, ...args: readonly string[]): Program => ({
    program: process.execPath,
    args: [script, 'guard', ...args],
    cwd: repository.root,
    env,
  });
  const whole = join(root, 'dist', 'pm-zone.js');
  const guarded = (script: string): Spent => {
    timeProgram(judge(script, 'install'));
    return commit();
  };
  // The first run also fills the caches on disk.
  for (const script of [lighter, whole]) guarded(script);
  const run = judge(whole, 'run', 'pre-commit');
  const commands = asPrograms(recordGit(run.program, run.args, run.cwd, run.env, 'ignore'));
  const plain: Spent[] = [];
  const floor: Spent[] = [];
  const without: Spent[] = [];
  const added: Spent[] = [];
  withEmptyScript((empty) => {
    for (let round = 0; round < rounds; round++) {
      const bare = commit('-c', `core.hooksPath=${nothing}`);
      plain.push(bare);
      floor.push(timeFloor(empty, commands).floor);
      without.push(more(guarded(lighter), bare));
      added.push(more(guarded(whole), bare));
    }
  });
  return {
    repository: name,
    plain: spread(plain.map(({ elapsed }) => elapsed)),
    floor: spread(floor.map(({ elapsed }) => elapsed)),
    without: comparison(without, floor),
    withSecrets: comparison(added, floor),
  };
}

function more(one: Spent, other: Spent): Spent {
  return { elapsed: one.elapsed - other.elapsed, processor: one.processor - other.processor };
}
