import type { PolicyProblem, RosterRow, Zone } from '../policy.js';

/**
 * What rows of the roster lack or share: a DRI where both sign off, without whom no change of theirs is ever ready, and a flag of two PMs.
 * `asksSignOff`: the checklist asks for both; regulated controls do whatever it says.
 */
export function findRowGaps(zone: Zone, asksSignOff: boolean): readonly PolicyProblem[] {
  const rows = (zone.roster ?? []).filter(({ revoked }) => revoked !== true);
  const problemAt = ({ file = zone.file, line }: RosterRow, message: string): PolicyProblem => ({
    severity: 'warning',
    file,
    line,
    message,
  });
  const isRegulated = zone.settings.controls === 'regulated';
  const withdrawn = rows.flatMap((row) => {
    if (row.withdrawn === undefined) return [];
    const message = `The ${row.withdrawn} of ${row.featureFolders.join(', ')} withdrew, so ${row.pm} changes nothing there alone. Ask an engineer to name another on this row, or to move ${row.pm} to another surface.`;
    return [problemAt(row, message)];
  });
  const missing = rows.flatMap((row) => {
    // Of who is not known that is said already.
    if (row.handles.length + row.emails.length === 0) return [];
    const own = rows.filter(({ pm }) => pm === row.pm);
    const roles = [
      ...(own.every(({ engineeringDris }) => engineeringDris.length === 0) ? ['engineering DRI'] : []),
      ...(own.every(({ productDris }) => productDris.length === 0) ? ['product DRI'] : []),
    ];
    if ((!isRegulated && !asksSignOff) || row.withdrawn !== undefined) return [];
    const [one, other] = new Set([...row.engineeringDris, ...row.productDris]);
    if (isRegulated && roles.length === 0 && one !== undefined && other === undefined) {
      const message = `${one} is the engineering DRI and the product DRI of ${row.pm}, and under regulated controls both sign off, so one person would sign twice. Ask an engineer to name two people on this row.`;
      return [problemAt(row, message)];
    }
    if (roles.length === 0) return [];
    const message = `${row.pm} has no ${roles.join(' and no ')}, and ${isRegulated ? 'under regulated controls both sign off' : 'the checklist asks both to sign off'}, so nothing of theirs can get ready. Ask an engineer to name them on this row, like @name.`;
    return [problemAt(row, message)];
  });
  const nobodys = rows.flatMap((row) =>
    [...new Set([...row.engineeringDris, ...row.productDris])]
      .filter((name) => !handle.test(name))
      .map((name) => {
        const message = `“${name.slice(0, 80)}” is a DRI of ${row.pm}, and the gate knows people by their handles, so nobody’s approval counts as theirs. Ask an engineer to write @name.`;
        return problemAt(row, message);
      }),
  );
  return [...withdrawn, ...missing, ...nobodys, ...findSharedFlags(rows, problemAt)];
}

/** `@erin`, `@acme/leads` and GitLab’s `@acme/sub/leads`. */
const handle = /^@[a-z0-9_][\w.-]*(?:\/[\w.-]+)*$/iu;

function findSharedFlags(
  rows: readonly RosterRow[],
  problemAt: (row: RosterRow, message: string) => PolicyProblem,
): readonly PolicyProblem[] {
  const owners = new Map<string, RosterRow>();
  return rows.flatMap((row) =>
    row.flags.flatMap((flag): readonly PolicyProblem[] => {
      const other = owners.get(flag);
      if (other === undefined) owners.set(flag, row);
      if (other === undefined || other.pm === row.pm) return [];
      const message = `The flag ${flag} stands on the rows of ${other.pm} and of ${row.pm}, so each may switch what the other ships. Ask an engineer to give it to one of them.`;
      return [problemAt(row, message)];
    }),
  );
}
