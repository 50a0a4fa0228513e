import * as nodeModule from 'node:module';
import type { CommitCell } from './commit.js';
import type { Comparison } from './comparison.js';
import { ownersName } from './agreement.js';
import type { DoctorRow } from './doctor.js';
import type { EditorFigures } from './editor.js';
import type { GateCell } from './gate.js';
import type { LensesRow } from './lenses.js';
import type { OpeningCell } from './opening.js';
import { knownSuffix, type Matching } from './matching.js';
import { smallName, type ReviewCell } from './review.js';
import type { WorktreeRow } from './worktree.js';

/** A promise, and what was measured of it. */
export interface Target {
  readonly promise: string;
  readonly value: string;
  readonly met: boolean;
}

/** At most this many times the floor, once the folders are known. */
const mostOverFloor = 4;

/**
 * On a first pass, which the floor never makes: each folder is entered and each name looked at for the first time, and each judgement
 * made, by one matcher without machinery for names that it need not look at.
 */
const mostOnFirstPass = 20;

/** Cost per path with the most rules over that with the fewest: "hardly grows". */
const mostGrowth = 2;

/**
 * With so few rules one RegExp each costs about the floor, and gives owners alone: no zone, no names, no reasons. There owners, with
 * the folders known, are held against owners; with more rules the whole standing has to be ahead of who only finds owners.
 */
const fewRules = 10;

/** What the matching has to reach, on each data set. Peers find owners alone; the standing is more than that. */
export function matchingTargets(measured: readonly Matching[]): readonly Target[] {
  return measured.flatMap(({ set, rules, rows }): Target[] => {
    const ours = rows.filter(({ role }) => role === 'ours');
    const peers = rows.filter(({ role }) => role === 'peer');
    const [best] = [...peers].sort((one, other) => one.cost.median - other.cost.median);
    return ours.flatMap(({ name, cost, toFloor, agreement }): Target[] => [
      floorTarget(`${set.name}: ${name}`, toFloor.median, name.endsWith(knownSuffix) ? mostOverFloor : mostOnFirstPass),
      ...(best === undefined || (rules <= fewRules && name !== ownersName + knownSuffix)
        ? []
        : [
            {
              promise: `${set.name}: ${name}: ahead of every peer`,
              value: `${(best.cost.median / cost.median).toFixed(1)} times as fast as ${best.name}`,
              met: best.cost.median > cost.median,
            },
          ]),
      ...(agreement === undefined
        ? []
        : [
            {
              promise: `${set.name}: ${name}: same as one RegExp a rule`,
              value: `${agreement.different} of ${agreement.asked} differ`,
              met: agreement.different === 0,
            },
          ]),
    ]);
  });
}

function floorTarget(what: string, ratio: number, most: number): Target {
  return {
    promise: `${what}: at most ${most} times the floor`,
    value: `${ratio.toFixed(2)} times`,
    met: ratio <= most,
  };
}

/** How the cost of a path grows with the rules, in the generated repositories of one size. */
export function growthTargets(measured: readonly Matching[]): readonly Target[] {
  const sizes = new Map<number, Matching[]>();
  for (const each of measured.filter(({ set }) => !set.real)) {
    sizes.set(each.set.pathCount, [...(sizes.get(each.set.pathCount) ?? []), each]);
  }
  return [...sizes.values()].flatMap((cells): Target[] => {
    const [few, ...more] = [...cells].sort((one, other) => one.rules - other.rules);
    const many = more.at(-1);
    if (few === undefined || many === undefined) return [];
    return few.rows
      .filter(({ role }) => role === 'ours')
      .map(({ name }): Target => {
        const growth = costOf(many, name) / costOf(few, name);
        return {
          promise: `${few.set.pathCount} paths: ${name}: cost of a path from ${few.rules} to ${many.rules} rules at most ${mostGrowth} times`,
          value: `${growth.toFixed(2)} times`,
          met: growth <= mostGrowth,
        };
      });
  });
}

/**
 * Before a commit of 20 files in a small repository, in milliseconds of processor time over the floor; less for a Node that keeps what
 * it compiled. Not as a ratio: the floor there is Node's own start, which takes 24 or 57 of them as it was built.
 */
const mostOverInSmall = 'enableCompileCache' in nodeModule ? 100 : 130;

/** At most so many times the floor before a commit of 20 files in a large repository. */
const mostInLarge = { without: 1.5, withSecrets: 2.5 };

/** What `review --staged` has to reach: 20 files are promised, and less takes no longer in a small repository. */
export function reviewTargets(cells: readonly ReviewCell[]): readonly Target[] {
  return cells
    .filter(({ repository, files }) => files === 20 || (repository === smallName && files < 20))
    .flatMap((cell) => floorTargets(cell, `review of ${cell.files} staged in ${cell.repository}`));
}

/** The guard may add to a commit what the review may take. */
export function commitTargets(cells: readonly CommitCell[]): readonly Target[] {
  return cells.flatMap((cell) => floorTargets(cell, `the guard, added to a commit of 20 in ${cell.repository}`));
}

/** Of the review of the same commits, without the answer of a host. */
const mostOfReview = 2;

/** What the gate on a host has to reach. */
export function gateTargets({ gate }: GateCell): readonly Target[] {
  return [
    {
      promise: `the whole gate on 20 files: at most ${mostOfReview} times review --base by itself`,
      value: `${gate.toFloor.median.toFixed(2)} times`,
      met: gate.toFloor.median <= mostOfReview,
    },
  ];
}

/** Milliseconds besides the push. */
const longestOpening = 2000;

/** In a large repository, whichever is more. */
const longestDoctor = 1500;
const mostOverFiles = 2;

export function doctorTarget({ set, doctor, toFiles }: DoctorRow): Target {
  return {
    promise: `${set.name}: pm-zone doctor: at most ${longestDoctor / 1000} s, or ${mostOverFiles} times pm-zone files`,
    value: `${(doctor.median / 1000).toFixed(2)} s, ${toFiles.median.toFixed(2)} times`,
    met: doctor.median <= longestDoctor || toFiles.median <= mostOverFiles,
  };
}

/** Milliseconds and bytes of a review of 100,000 changed files. */
const longestWorktree = 3000;
const mostWorktree = 300e6;

export function worktreeTargets({ files, review, memory }: WorktreeRow): readonly Target[] {
  return [
    {
      promise: `review of ${files} files that are not staged: at most ${longestWorktree / 1000} s`,
      value: `${(review.median / 1000).toFixed(2)} s`,
      met: review.median <= longestWorktree,
    },
    {
      promise: `review of ${files} files that are not staged: at most ${mostWorktree / 1e6} MB`,
      value: `${(memory.median / 1e6).toFixed(0)} MB`,
      met: memory.median <= mostWorktree,
    },
  ];
}

/** Milliseconds from a key to what the rule comes to. */
const longestLens = 1000;

export function lensesTarget({ files, typed }: LensesRow): Target {
  return {
    promise: `what a typed rule comes to, in ${files} files: at most ${longestLens / 1000} s after the key`,
    value: `${(typed.median / 1000).toFixed(2)} s`,
    met: typed.median <= longestLens,
  };
}

/** How long the PM waits for the opened pull request; by the processor where it is counted, which no other work on the machine makes longer. */
export function openingTargets({ besides, processor }: OpeningCell): readonly Target[] {
  const counted = Number.isNaN(processor) ? besides.median : processor;
  return [
    {
      promise: `pm-zone pr to the opened pull request: at most ${longestOpening / 1000} s besides the push`,
      value: `${(besides.median / 1000).toFixed(2)} s, ${(processor / 1000).toFixed(2)} s of processor time`,
      met: counted <= longestOpening,
    },
  ];
}

function floorTargets(
  { repository, without, withSecrets }: Pick<ReviewCell, 'repository' | 'without' | 'withSecrets'>,
  what: string,
): readonly Target[] {
  const times = ({ toFloor }: Comparison): string => `${toFloor.median.toFixed(2)} times`;
  const over = ({ processorOver }: Comparison): string => `${processorOver.toFixed(0)} ms of processor time over it`;
  if (repository === smallName) {
    // No other system than Linux counts it here.
    if (Number.isNaN(without.processorOver)) return [];
    return [
      {
        promise: `${what}, without the secret scan: at most ${mostOverInSmall} ms of processor time over the floor`,
        value: `${over(without)}, ${times(without)}`,
        met: without.processorOver <= mostOverInSmall,
      },
    ];
  }
  const of = (how: string, measured: Comparison, most: number): Target => ({
    promise: `${what}, ${how} the secret scan: at most ${most} times the floor`,
    value: `${times(measured)}${Number.isNaN(measured.processorOver) ? '' : `, ${over(measured)}`}`,
    met: measured.toFloor.median <= most,
  });
  return [of('without', without, mostInLarge.without), of('with', withSecrets, mostInLarge.withSecrets)];
}

function costOf({ rows }: Matching, name: string): number {
  return rows.find((row) => row.name === name)?.cost.median ?? NaN;
}

/** Milliseconds; for a hundred of them VS Code itself gathers the badges that change before it paints any. */
const mostToRepaint = 300;

/** What the extension has to reach. */
export function editorTargets({ activation, repaint, flickers, ahead, badge }: EditorFigures): readonly Target[] {
  return [
    {
      promise: 'activation: less than 30 ms more than an extension that does nothing',
      value: `${activation.median.toFixed(1)} ms`,
      met: activation.median < 30,
    },
    {
      promise: 'badges before git’s own in a window that opens',
      value: `${ahead.median.toFixed(0)} ms before them`,
      met: ahead.low > 0,
    },
    { promise: 'a visible badge in less than 1 ms', value: `${badge.median.toFixed(3)} ms`, met: badge.high < 1 },
    {
      promise: `a new policy is painted within ${mostToRepaint} ms`,
      value: `${repaint.median.toFixed(0)} ms`,
      met: repaint.median <= mostToRepaint,
    },
    { promise: 'no badge flickers', value: `${flickers} frames`, met: flickers === 0 },
  ];
}
