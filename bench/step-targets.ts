import { short } from './data-sets.js';
import type { UseRow } from './half-hour.js';
import type { PmStepsCell } from './pm-steps.js';
import type { Target } from './targets.js';

/** Milliseconds that a step may take, by the repository's files. */
const mostOfStep = (files: number): number => (files > 10_000 ? 2000 : 1000);

/** Megabytes that the extension host may hold more than without PM Zone. */
const mostMemory = 60;

/** What the PM's steps have to reach. */
export function stepTargets({ files, steps, opening, memory }: PmStepsCell): readonly Target[] {
  const where = `in ${short(files)} files`;
  const most = mostOfStep(files);
  const over = memory.ours.held.median - memory.without.held.median;
  return [
    ...[...steps].map(([name, { median }]) => ({
      promise: `${name}, ${where}: at most ${most} ms`,
      value: `${median.toFixed(0)} ms`,
      met: median <= most,
    })),
    {
      promise: `the first badge before git’s own, ${where}`,
      value: `${(opening.git.median - opening.ours.median).toFixed(0)} ms before`,
      met: opening.ours.median <= opening.git.median,
    },
    // No other system than Linux tells it here.
    ...(Number.isNaN(over)
      ? []
      : [
          {
            promise: `the extension host, ${where}, holds at most ${mostMemory} MB more than without PM Zone`,
            value: `${over.toFixed(0)} MB more`,
            met: over <= mostMemory,
          },
        ]),
  ];
}

/** What half an hour of use has to reach. */
export function useTarget({ minutes, ours, without }: UseRow): Target {
  const over = ours.held - without.held;
  return {
    promise: `the extension host, after ${minutes} minutes of use, holds at most ${mostMemory} MB more than without PM Zone`,
    value: `${over.toFixed(0)} MB more`,
    met: over <= mostMemory,
  };
}
