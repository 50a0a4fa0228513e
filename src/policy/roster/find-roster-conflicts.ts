import type { RosterRow, SectionProblem } from '../policy.js';
import { normalizeWords } from '../grammar/tokenize.js';

/** What rows say against each other: a pilot PM who would approve, and one address or handle of two people. */
export function findRosterConflicts(rows: readonly RosterRow[]): readonly SectionProblem[] {
  return [...findPmsAmongReviewers(rows), ...findSharedNames(rows)];
}

/** Pilot PMs named as reviewer or DRI: nobody may approve their own kind of change. */
function findPmsAmongReviewers(rows: readonly RosterRow[]): readonly SectionProblem[] {
  const names = new Set(
    rows.flatMap((row) => [row.pm, ...row.handles, ...row.emails].map(keyOf)).filter((name) => name !== ''),
  );
  return rows.flatMap((row) =>
    [...row.reviewers, ...row.engineeringDris, ...row.productDris]
      .filter((name) => names.has(keyOf(name)))
      .map((name) => ({
        severity: 'error' as const,
        shuts: false as const,
        line: row.line,
        message: `${name} is a pilot PM and cannot be the DRI or reviewer of ${row.pm}. Ask an engineer to name someone else in the list of PMs.`,
      })),
  );
}

/** One person may stand in several rows, two people in one may not. */
function findSharedNames(rows: readonly RosterRow[]): readonly SectionProblem[] {
  const owners = new Map<string, RosterRow>();
  return rows.flatMap((row) =>
    [...row.handles, ...row.emails].flatMap((name): readonly SectionProblem[] => {
      const other = owners.get(keyOf(name));
      if (other === undefined) owners.set(keyOf(name), row);
      if (other === undefined || keyOf(other.pm) === keyOf(row.pm)) return [];
      const message = `${name} stands in the rows of ${other.pm} and of ${row.pm}, so nobody can say whose it is. Ask an engineer to give each person one row, or the same name in each of them.`;
      return [{ severity: 'error', line: row.line, message }];
    }),
  );
}

function keyOf(name: string): string {
  return normalizeWords(name).replace(/^@/u, '');
}
