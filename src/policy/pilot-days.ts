import type { ZoneSettings } from './policy.js';

type Pilot = NonNullable<ZoneSettings['pilot']>;

/** The days on which what a pilot opens becomes another: its first, that on which its first week is over, and the one after its last. */
export function turningDays(pilot: Pilot): readonly string[] {
  return [pilot.from, weekOneEnds(pilot), addDays(pilot.to, 1)];
}

/** The first day after the first week of a pilot. */
export function weekOneEnds({ from }: Pilot): string {
  return addDays(from, 7);
}

function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
}
