import type { Wave, ZoneSettings } from '../policy.js';

/**
 * Why the surfaces of a wave are not open yet on a day like `2027-01-11`; `undefined` once it has begun. The first wave has unless its line says
 * otherwise; a later one once its line names the day, and where its line asks for it, or controls are regulated, the day of its compliance review.
 */
export function whyWaveWaits(wave: Wave, controls: ZoneSettings['controls'], today: string): string | undefined {
  const { number, from, reviewed, needsReview } = wave;
  const asksForReview = needsReview === true || (number > 1 && controls === 'regulated');
  const begins = [from, reviewed]
    .filter((day) => day !== undefined && day > today)
    .sort()
    .at(-1);
  if (asksForReview && reviewed === undefined)
    return `Wave ${number} begins after a compliance review, and the policy names no day of one`;
  if (begins !== undefined) return `Wave ${number} begins on ${begins}`;
  if (number > 1 && from === undefined && reviewed === undefined)
    return `Wave ${number} has not begun: the policy names no day from which it is open`;
  return undefined;
}
