import type { PolicyProblem, RosterRow, Zone } from '../policy.js';

/** What rows of the roster lack or share: a DRI under regulated controls, without whom no change of theirs is ever ready, and a flag of two PMs. */
export function findRowGaps(zone: Zone): readonly PolicyProblem[] {
  const rows = (zone.roster ?? []).filter(({ revoked }) => revoked !== true);
  const problemAt = ({ file = zone.file, line }: RosterRow, message: string): PolicyProblem => ({
    severity: 'warning',
    file,
    line,
    message,
  });
  const isRegulated = zone.settings.controls === 'regulated';
  const missing = rows.flatMap((row) => {
    const own = rows.filter(({ pm }) => pm === row.pm);
    const roles = [
      ...(own.every(({ engineeringDris }) => engineeringDris.length === 0) ? ['engineering DRI'] : []),
      ...(own.every(({ productDris }) => productDris.length === 0) ? ['product DRI'] : []),
    ];
    if (!isRegulated || roles.length === 0) return [];
    const message = `${row.pm} has no ${roles.join(' and no ')}, and under regulated controls both sign off, so nothing of theirs can get ready. Ask an engineer to name them on this row, like @name.`;
    return [problemAt(row, message)];
  });
  return [...missing, ...findSharedFlags(rows, problemAt)];
}

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
