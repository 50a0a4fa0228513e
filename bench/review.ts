import { join } from 'node:path';
import { bundleWithoutSecrets } from './bundle-without-secrets.js';
import { generatedDataSet, realDataSets, root, type DataSet } from './data-sets.js';
import { makeGitRepository, type GitRepository } from './git-repository.js';
import { featureChange, featureFiles, plan, zoneOwners, zoneText } from './pm-files.js';
import { asPrograms, timeFloor, timeProgram, withEmptyScript, type Program, type Spent } from './processes.js';
import { recordGit } from './record-git.js';
import { comparison, type Comparison } from './comparison.js';
import { spread, type Spread } from './statistics.js';

/** `review --staged` of one change, in milliseconds. */
export interface ReviewCell {
  readonly repository: string;
  readonly files: number;
  /** Names of the git commands that it runs. */
  readonly git: readonly string[];
  readonly node: Spread;
  readonly floor: Spread;
  readonly without: Comparison;
  readonly withSecrets: Comparison;
}

/** What is staged, in number of files. */
export const changeSizes = [1, 20, 200] as const;

export const smallName = 'small repository';

/** Times `review --staged` in a small and in a large repository; `report` receives each cell once it is measured. */
export async function measureReviews(
  rounds: number,
  sizes: readonly number[],
  report: (cell: ReviewCell) => void,
): Promise<readonly ReviewCell[]> {
  const large = realDataSets().find(({ name }) => name.startsWith('definitelytyped')) ?? generatedDataSet(64_000, 8000);
  const bundle = await bundleWithoutSecrets();
  const cells: ReviewCell[] = [];
  try {
    for (const [name, set] of [
      [smallName, undefined],
      [large.name, large],
    ] as const) {
      const repository = reviewRepository(set);
      try {
        for (const files of sizes) {
          const cell = measure(repository, name, files, bundle.script, rounds);
          report(cell);
          cells.push(cell);
        }
      } finally {
        repository.remove();
      }
    }
  } finally {
    bundle.remove();
  }
  return cells;
}

/** A repository with every change staged that is timed, small or with the files and owners of a data set. */
export function reviewRepository(set: DataSet | undefined): GitRepository {
  return makeGitRepository({
    empty: (set?.paths() ?? []).filter((path) => path !== '.github/CODEOWNERS' && path !== 'CLAUDE.md'),
    texts: new Map([
      ['CLAUDE.md', zoneText],
      ['.github/CODEOWNERS', `${set?.codeowners ?? '* @harbor/everyone'}\n${zoneOwners}`],
      ...featureFiles(),
    ]),
    branch: plan,
    changes: new Map(changeSizes.map((size) => [String(size), featureChange(size)])),
  });
}

function measure(repository: GitRepository, name: string, files: number, lighter: string, rounds: number): ReviewCell {
  repository.stage(String(files));
  const command = (script: string): Program => ({
    program: process.execPath,
    args: [script, 'review', '--staged'],
    cwd: repository.root,
    env: repository.environment,
  });
  const whole = command(join(root, 'dist', 'pm-zone.js'));
  const without = command(lighter);
  // The first run also fills the caches on disk.
  timeProgram(whole);
  const git = recordGit(whole.program, whole.args, whole.cwd, whole.env);
  const commands = asPrograms(git);
  const node: Spent[] = [];
  const floor: Spent[] = [];
  const lightTimes: Spent[] = [];
  const wholeTimes: Spent[] = [];
  withEmptyScript((empty) => {
    for (let round = 0; round < rounds; round++) {
      const least = timeFloor(empty, commands);
      node.push(least.node);
      floor.push(least.floor);
      lightTimes.push(timeProgram(without));
      wholeTimes.push(timeProgram(whole));
    }
  });
  return {
    repository: name,
    files,
    git: git.map(({ args }) => nameOf(args)),
    node: spread(node.map(({ elapsed }) => elapsed)),
    floor: spread(floor.map(({ elapsed }) => elapsed)),
    without: comparison(lightTimes, floor),
    withSecrets: comparison(wholeTimes, floor),
  };
}

/** `cat-file` of `-C folder -c a=b cat-file --batch`. */
function nameOf(args: readonly string[]): string {
  let at = 0;
  while (at < args.length && args[at]?.startsWith('-') === true) at += args[at] === '-C' || args[at] === '-c' ? 2 : 1;
  return args[at] ?? 'git';
}
