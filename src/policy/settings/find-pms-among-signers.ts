import { normalizeHandle } from '../asking.js';
import type { RosterRow, SectionProblem, ZoneSettings } from '../policy.js';

/** Pilot PMs whom a setting names as engineer, or as who signs for compliance: nobody may approve their own kind of change. */
export function findPmsAmongSigners(
  { engineers = [], compliance = [] }: ZoneSettings,
  roster: readonly RosterRow[],
  places: readonly { readonly setting: string; readonly line: number }[],
): readonly SectionProblem[] {
  const pms = new Set(roster.flatMap(({ handles }) => handles.map(normalizeHandle)));
  const lists = [
    ['engineers', engineers, 'counts as an engineer'],
    ['compliance sign-off', compliance, 'signs for compliance'],
  ] as const;
  return lists.flatMap(([setting, names, does]) =>
    places
      .filter((place) => place.setting === setting)
      .flatMap(({ line }) =>
        names
          .filter((name) => pms.has(normalizeHandle(name)))
          .map((name): SectionProblem => {
            const message = `${name} is a pilot PM, and by this line ${does}. Ask an engineer to name somebody else here.`;
            return { severity: 'error', shuts: false, line, message };
          }),
      ),
  );
}
