import { findRows } from '../policy/asking.js';
import type { Policy, RosterRow } from '../policy/policy.js';

/** A pilot PM of a roster: what all of their rows say together. */
export interface RosterPerson extends RosterRow {
  readonly file: string;
}

/** Every pilot PM of the policy's rosters once, in the order of their rows. */
export function listPeople({ tips }: Policy): readonly RosterPerson[] {
  const seen = new Set<string>();
  return tips.flatMap(({ zone }): readonly RosterPerson[] => {
    if (zone?.roster === undefined) return [];
    const { roster, file } = zone;
    return roster.flatMap((row): readonly RosterPerson[] => {
      const names = namesOf(row);
      const isKnown = names.some((name) => seen.has(name.toLowerCase()));
      for (const name of names) seen.add(name.toLowerCase());
      const [joined = row] = findRows(roster, names);
      return isKnown ? [] : [{ ...joined, file: row.file ?? file }];
    });
  });
}

/** Every name that a row is known by. */
export function namesOf({ handles, emails }: RosterRow): readonly string[] {
  return [...handles, ...emails];
}
