import type { Wave, ZoneSettings } from './policy.js';

type Pilot = NonNullable<ZoneSettings['pilot']>;

/**
 * The days on which what a policy opens becomes another: the first of its pilot, that on which its first week is over, and the one after its last, and
 * those on which waves begin.
 */
export function turningDays({ pilot, waves = [] }: Pick<ZoneSettings, 'pilot' | 'waves'>): readonly string[] {
  return [
    ...(pilot === undefined ? [] : [pilot.from, weekOneEnds(pilot), addDays(pilot.to, 1)]),
    ...waves.flatMap(({ from, reviewed }) => [from, reviewed].filter((day) => day !== undefined)),
  ];
}

/** The first day after the first week of a pilot. */
export function weekOneEnds({ from }: Pilot): string {
  return addDays(from, 7);
}

/** Whether a wave begins only after a review for compliance: its line says so, or it is a later one under regulated controls. */
export function asksForReview(
  { number, needsReview, reviewed }: Pick<Wave, 'number' | 'needsReview' | 'reviewed'>,
  controls: ZoneSettings['controls'],
): boolean {
  return needsReview === true || reviewed !== undefined || (number > 1 && controls === 'regulated');
}

/**
 * Why the surfaces of a wave are not open yet on a day like `2027-01-11`; `undefined` once it has begun. The first wave has unless its line says
 * otherwise; a later one once its line names the day, and where its line asks for it, or controls are regulated, the day of its compliance review.
 */
export function whyWaveWaits(wave: Wave, controls: ZoneSettings['controls'], today: string): string | undefined {
  const { number, from, reviewed } = wave;
  const begins = [from, reviewed]
    .filter((day) => day !== undefined && day > today)
    .sort()
    .at(-1);
  if (reviewed === undefined && asksForReview(wave, controls))
    return `Wave ${number} begins after a compliance review, and the policy names no day of one`;
  if (begins !== undefined) return `Wave ${number} begins on ${begins}`;
  if (number > 1 && from === undefined && reviewed === undefined)
    return `Wave ${number} has not begun: the policy names no day from which it is open`;
  return undefined;
}

function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
}
