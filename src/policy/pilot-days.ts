import type { ZoneSettings } from './policy.js';

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

function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
}
