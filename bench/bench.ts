import { cpus } from 'node:os';
import { measureCommits } from './commit.js';
import { generatedDataSet, realDataSets, type DataSet } from './data-sets.js';
import { measureDoctor } from './doctor.js';
import { measureEditor } from './editor.js';
import { measureFiles } from './files.js';
import { measureGate } from './gate.js';
import { measureLenses } from './lenses.js';
import { measureOpening } from './opening.js';
import { measureMatching, type Matching } from './matching.js';
import { loadPeers } from './peers.js';
import { measureUse } from './half-hour.js';
import { measurePmSteps, type PmStepsCell } from './pm-steps.js';
import { changeSizes, measureReviews } from './review.js';
import { measureWorktree } from './worktree.js';
import {
  commitTable,
  doctorTable,
  editorTable,
  filesTable,
  gateTable,
  lensesTable,
  matchingTable,
  openingTable,
  reviewTable,
  stepsTable,
  useTable,
  targetTable,
  worktreeTable,
} from './table.js';
import { stepTargets, useTarget } from './step-targets.js';
import {
  commitTargets,
  doctorTarget,
  editorTargets,
  gateTargets,
  growthTargets,
  lensesTarget,
  matchingTargets,
  openingTargets,
  reviewTargets,
  worktreeTargets,
} from './targets.js';

/**
 * Prints how fast PM Zone is as ratios, each measured side by side in one run. `--quick` takes less than a minute and shows
 * that everything works. Name parts (`review`, `worktree`, `commit`, `gate`, `opening`, `files`, `doctor`, `matching`, `editor`, and `steps` for the PM's steps or `lenses` for those of a policy's author in the editor alone) to run only those.
 */
async function bench(args: readonly string[]): Promise<void> {
  const quick = args.includes('--quick');
  const parts = args.filter((arg) => !arg.startsWith('-'));
  const wants = (part: string): boolean => parts.length === 0 || parts.includes(part);
  const real = realDataSets();
  print(
    `Node ${process.version} on ${cpus().length} × ${cpus()[0]?.model ?? 'an unknown processor'}. Median [middle half] of rounds.`,
  );
  print('* extrapolated from a sample that the time ran out on.\n');
  if (real.length === 0) print('The real repositories of ../shared/data/real are not here: skipped.\n');

  // Programs first: starting one takes longer from a process that holds a million paths.
  const reviews = wants('review')
    ? await measureReviews(quick ? 3 : 21, quick ? [20] : changeSizes, (cell) => print(reviewTable([cell])))
    : [];
  const worktrees = wants('worktree') ? [measureWorktree(quick ? 5000 : 100_000, quick ? 1 : 5)] : [];
  for (const each of worktrees) print(worktreeTable(each));
  const commits = wants('commit') ? await measureCommits(quick ? 3 : 21, (cell) => print(commitTable([cell]))) : [];
  const gates = wants('gate') ? [measureGate(quick ? 3 : 21)] : [];
  for (const each of gates) print(gateTable(each));
  const openings = wants('opening') ? [await measureOpening(quick ? 3 : 21)] : [];
  for (const each of openings) print(openingTable(each));
  const editors = wants('editor') ? [await measureEditor(quick ? 2 : 9, quick ? 10_000 : 100_000, 1000)] : [];
  for (const each of editors) print(editorTable(each));
  const lenses = wants('editor') || wants('lenses') ? [await measureLenses(quick ? 2 : 9, quick ? 5000 : 64_000)] : [];
  if (lenses.length > 0) print(lensesTable(lenses));
  const steps: PmStepsCell[] = [];
  for (const files of wants('editor') || wants('steps') ? (quick ? [5000] : [5000, 64_000]) : []) {
    const cell = await measurePmSteps(quick ? 1 : 5, files);
    print(stepsTable(cell));
    steps.push(cell);
  }
  // Half an hour is asked for by its name alone.
  const uses = parts.includes('use') ? [await measureUse(quick ? 3 : 30, 5000)] : [];
  for (const each of uses) print(useTable(each));
  if (wants('files') && real.length > 0) {
    print(filesTable((quick ? real.slice(-1) : real).map((set) => measureFiles(set, quick ? 3 : 11))));
  }
  const doctors = wants('doctor')
    ? [measureDoctor(quick ? generatedDataSet(10_000, 1000) : generatedDataSet(64_000, 8000), quick ? 3 : 11)]
    : [];
  if (doctors.length > 0) print(doctorTable(doctors));
  const matchings = wants('matching') ? matchAll(quick ? real.slice(-1) : real, quick) : [];
  print(
    targetTable([
      ...matchingTargets(matchings),
      ...growthTargets(matchings),
      ...reviewTargets(reviews),
      ...worktrees.flatMap(worktreeTargets),
      ...commitTargets(commits),
      ...gates.flatMap(gateTargets),
      ...openings.flatMap(openingTargets),
      ...doctors.map(doctorTarget),
      ...editors.flatMap(editorTargets),
      ...lenses.map(lensesTarget),
      ...steps.flatMap(stepTargets),
      ...uses.map(useTarget),
    ]),
  );
}

function matchAll(real: readonly DataSet[], quick: boolean): readonly Matching[] {
  const peers = loadPeers();
  const reasons = new Map(peers.flatMap(({ name, wrong }) => (wrong === undefined ? [] : [[name, wrong]])));
  const generated = (quick ? [1000, 10_000] : [1000, 10_000, 100_000, 1_000_000]).flatMap((paths) =>
    (quick ? [10, 1000] : [10, 1000, 10_000]).map((rules) => () => generatedDataSet(paths, rules)),
  );
  return [...real.map((set) => () => set), ...generated].map((make) => {
    const matching = measureMatching(make(), peers, { rounds: quick ? 3 : 7, cap: quick ? 20 : 150 });
    print(matchingTable(matching, reasons));
    return matching;
  });
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

void bench(process.argv.slice(2));
