/** The middle of some measurements and the range that holds the middle half of them. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** Median and quartiles, linearly interpolated; NaN where there is no value. */
export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((one, other) => one - other);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) };
}

/** The ratio round by round, so that noise that hits a whole round hits both sides of it. */
export function ratios(over: readonly number[], under: readonly number[]): Spread {
  return spread(over.slice(0, under.length).map((value, round) => value / (under[round] ?? NaN)));
}

/** For what is counted too coarsely for a median; NaN where there is no value. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function quantile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part;
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place - Math.floor(place));
}
