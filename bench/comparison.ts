import type { Spent } from './processes.js';
import { mean, ratios, spread, type Spread } from './statistics.js';

/** Something that was timed against its floor, round by round. */
export interface Comparison {
  readonly elapsed: Spread;
  readonly toFloor: Spread;
  /** Milliseconds of processor time more than the floor: the mean, since a round is counted in ticks. */
  readonly processorOver: number;
}

export function comparison(ours: readonly Spent[], floor: readonly Spent[]): Comparison {
  const elapsed = ours.map((each) => each.elapsed);
  return {
    elapsed: spread(elapsed),
    toFloor: ratios(
      elapsed,
      floor.map((each) => each.elapsed),
    ),
    processorOver: mean(ours.map(({ processor }) => processor)) - mean(floor.map(({ processor }) => processor)),
  };
}
